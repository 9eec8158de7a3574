import type { Node } from "prosemirror-model";
import {
  Plugin,
  PluginKey,
  type Command,
  type EditorState,
  type SelectionBookmark,
  type Transaction,
} from "prosemirror-state";
import { AttrStep, ReplaceStep } from "prosemirror-transform";

/** A document as it was, and where the cursor was. Blocks that did not change are shared with it. */
type Moment = { doc: Node; cursor: SelectionBookmark };

type Past = { done: readonly Moment[]; undone: readonly Moment[]; last: Kind; at: number };

/** Letters typed, and letters typed into the fields of a photo, are taken back together; anything else alone. */
type Kind = "typing" | "field" | "act";

const key = new PluginKey<Past>("undoHistory");

const mostMoments = 200;

/** How long, in ms, one may pause while typing what is taken back together. */
const pause = 500;

/**
 * What to undo, as whole documents: less to load than ProseMirror's own history, which has to cope with several people in
 * one document.
 */
export function undoHistory(): Plugin<Past> {
  return new Plugin<Past>({
    key,
    state: {
      init: () => ({ done: [], undone: [], last: "act", at: 0 }),
      apply: (tr, past, before) => (tr.getMeta(key) as Past | undefined) ?? grown(past, tr, before),
    },
  });
}

function grown(past: Past, tr: Transaction, before: EditorState): Past {
  if (!tr.docChanged || tr.getMeta("appendedTransaction") !== undefined) return past;
  const last = kindOf(tr);
  const goesOn = last !== "act" && last === past.last && tr.time - past.at < pause;
  const composes = tr.getMeta("composition") !== undefined && past.last === "typing";
  const isSame = (goesOn || composes) && past.done.length > 0;
  const done = isSame ? past.done : [...past.done, momentOf(before)].slice(-mostMoments);
  return { done, undone: [], last, at: tr.time };
}

function kindOf(tr: Transaction): Kind {
  if (tr.steps.every((step) => step instanceof AttrStep)) return "field";
  return tr.steps.every(isTyping) ? "typing" : "act";
}

function isTyping(step: unknown): boolean {
  if (!(step instanceof ReplaceStep)) return false;
  const { content } = step.slice;
  const isText = content.childCount === 0 || (content.childCount === 1 && content.child(0).isText);
  return isText && content.size <= 20 && step.to - step.from <= 20;
}

function momentOf({ doc, selection }: EditorState): Moment {
  return { doc, cursor: selection.getBookmark() };
}

export const undo: Command = (state, dispatch) => {
  const { done = [], undone = [] } = key.getState(state) ?? {};
  const moment = done[done.length - 1];
  if (moment === undefined) return false;
  const past = { done: done.slice(0, -1), undone: [...undone, momentOf(state)] };
  dispatch?.(returned(state, moment, past));
  return true;
};

export const redo: Command = (state, dispatch) => {
  const { done = [], undone = [] } = key.getState(state) ?? {};
  const moment = undone[undone.length - 1];
  if (moment === undefined) return false;
  const past = { done: [...done, momentOf(state)], undone: undone.slice(0, -1) };
  dispatch?.(returned(state, moment, past));
  return true;
};

/** Replaces only the blocks that differ: what is drawn of the others, and their marks, stay. */
function returned(
  { doc, tr }: EditorState,
  { doc: then, cursor }: Moment,
  past: Pick<Past, "done" | "undone">,
): Transaction {
  const now = doc.children;
  const former = then.children;
  const most = Math.min(now.length, former.length);
  let same = 0;
  while (same < most && now[same] === former[same]) same++;
  let sameAfter = 0;
  const isSameAfter = (): boolean => now.at(-1 - sameAfter) === former.at(-1 - sameAfter);
  while (sameAfter < most - same && isSameAfter()) sameAfter++;
  const from = sizeOf(now.slice(0, same));
  const to = doc.content.size - sizeOf(now.slice(now.length - sameAfter));
  tr.replaceWith(from, to, former.slice(same, former.length - sameAfter));
  const meta: Past = { ...past, last: "act", at: 0 };
  return tr.setSelection(cursor.resolve(tr.doc)).setMeta(key, meta).scrollIntoView();
}

function sizeOf(blocks: readonly Node[]): number {
  return blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
}
