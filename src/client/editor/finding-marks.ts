import type { Node } from "prosemirror-model";
import {
  NodeSelection,
  Plugin,
  PluginKey,
  TextSelection,
  type EditorState,
  type Transaction,
} from "prosemirror-state";
import type { Mapping } from "prosemirror-transform";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { rangeAt, type BodyMarkdown } from "./body-map.ts";
import type { EditorFinding, EditorOptions } from "./editor-handle.ts";
import { MarkdownBridge } from "./markdown-bridge.ts";
import { schema } from "./schema.ts";

/** What a mark stores of its finding. `shown` is the marked text or photo. */
type Mark = {
  finding: number;
  suggestion: string | null;
  shown: string | Node;
  /** For a photo: its Markdown, and the range of the finding in it. */
  source: { text: string; start: number; end: number } | null;
  /** For a photo: the field that the finding is about. */
  field?: PhotoField;
};

export type PhotoField = "alt" | "caption";

/** The findings of one field of a photo, from the marks of its block. */
export function listPhotoFindings(marks: readonly Decoration[], field: PhotoField): number[] {
  return marks.flatMap(({ spec }) => {
    const mark = spec as Partial<Mark>;
    return mark.field === field && mark.finding !== undefined ? [mark.finding] : [];
  });
}

const key = new PluginKey<DecorationSet>("findingMarks");

type Callbacks = Pick<EditorOptions, "onFindingsOpened" | "onFindingsLeft">;

/** Opens the findings at the cursor. */
const openKey = { key: "Enter", altKey: true, ctrlKey: false, metaKey: false, shiftKey: false };

/** The marks of soát bài. They move with their text and disappear with it. */
export function findingMarks({
  onFindingsOpened,
  onFindingsLeft,
}: Callbacks): Plugin<DecorationSet> {
  const open = (state: EditorState, position: number, isByKey: boolean): boolean => {
    const findings = listFindingsAt(state, position);
    if (findings.length > 0) onFindingsOpened?.(findings, isByKey);
    return findings.length > 0;
  };
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, former) => {
        const fresh = transaction.getMeta(key) as DecorationSet | undefined;
        return fresh ?? former.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick: (view, position) => {
        open(view.state, position, false);
        return false;
      },
      handleKeyDown: (view, event) => {
        const isOpenKey = Object.entries(openKey).every(
          ([name, value]) => event[name as keyof KeyboardEvent] === value,
        );
        const { selection, tr } = view.state;
        if (isOpenKey) view.dispatch(tr.scrollIntoView());
        return isOpenKey && open(view.state, selection.head, true);
      },
    },
    view: () => ({
      update: ({ state }, former) => {
        const isChanged = state.doc !== former.doc;
        const isMoved = !state.selection.eq(former.selection);
        const { head } = state.selection;
        if (isChanged || (isMoved && listFindingsAt(state, head).length === 0)) onFindingsLeft?.();
      },
    }),
  });
}

/** The findings whose text is at a position. Those of photos are shown in the photo's block. */
function listFindingsAt(state: EditorState, position: number): number[] {
  const marks = key.getState(state)?.find(position, position) ?? [];
  return marks.flatMap(({ spec }) => {
    const { finding, shown } = spec as Mark;
    return typeof shown === "string" ? [finding] : [];
  });
}

/** The box of a finding's text in the window: that of its first line. Null if the text is gone. */
export function findingBox(view: EditorView, finding: number): DOMRect | null {
  const mark = findMark(view.state, finding);
  if (mark === null || typeof (mark.spec as Mark).shown !== "string") return null;
  const start = view.coordsAtPos(mark.from, 1);
  const end = view.coordsAtPos(mark.to, -1);
  const right = end.top < start.bottom ? end.right : start.right;
  return new DOMRect(start.left, start.top, right - start.left, start.bottom - start.top);
}

/** The body that was checked, its document, and the changes since. */
export type Checked = { body: BodyMarkdown; doc: Node; since: Mapping };

/** Marks the findings of the body that was checked. Returns null if they are marked already. */
export function markFindings(
  state: EditorState,
  { body, doc, since }: Checked,
  findings: readonly EditorFinding[],
): Transaction | null {
  const { doc: now, tr } = state;
  const marks = findings.flatMap((finding, index) => createMark(finding, index, body, doc) ?? []);
  const shown = key.getState(state)?.find() ?? [];
  const areShown =
    marks.length === shown.length && marks.every((mark, place) => isAt(mark, shown[place], since));
  if (areShown) return null;
  const set = DecorationSet.create(doc, marks).map(since, now);
  return tr.setMeta(key, set);
}

/** Whether the editor already shows this mark of the checked body. */
function isAt(mark: Decoration, shown: Decoration | undefined, since: Mapping): boolean {
  if (
    shown === undefined ||
    since.map(mark.from) !== shown.from ||
    since.map(mark.to, -1) !== shown.to
  )
    return false;
  const [{ shown: text, ...others }, { shown: shownText, ...shownOthers }] = [
    mark.spec as Mark,
    shown.spec as Mark,
  ];
  const isSameText =
    typeof text === "string" || typeof shownText === "string"
      ? text === shownText
      : text.eq(shownText);
  return isSameText && JSON.stringify(others) === JSON.stringify(shownOthers);
}

function createMark(
  { where, severity, suggestion }: EditorFinding,
  finding: number,
  body: BodyMarkdown,
  doc: Node,
): Decoration | null {
  const { field, start, end } = where;
  if (field !== "body" || start === null || end === null) return null;
  const range = rangeAt(body, start, end);
  if (range === null || range.from === range.to) return null;
  const { from, to } = range;
  const node = doc.nodeAt(from);
  if (node?.type === schema.nodes.photo && from + node.nodeSize === to) {
    const source = findPhotoSource(body, from, start, end);
    const field = source !== null && source.start > source.text.indexOf("](") ? "caption" : "alt";
    const mark: Mark = { finding, suggestion, shown: node, source, field };
    return Decoration.node(from, to, {}, mark);
  }
  const shown = readTextBetween(doc, from, to);
  // If the range contains markup, the suggestion would remove it.
  const isPlain = shown === body.text.slice(start, end);
  const mark: Mark = { finding, suggestion: isPlain ? suggestion : null, shown, source: null };
  return Decoration.inline(from, to, { class: `editor-finding editor-finding-${severity}` }, mark);
}

function findPhotoSource(
  body: BodyMarkdown,
  at: number,
  start: number,
  end: number,
): Mark["source"] {
  const block = body.blocks.find(({ position, size }) => at >= position && at < position + size);
  const piece = block?.pieces.find((one) => block.position + one.at === at);
  if (block === undefined || piece === undefined) return null;
  const from = block.start + piece.from;
  return {
    text: body.text.slice(from, block.start + piece.to),
    start: start - from,
    end: end - from,
  };
}

function readTextBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, "\n", "\ufffc");
}

function findMark(state: EditorState, finding: number): Decoration | null {
  const set = key.getState(state) ?? DecorationSet.empty;
  return set.find(undefined, undefined, (spec: Mark) => spec.finding === finding)[0] ?? null;
}

/** Selects the text of a finding. Returns null if it is gone. */
export function selectFinding(state: EditorState, finding: number): Transaction | null {
  const mark = findMark(state, finding);
  if (mark === null) return null;
  const { doc, tr } = state;
  const { shown } = mark.spec as Mark;
  const selection =
    typeof shown === "string"
      ? TextSelection.create(doc, mark.from, mark.to)
      : NodeSelection.create(doc, mark.from);
  return tr.setSelection(selection);
}

/** Scrolls the selected finding to where there is room around it for its message. */
export function scrollToFinding(view: EditorView, finding: number): void {
  const photo = view.nodeDOM(view.state.selection.from);
  const box = photo instanceof HTMLElement ? photo.getBoundingClientRect() : new DOMRect();
  const { top } = findingBox(view, finding) ?? box;
  const isInMiddle = top > window.innerHeight / 4 && top < window.innerHeight / 2;
  if (!isInMiddle) window.scrollBy(0, top - window.innerHeight / 3);
}

/** Replaces the text of a finding with its suggestion. Returns null if the text has changed. */
export function applySuggestion(state: EditorState, finding: number): Transaction | null {
  const mark = findMark(state, finding);
  if (mark === null) return null;
  const { suggestion, shown, source } = mark.spec as Mark;
  const { doc, tr } = state;
  if (suggestion === null) return null;
  if (typeof shown === "string") {
    const isSame = readTextBetween(doc, mark.from, mark.to) === shown && !shown.includes("\n");
    if (!isSame) return null;
    return tr.insertText(suggestion, mark.from, mark.to).setMeta("uiEvent", "suggestion");
  }
  const photo = doc.nodeAt(mark.from);
  if (source === null || photo?.eq(shown) !== true) return null;
  const { text, start, end } = source;
  const better = new MarkdownBridge().read(text.slice(0, start) + suggestion + text.slice(end));
  const { firstChild } = better;
  if (firstChild?.type !== schema.nodes.photo) return null;
  return tr.setNodeMarkup(mark.from, null, firstChild.attrs);
}
