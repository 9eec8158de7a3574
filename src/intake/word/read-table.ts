import { findChild, makeElement } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { readControl } from "./read-inline.ts";
import { readValue } from "./styles.ts";
import { readWords } from "./word-context.ts";
import type { WordContext } from "./word-context.ts";

type Cell = { blocks: MarkupElement[]; columns: number; rows: number };

/** A table as HTML has it: cells that Word merges downwards span rows. */
export function readTable(table: MarkupElement, context: WordContext): MarkupElement {
  /** The cell in each column that the next row may go on. */
  let above = new Map<number, Cell>();
  const rows: Cell[][] = [];
  for (const row of listPartsNamed(table, "w:tr", context)) {
    const properties = findChild(row, "w:trPr");
    if (findChild(properties, "w:del") !== null) {
      context.leaveOut("deleted-text", readWords(row));
      continue;
    }
    const below = new Map<number, Cell>();
    const cells: Cell[] = [];
    let column = Number(readValue(findChild(properties, "w:gridBefore"))) || 0;
    if (column > 0) cells.push({ blocks: [], columns: column, rows: 1 });
    for (const node of listPartsNamed(row, "w:tc", context)) {
      const cell = readCell(node, above.get(column) ?? null, context);
      if (cell.isNew) cells.push(cell.cell);
      below.set(column, cell.cell);
      column += cell.columns;
    }
    rows.push(cells);
    above = below;
  }
  return makeElement("table", {}, rows.map(makeRow));
}

function readCell(
  node: MarkupElement,
  above: Cell | null,
  context: WordContext,
): { cell: Cell; columns: number; isNew: boolean } {
  const properties = findChild(node, "w:tcPr");
  const columns = Number(readValue(findChild(properties, "w:gridSpan"))) || 1;
  const merge = findChild(properties, "w:vMerge");
  const goesOn = merge !== null && readValue(merge) !== "restart" && above !== null;
  if (goesOn) {
    above.rows++;
    context.leaveOut("hidden-text", readWords(node));
    return { cell: above, columns, isNew: false };
  }
  const blocks = context.readBlocks(node.children.filter((child) => child !== properties));
  return { cell: { blocks, columns, rows: 1 }, columns, isNew: true };
}

function makeRow(cells: readonly Cell[]): MarkupElement {
  const made = cells.map(({ blocks, columns, rows }) => {
    const spans = { colspan: String(columns), rowspan: String(rows) };
    return makeElement("td", spans, blocks);
  });
  return makeElement("tr", {}, made);
}

/** Rows of a table or cells of a row, also those in content controls and in tracked insertions. */
function listPartsNamed(node: MarkupElement, name: string, context: WordContext): MarkupElement[] {
  const listParts = (nodes: readonly Markup[]): MarkupElement[] =>
    nodes.flatMap((child): MarkupElement[] => {
      if (typeof child === "string") return [];
      if (child.name === name) return [child];
      if (child.name === "w:sdt") return listParts(readControl(child, context));
      return /^w:(?:ins|customXml|moveTo)$/.test(child.name) ? listParts(child.children) : [];
    });
  return listParts(node.children);
}
