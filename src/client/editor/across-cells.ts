import { Plugin, TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import { tablePlace } from "./table-place.ts";

/** Who deletes or types over several cells empties them: their borders are no text, and stay. */
export function acrossCells(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, { key }) => {
        const tr = key === "Backspace" || key === "Delete" ? cleared(view.state) : null;
        if (tr !== null) view.dispatch(tr);
        return tr !== null;
      },
      handleTextInput: (view, _from, _to, text) => {
        const tr = cleared(view.state);
        if (tr !== null) view.dispatch(tr.insertText(text));
        return tr !== null;
      },
    },
  });
}

/** Null unless the selection begins in one cell and ends in another cell of the table. */
function cleared({ selection, doc, tr }: EditorState): Transaction | null {
  const first = tablePlace(selection.$from);
  const last = tablePlace(selection.$to);
  if (first === null || last === null || first.tableAt !== last.tableAt) return null;
  if (first.cellAt === last.cellAt) return null;
  const { from, to } = selection;
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return;
    const start = tr.mapping.map(Math.max(from, position + 1));
    tr.delete(start, tr.mapping.map(Math.min(to, position + 1 + node.content.size)));
  });
  return tr.setSelection(TextSelection.create(tr.doc, from)).scrollIntoView();
}
