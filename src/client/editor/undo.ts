import { closeHistory, history, isHistoryTransaction, redo, undo } from "prosemirror-history";
import type { Command, EditorState, Plugin, Transaction } from "prosemirror-state";
import { AttrStep, ReplaceStep } from "prosemirror-transform";

/** Text that is typed without a longer pause, in ms, is undone together. */
const maxPause = 500;

export function undoHistory(): Plugin {
  return history({ depth: 200, newGroupDelay: maxPause });
}

/** Also take the keys when there is nothing to undo or redo: else Shift+Command+Z on a Mac would go on as Command+Z. */
export const undoKeys: Record<string, Command> = {
  "Mod-z": handleAlways(undo),
  "Mod-y": handleAlways(redo),
  "Mod-Shift-z": handleAlways(redo),
};

function handleAlways(command: Command): Command {
  return (state, dispatch) => {
    command(state, dispatch);
    return true;
  };
}

/** Marks a change that types the first text of a line it makes. What is typed next is undone with it. */
export const startsLine = "startsLine";

/** The letters typed into one field of one photo since the last pause. */
type FieldTyping = { field: string; first: Transaction; last: number };

/**
 * Decides what one undo takes back: text typed in one place, or one act, such as a moved photo, a paste or a new table row.
 * The history alone would join an act to the text that was typed right before it, and split the text of a photo's fields
 * into letters.
 */
export class UndoGroups {
  #typing: FieldTyping | null = null;

  apply(state: EditorState, change: Transaction): EditorState {
    if (!change.docChanged || isHistoryTransaction(change)) return state.apply(change);
    const field = findChangedField(change);
    if (field !== null) return this.#applyToField(state, change, field);
    this.#typing = null;
    if (isTyping(change)) return state.apply(replacesSelection(state, change));
    if (change.getMeta(startsLine) === true) return state.apply(closeHistory(change));
    const after = state.apply(closeHistory(change));
    return after.apply(closeHistory(after.tr));
  }

  #applyToField(state: EditorState, change: Transaction, field: string): EditorState {
    const typing = this.#typing;
    if (typing?.field === field && change.time - typing.last < maxPause) {
      typing.last = change.time;
      return state.apply(change.setMeta("appendedTransaction", typing.first));
    }
    this.#typing = { field, first: change, last: change.time };
    return state.apply(closeHistory(change));
  }
}

/** The position and the name of the photo's field in which a transaction types; null if it does anything else. */
function findChangedField(change: Transaction): string | null {
  const [step, another] = change.steps;
  if (change.getMeta("uiEvent") !== undefined) return null;
  return step instanceof AttrStep && another === undefined ? `${step.pos} ${step.attr}` : null;
}

/** True if every step replaces text within a paragraph, heading or cell, and no paste, drop or suggestion did it. */
export function isTyping(change: Transaction): boolean {
  if (change.getMeta("uiEvent") !== undefined) return false;
  return change.steps.every((step, index) => {
    if (!(step instanceof ReplaceStep)) return false;
    const start = change.docs[index]?.resolve(step.from);
    const isInOneBlock = start?.parent.isTextblock === true && step.to <= start.end();
    return isInOneBlock && step.slice.content.content.every(({ isText }) => isText);
  });
}

/** Text typed over a selection is undone apart from what was typed before. */
function replacesSelection(state: EditorState, change: Transaction): Transaction {
  const isComposing = change.getMeta("composition") !== undefined;
  return state.selection.empty || isComposing ? change : closeHistory(change);
}
