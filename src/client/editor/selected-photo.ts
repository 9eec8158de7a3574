import { GapCursor } from "prosemirror-gapcursor";
import { NodeSelection, Plugin, TextSelection } from "prosemirror-state";
import type { EditorState, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { findPhotoPlace } from "./photo-commands.ts";
import { schema } from "./schema.ts";
import { startsLine } from "./undo.ts";

/** The key code of every key that an input method handles. */
const inputMethodKey = 229;

/** Text that is typed while a photo or video is selected, or between two, gets a new paragraph. The photo or video stays. */
export function keepSelectedPhoto(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) =>
        type(view, text, moveBelowSelectedPhoto(view.state) ?? moveOutOfGap(view.state)),
      handleKeyDown: (view, { keyCode }) => {
        if (keyCode === inputMethodKey) leaveSelectedPhoto(view);
        return false;
      },
      handleDOMEvents: {
        // Text of a voice or of an emoji list comes without a key.
        beforeinput: (view, event) => {
          if (!event.inputType.startsWith("insert") || event.data === null) return false;
          const isTyped = type(view, event.data, moveBelowSelectedPhoto(view.state));
          if (isTyped) event.preventDefault();
          return isTyped;
        },
      },
    },
  });
}

function type(view: EditorView, text: string, line: Transaction | null): boolean {
  if (line !== null) view.dispatch(line.insertText(text).setMeta(startsLine, true));
  return line !== null;
}

/** Moves the cursor from a selected photo into a new paragraph below it. */
export function leaveSelectedPhoto(view: EditorView): void {
  const below = moveBelowSelectedPhoto(view.state);
  if (below !== null) view.dispatch(below);
}

/** The cursor in a new paragraph below the selected photo or video; null if neither is selected. */
export function moveBelowSelectedPhoto(state: EditorState): Transaction | null {
  const { selection, tr } = state;
  if (!(selection instanceof NodeSelection)) return null;
  const { photo, video } = schema.nodes;
  if (selection.node.type !== photo && selection.node.type !== video) return null;
  return addLine(tr, findPhotoPlace(state, selection.to));
}

/** The cursor in a new paragraph where it stands between two blocks; null if it stands elsewhere. */
function moveOutOfGap({ selection, tr }: EditorState): Transaction | null {
  return selection instanceof GapCursor ? addLine(tr, selection.from) : null;
}

function addLine(tr: Transaction, at: number): Transaction {
  tr.insert(at, schema.nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView();
}
