import type { Node, ResolvedPos } from "prosemirror-model";
import { schema } from "./schema.ts";

/** A cell of a table. Positions are right before the nodes. */
export type TablePlace = {
  table: Node;
  tableAt: number;
  row: number;
  column: number;
  cellAt: number;
};

const { table, tableHeader, tableCell } = schema.nodes;

/** The cell around a position, or null. */
export function tablePlace(position: ResolvedPos): TablePlace | null {
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

/** Right before a row; behind the last one for the row after it. */
export function rowAt({ table: block, tableAt }: TablePlace, row: number): number {
  const before = block.children.slice(0, row);
  return before.reduce((sum, { nodeSize }) => sum + nodeSize, tableAt + 1);
}

/** Right before a cell; behind the last one of the row for the column after it. */
export function cellAt(place: TablePlace, row: number, column: number): number {
  const before = place.table.maybeChild(row)?.children.slice(0, column) ?? [];
  return before.reduce((sum, { nodeSize }) => sum + nodeSize, rowAt(place, row) + 1);
}
