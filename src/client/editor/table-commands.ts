import { TextSelection, type Command } from "prosemirror-state";
import { addRowAfter, goToNextCell, isInTable, selectionCell, TableMap } from "prosemirror-tables";
import { schema } from "./schema.ts";

const { table, table_row: row, table_header: head, table_cell: cell } = schema.nodes;

/** Three columns, a head and two rows. The cursor is in its first cell. */
export const insertTable: Command = ({ selection, tr }, dispatch) => {
  const { $from } = selection;
  if ($from.depth === 0 || isWithin($from.node(1).type.name)) return false;
  if (dispatch) {
    const rowOf = (type: typeof cell) =>
      row.create(null, [type.create(), type.create(), type.create()]);
    const made = table.create(null, [rowOf(head), rowOf(cell), rowOf(cell)]);
    const block = $from.node(1);
    const isEmpty = block.isTextblock && block.content.size === 0;
    const at = isEmpty ? $from.before(1) : $from.after(1);
    tr.replaceWith(at, isEmpty ? $from.after(1) : at, made);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }
  return true;
};

function isWithin(block: string): boolean {
  return block === "table";
}

/** Tab in a cell; behind the last one comes a new row, as in Word. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch, view)) return true;
  if (!addRowAfter(state, dispatch)) return false;
  if (view) goToNextCell(1)(view.state, dispatch, view);
  return true;
};

export const previousCell: Command = goToNextCell(-1);

/** Enter in a cell: the cell below, in a new row if there is none. GFM has no lines within cells. */
export const cellBelow: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  const here = selectionCell(state);
  const around = here.node(-1);
  const map = TableMap.get(around);
  const start = here.start(-1);
  const below = map.nextCell(here.pos - start, "vert", 1);
  if (below === null) {
    if (!addRowAfter(state, dispatch) || !view) return false;
    return cellBelow(view.state, dispatch, view);
  }
  if (dispatch) {
    const inside = state.doc.resolve(start + below + 1);
    dispatch(state.tr.setSelection(TextSelection.near(inside)).scrollIntoView());
  }
  return true;
};
