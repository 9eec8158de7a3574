import type { Node } from "prosemirror-model";
import { Plugin, TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { schema } from "./schema.ts";
import { findTablePlace } from "./table-commands.ts";

/** Deleting or typing over several selected cells empties the cells. The cells themselves stay. */
export function keepCells(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, { key }) => {
        const tr = key === "Backspace" || key === "Delete" ? fillMissingCells(view.state) : null;
        if (tr !== null) view.dispatch(tr);
        return tr !== null;
      },
      handleTextInput: (view, _from, _to, text) => {
        const tr = fillMissingCells(view.state);
        if (tr !== null) view.dispatch(tr.insertText(text));
        return tr !== null;
      },
    },
  });
}

/** Null unless the selection begins in one cell and ends in another cell of the table. */
function fillMissingCells({ selection, doc, tr }: EditorState): Transaction | null {
  const first = findTablePlace(selection.$from);
  const last = findTablePlace(selection.$to);
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

/** An empty cell of the head is a plain cell for screen readers, as on the site: it is a heading once it has text. */
export function emptyHeadCellsPlugin(): Plugin {
  return new Plugin({ props: { decorations: ({ doc }) => markPlainCells(doc) } });
}

function markPlainCells(doc: Node): DecorationSet {
  const cells: Decoration[] = [];
  doc.forEach((block, blockStart) => {
    if (block.type !== schema.nodes.table) return;
    block.firstChild?.forEach((cell, cellStart) => {
      const from = blockStart + 2 + cellStart;
      if (cell.content.size > 0) return;
      cells.push(Decoration.node(from, from + cell.nodeSize, { role: "cell" }));
    });
  });
  return cells.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, cells);
}
