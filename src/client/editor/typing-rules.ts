import { InputRule, inputRules } from "prosemirror-inputrules";
import type { Node } from "prosemirror-model";
import { Plugin, TextSelection } from "prosemirror-state";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { canJoin } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import { isPlayable } from "../../addresses/recording.ts";
import { toggleHeading, toggleList, toggleQuote } from "./keys.ts";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

/** Converts signs that are typed as in Word: "## ", "- ", "1. ", "> " and addresses. Backspace takes a conversion back. */
export function typingRules(): Plugin[] {
  const rules = inputRules({
    rules: [
      blockRule(/^##\s$/, toggleHeading(2)),
      blockRule(/^###\s$/, toggleHeading(3)),
      blockRule(/^[-*]\s$/, toggleList("bulletList")),
      blockRule(/^1[.)]\s$/, toggleList("orderedList")),
      blockRule(/^>\s$/, toggleQuote),
      new InputRule(/(?:^|[\s(])((?:https?:\/\/|www\.)\S+)\s$/i, linkTyped, { inCodeMark: false }),
    ],
  });
  const handleKeyDown = (view: EditorView, { key, shiftKey, isComposing }: KeyboardEvent) => {
    if (key !== "Enter" || shiftKey || isComposing) return false;
    if (makeVideo(view, view.state.selection.$from.parent.textContent)) return true;
    linkBeforeEnter(view);
    return false;
  };
  return [rules, new Plugin({ props: { handleKeyDown } })];
}

/** Removes the sign and makes the block, in a paragraph that is not part of a list. */
function blockRule(pattern: RegExp, makeBlock: Command): InputRule {
  return new InputRule(
    pattern,
    (state, _, start, end) => {
      const $start = state.doc.resolve(start);
      const around = $start.node(-1).type;
      const isQuote = makeBlock === toggleQuote;
      const isPossible = around === nodes.doc || (around === nodes.blockquote && !isQuote);
      if ($start.parent.type !== nodes.paragraph || !isPossible) return null;
      const tr = state.tr.delete(start, end);
      const isMade = makeBlock(state.apply(tr), ({ steps }) =>
        steps.forEach((step) => tr.step(step)),
      );
      return isMade ? joinToListBefore(tr) : null;
    },
    { inCodeMark: false },
  );
}

/** Continues the list right before. */
function joinToListBefore(tr: Transaction): Transaction {
  const { $from } = tr.selection;
  // The selection is in the paragraph of a list item.
  if ($from.depth < 3 || !isList($from.node(-2))) return tr;
  const before = $from.before(-2);
  const list = tr.doc.resolve(before);
  const isSame = list.nodeBefore?.type === list.nodeAfter?.type;
  return isSame && canJoin(tr.doc, before) ? tr.join(before) : tr;
}

function isList({ type }: Node): boolean {
  return type === nodes.bulletList || type === nodes.orderedList;
}

function linkTyped(
  state: EditorState,
  [whole, address = ""]: RegExpMatchArray,
  start: number,
  end: number,
): Transaction | null {
  const from = start + (whole.length - 1 - address.length);
  const tr = linkAddress(state, address, from);
  return tr === null ? null : tr.insertText(whole.slice(-1), end);
}

/** Links an address in the text. Null if it is linked already or a link is impossible. */
function linkAddress({ doc, tr }: EditorState, typed: string, from: number): Transaction | null {
  // A sign that ends the sentence is not part of the address.
  const address = typed.replace(/[.,;:!?)\]}”"'…]+$/, "");
  const to = from + address.length;
  const { parent } = doc.resolve(from);
  if (!parent.type.allowsMarkType(marks.link) || doc.rangeHasMark(from, to, marks.link))
    return null;
  return tr.addMark(from, to, marks.link.create({ href: completeMarker(address) }));
}

function completeMarker(address: string): string {
  return /^www\./i.test(address) ? `https://${address}` : address;
}

/** Links the address before the cursor, when Enter ends it. The key does its own work after that. */
function linkBeforeEnter(view: EditorView): void {
  const { $from, empty } = view.state.selection;
  const { parent, parentOffset, pos } = $from;
  if (!empty || parent.type.spec.code === true || marks.code.isInSet($from.marks())) return;
  const before = parent.textBetween(0, parentOffset, null, "\ufffc");
  const address = /(?:^|[\s(])((?:https?:\/\/|www\.)\S+)$/i.exec(before)?.[1];
  if (address === undefined) return;
  const tr = linkAddress(view.state, address, pos - address.length);
  if (tr !== null) view.dispatch(tr);
}

/** Pastes an address: as the link of the selected words, or as a link of its own. False for any other text. */
export function pasteAddress(view: EditorView, text: string): boolean {
  const address = text.trim();
  const { $from, $to, from, to, empty } = view.state.selection;
  const { parent } = $from;
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(address) || !$from.sameParent($to)) return false;
  if (parent.type.spec.code === true || !parent.type.allowsMarkType(marks.link)) return false;
  if (marks.code.isInSet($from.marks())) return false;
  if (parent.content.size === 0 && makeVideo(view, address)) return true;
  if (!empty) {
    const href = completeMarker(address);
    const { tr } = view.state;
    tr.removeMark(from, to, marks.link).addMark(from, to, marks.link.create({ href }));
    view.dispatch(tr.setMeta("uiEvent", "paste"));
    return true;
  }
  view.dispatch(view.state.tr.insertText(address).setMeta("uiEvent", "paste"));
  const tr = linkAddress(view.state, address, from);
  if (tr === null) return true;
  const rules = findRules(view.state);
  const end = from + address.length;
  if (rules !== null) tr.setMeta(rules, { transform: tr, from: end, to: end, text: "" });
  view.dispatch(tr);
  return true;
}

/** Replaces a paragraph that holds nothing but the address of a video by its card. False if it is no such address or place. */
function makeVideo(view: EditorView, text: string): boolean {
  const { $from, empty } = view.state.selection;
  const href = completeMarker(text.trim());
  const isPossible = empty && $from.depth === 1 && $from.parent.type === nodes.paragraph;
  if (!isPossible || $from.parentOffset < $from.parent.content.size) return false;
  if (!isPlayable(href)) return false;
  const { tr } = view.state;
  const [from, to] = [$from.before(), $from.after()];
  tr.replaceWith(from, to, [nodes.video.create({ href }), nodes.paragraph.create()]);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 2)).scrollIntoView());
  return true;
}

/**
 * Keeps a conversion revocable when another plugin adds a change to it. Give the transactions, and the one that is added.
 */
export function keepRevocable(
  state: EditorState,
  transactions: readonly Transaction[],
  added: Transaction | null,
): Transaction | null {
  const rules = findRules(state);
  if (added === null || rules === null) return added;
  const conversion: unknown = transactions.map((one) => one.getMeta(rules)).find(Boolean);
  return conversion === undefined ? added : added.setMeta(rules, conversion);
}

function findRules({ plugins }: EditorState): Plugin | null {
  return plugins.find(({ spec }) => spec["isInputRules"] === true) ?? null;
}
