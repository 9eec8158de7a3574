import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { EditorState, TextSelection, type Plugin, type Transaction } from "prosemirror-state";
import { Transform } from "prosemirror-transform";
import { positionAt } from "./body-map.ts";
import { MarkdownBridge } from "./markdown-bridge.ts";
import { schema } from "./schema.ts";
import { tidy } from "./tidy-document.ts";

/** The text of a textarea and its selection. `former` are its earlier texts, oldest first, which undo brings back. */
type PlainText = Pick<HTMLTextAreaElement, "value" | "selectionStart" | "selectionEnd"> & {
  isBackward: boolean;
  former: readonly string[];
};

/** A textarea as it is now, with its earlier texts. */
export function readPlainText(field: HTMLTextAreaElement, former: readonly string[]): PlainText {
  const { value, selectionStart, selectionEnd, selectionDirection } = field;
  const isBackward = selectionDirection === "backward";
  return { value, selectionStart, selectionEnd, isBackward, former };
}

/** The document and the selection in it. */
type Read = { doc: Node; anchor: number; head: number };

/** Stands at the cursor while a text is read. A private character, which no text has. */
const cursorMark = "\ue000";

/** The editor's first state: the text of the plain field with its selection and its earlier texts. */
export function startState(bridge: MarkdownBridge, plain: PlainText, all: Plugin[]): EditorState {
  const { doc, anchor, head } = readAtCursor(bridge, plain) ?? readWithSelection(bridge, plain);
  const docs = [doc];
  for (const text of [...plain.former].reverse()) {
    const older = shareBlocks(tidyNode(new MarkdownBridge().read(text)), docs[0] ?? doc);
    if (!older.eq(docs[0] ?? doc)) docs.unshift(older);
  }
  let state = EditorState.create({ doc: docs[0] ?? doc, plugins: all });
  for (const next of docs.slice(1)) state = state.apply(closeHistory(changeTo(state, next)));
  const { tr } = state;
  tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)));
  return state.apply(closeHistory(tr));
}

/**
 * Reads a text whose cursor stands behind a space or a line end that Markdown drops, so that the next word does not stick
 * to the last one. Null if the cursor stands elsewhere.
 */
function readAtCursor(bridge: MarkdownBridge, plain: PlainText): Read | null {
  const { value, selectionStart: at, selectionEnd } = plain;
  const before = value.slice(0, at);
  const after = value.slice(at);
  const isBehindSpace = /\s$/.test(before) && /^[ \t]*(?:\n|$)/.test(after);
  if (at !== selectionEnd || !isBehindSpace || value.includes(cursorMark)) return null;
  const isOnEmptyLine = /\n[ \t]*$/.test(before);
  // On an empty line within the text a new paragraph starts.
  const isBetween = isOnEmptyLine && after.trim() !== "";
  const lastBefore = new MarkdownBridge().read(before).lastChild;
  // The mark right below a table would be a new row of it.
  const isBelowTable = isOnEmptyLine && lastBefore?.type === schema.nodes.table;
  const gap = isBetween || isBelowTable ? "\n\n" : "";
  const doc = tidyNode(bridge.read(before + gap + cursorMark + (isBetween ? gap : "") + after));
  const position = findMark(doc);
  if (position === null) return null;
  const { parent, nodeBefore } = doc.resolve(position);
  const isSource = parent.type === schema.nodes.source;
  // Text behind a photo would turn its block into Markdown.
  if (isSource && (isBetween || lastBefore?.type !== schema.nodes.source)) return null;
  const change = new Transform(doc);
  // A line end that the person has just typed, which Markdown reads as a space.
  const isLineEnd = isOnEmptyLine && /\s$/.test(nodeBefore?.text ?? "");
  if (isLineEnd && parent.type === schema.nodes.paragraph) {
    change.replaceWith(position - 1, position + 1, schema.nodes.hardBreak.create());
  } else change.delete(position, position + 1);
  return { doc: change.doc, anchor: position, head: position };
}

function findMark(doc: Node): number | null {
  let found: number | null = null;
  doc.descendants(({ text }, position) => {
    const at = text?.indexOf(cursorMark) ?? -1;
    if (at >= 0) found = position + at;
  });
  return found;
}

function readWithSelection(bridge: MarkdownBridge, plain: PlainText): Read {
  const { value, selectionStart, selectionEnd, isBackward } = plain;
  const doc = tidyNode(bridge.read(value));
  const body = bridge.write(doc);
  const [from, to] = [positionAt(body, selectionStart), positionAt(body, selectionEnd)];
  const [anchor, head] = isBackward ? [to, from] : [from, to];
  return { doc, anchor, head };
}

function tidyNode(doc: Node): Node {
  return tidy(doc, EditorState.create({ doc }).tr)?.doc ?? doc;
}

/** Makes equal blocks at the start and the end the same objects, because only known blocks are written as they were read. */
function shareBlocks(older: Node, newer: Node): Node {
  const count = Math.min(older.childCount, newer.childCount);
  const isEqual = (mine: number, theirs: number): boolean =>
    older.child(mine).eq(newer.child(theirs));
  let first = 0;
  while (first < count && isEqual(first, first)) first++;
  let last = 0;
  const [mine, theirs] = [older.childCount, newer.childCount];
  while (last < count - first && isEqual(mine - 1 - last, theirs - 1 - last)) last++;
  return schema.nodes.doc.create(null, [
    ...newer.children.slice(0, first),
    ...older.children.slice(first, mine - last),
    ...newer.children.slice(theirs - last),
  ]);
}

/** Replaces only the blocks that differ. */
function changeTo({ doc, tr }: EditorState, next: Node): Transaction {
  let first = 0;
  while (first < doc.childCount && doc.maybeChild(first) === next.maybeChild(first)) first++;
  let [end, nextEnd] = [doc.childCount, next.childCount];
  while (end > first && nextEnd > first && doc.child(end - 1) === next.child(nextEnd - 1)) {
    end--;
    nextEnd--;
  }
  const measureBefore = (count: number): number =>
    doc.children.slice(0, count).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return tr.replaceWith(
    measureBefore(first),
    measureBefore(end),
    next.children.slice(first, nextEnd),
  );
}
