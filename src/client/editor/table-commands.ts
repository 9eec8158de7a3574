import type { Node, ResolvedPos } from "prosemirror-model";
import { TextSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";
import { schema } from "./schema.ts";

const { table, tableRow, tableHeader, tableCell } = schema.nodes;

export function isInTable({ selection }: EditorState): boolean {
  return findTablePlace(selection.$from) !== null;
}

/** Inserts a table with three columns, a head and two rows. The cursor goes into its first cell. */
export const insertTable: Command = ({ selection, tr }, dispatch) => {
  const { $from } = selection;
  if ($from.depth === 0 || $from.node(1).type === table) return false;
  if (dispatch) {
    const row = (type: typeof tableCell) =>
      tableRow.create(
        null,
        [0, 1, 2].map(() => type.create()),
      );
    const made = table.create(null, [row(tableHeader), row(tableCell), row(tableCell)]);
    const block = $from.node(1);
    const isEmpty = block.isTextblock && block.content.size === 0;
    const at = isEmpty ? $from.before(1) : $from.after(1);
    tr.replaceWith(at, $from.after(1), made);
    dispatch(putCursorIn(tr, at + 2).scrollIntoView());
  }
  return true;
};

/** Adds a row above (0) or below (1). A row above the head becomes the head. */
export function addRow(side: 0 | 1): Command {
  return runInTable((place, tr) => {
    const cells = place.table.child(place.row).children.map(() => tableCell.create());
    const at = findRow(place, place.row + side);
    return putCursorIn(tr.insert(at, tableRow.create(null, cells)), at + 1);
  });
}

/** Adds a column before (0) or after (1). */
export function addColumn(side: 0 | 1): Command {
  return runInTable((place, tr) => {
    const column = place.column + side;
    for (let row = place.table.childCount - 1; row >= 0; row--) {
      tr.insert(findCell(place, row, column), tableCell.create());
    }
    return tr;
  });
}

/** Deletes a row. Without its last row or column, the table is deleted too. */
export const deleteRow: Command = runInTable((place, tr) => {
  if (place.table.childCount === 1) return removeTable(place, tr);
  return tr.delete(findRow(place, place.row), findRow(place, place.row + 1));
});

export const deleteColumn: Command = runInTable((place, tr) => {
  if (place.table.child(place.row).childCount === 1) return removeTable(place, tr);
  for (let row = place.table.childCount - 1; row >= 0; row--) {
    const cell = place.table.child(row).maybeChild(place.column);
    const at = findCell(place, row, place.column);
    if (cell) tr.delete(at, at + cell.nodeSize);
  }
  return tr;
});

export const deleteTable: Command = runInTable(removeTable);

/**
 * Tab goes to the next cell, and adds a row after the last one, as in Word. Shift+Tab goes back, and leaves the first
 * cell.
 */
export function moveByCells(by: 1 | -1): Command {
  return (state, dispatch) => {
    const place = findTablePlace(state.selection.$from);
    if (place === null) return false;
    const width = place.table.child(place.row).childCount;
    const number = place.row * width + place.column + by;
    if (number < 0) return false;
    const row = Math.floor(number / width);
    if (row < place.table.childCount)
      return selectCell(place, row, number % width)(state, dispatch);
    return addRow(1)(state, dispatch);
  };
}

/** Enter goes to the cell below, in a new row if there is none, because GFM has no line breaks in cells. */
export const moveToCellBelow: Command = (state, dispatch) => {
  const place = findTablePlace(state.selection.$from);
  if (place === null) return false;
  const isLast = place.row === place.table.childCount - 1;
  return (isLast ? addRow(1) : selectCell(place, place.row + 1, place.column))(state, dispatch);
};

function runInTable(change: (place: TablePlace, tr: Transaction) => Transaction): Command {
  return ({ selection, tr }, dispatch) => {
    const place = findTablePlace(selection.$from);
    if (place !== null) dispatch?.(change(place, tr).scrollIntoView());
    return place !== null;
  };
}

function removeTable({ table: block, tableAt }: TablePlace, tr: Transaction): Transaction {
  return tr.delete(tableAt, tableAt + block.nodeSize);
}

/** Selects the text of a cell, so that typing replaces it. */
function selectCell(place: TablePlace, row: number, column: number): Command {
  return ({ tr }, dispatch) => {
    const at = findCell(place, row, column);
    const size = place.table.child(row).maybeChild(column)?.content.size ?? 0;
    tr.setSelection(TextSelection.create(tr.doc, at + 1, at + 1 + size));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function putCursorIn(tr: Transaction, at: number): Transaction {
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
}

/** A cell and its table. Positions are those right before the nodes. */
export type TablePlace = {
  table: Node;
  tableAt: number;
  row: number;
  column: number;
  cellAt: number;
};

/** The cell that contains a position, or null. */
export function findTablePlace(position: ResolvedPos): TablePlace | null {
  for (let depth = position.depth; depth > 2; depth--) {
    const { type } = position.node(depth);
    const around = position.node(depth - 2);
    if ((type !== tableHeader && type !== tableCell) || around.type !== table) continue;
    return {
      table: around,
      tableAt: position.before(depth - 2),
      row: position.index(depth - 2),
      column: position.index(depth - 1),
      cellAt: position.before(depth),
    };
  }
  return null;
}

/** The position right before a row, or after the last row. */
function findRow({ table: block, tableAt }: TablePlace, row: number): number {
  const before = block.children.slice(0, row);
  return before.reduce((sum, { nodeSize }) => sum + nodeSize, tableAt + 1);
}

/** The position right before a cell, or after the last cell of the row. */
function findCell(place: TablePlace, row: number, column: number): number {
  const before = place.table.maybeChild(row)?.children.slice(0, column) ?? [];
  return before.reduce((sum, { nodeSize }) => sum + nodeSize, findRow(place, row) + 1);
}
