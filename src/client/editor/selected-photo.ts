import { NodeSelection, Plugin, TextSelection } from "prosemirror-state";
import type { EditorState, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { photoPlace } from "./photo-commands.ts";
import { schema } from "./schema.ts";

/** The key code of every key that an input method handles. */
const inputMethodKey = 229;

/** Text that is typed while a photo is selected goes into a new paragraph below it. The photo stays. */
export function keepSelectedPhoto(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => typeBelow(view, text),
      handleKeyDown: (view, { keyCode }) => {
        if (keyCode === inputMethodKey) leaveSelectedPhoto(view);
        return false;
      },
      handleDOMEvents: {
        // Text of a voice or of an emoji list comes without a key.
        beforeinput: (view, event) => {
          if (!event.inputType.startsWith("insert") || event.data === null) return false;
          const isTyped = typeBelow(view, event.data);
          if (isTyped) event.preventDefault();
          return isTyped;
        },
      },
    },
  });
}

function typeBelow(view: EditorView, text: string): boolean {
  const below = belowSelectedPhoto(view.state);
  if (below !== null) view.dispatch(below.insertText(text));
  return below !== null;
}

/** Moves the cursor from a selected photo into a new paragraph below it. */
export function leaveSelectedPhoto(view: EditorView): void {
  const below = belowSelectedPhoto(view.state);
  if (below !== null) view.dispatch(below);
}

/** The cursor in a new paragraph below the selected photo; null if no photo is selected. */
export function belowSelectedPhoto(state: EditorState): Transaction | null {
  const { selection, tr } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type !== schema.nodes.photo) {
    return null;
  }
  const at = photoPlace(state, selection.to);
  tr.insert(at, schema.nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView();
}
