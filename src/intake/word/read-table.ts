import { childNamed, element } from "../blocks/markup.ts";
import type { Markup, MarkupElement } from "../blocks/markup.ts";
import { readControl } from "./read-inline.ts";
import { valueIn } from "./styles.ts";
import { wordsIn } from "./word-context.ts";
import type { WordContext } from "./word-context.ts";

type Cell = { blocks: MarkupElement[]; columns: number; rows: number };

/** A table as HTML has it: cells that Word merges downwards span rows. */
export function readTable(table: MarkupElement, context: WordContext): MarkupElement {
  /** The cell in each column that the next row may go on. */
  let above = new Map<number, Cell>();
  const rows: Cell[][] = [];
  for (const row of partsNamed(table, "w:tr", context)) {
    const properties = childNamed(row, "w:trPr");
    if (childNamed(properties, "w:del") !== null) {
      context.leaveOut("deleted-text", wordsIn(row));
      continue;
    }
    const below = new Map<number, Cell>();
    const cells: Cell[] = [];
    let column = Number(valueIn(childNamed(properties, "w:gridBefore"))) || 0;
    if (column > 0) cells.push({ blocks: [], columns: column, rows: 1 });
    for (const node of partsNamed(row, "w:tc", context)) {
      const cell = readCell(node, above.get(column) ?? null, context);
      if (cell.isNew) cells.push(cell.cell);
      below.set(column, cell.cell);
      column += cell.columns;
    }
    rows.push(cells);
    above = below;
  }
  return element("table", {}, rows.map(rowMarkup));
}

function readCell(
  node: MarkupElement,
  above: Cell | null,
  context: WordContext,
): { cell: Cell; columns: number; isNew: boolean } {
  const properties = childNamed(node, "w:tcPr");
  const columns = Number(valueIn(childNamed(properties, "w:gridSpan"))) || 1;
  const merge = childNamed(properties, "w:vMerge");
  const goesOn = merge !== null && valueIn(merge) !== "restart" && above !== null;
  if (goesOn) {
    above.rows++;
    context.leaveOut("hidden-text", wordsIn(node));
    return { cell: above, columns, isNew: false };
  }
  const blocks = context.readBlocks(node.children.filter((child) => child !== properties));
  return { cell: { blocks, columns, rows: 1 }, columns, isNew: true };
}

function rowMarkup(cells: readonly Cell[]): MarkupElement {
  const made = cells.map(({ blocks, columns, rows }) => {
    const spans = { colspan: String(columns), rowspan: String(rows) };
    return element("td", spans, blocks);
  });
  return element("tr", {}, made);
}

/** Rows of a table or cells of a row, also those in content controls and in tracked insertions. */
function partsNamed(node: MarkupElement, name: string, context: WordContext): MarkupElement[] {
  const parts = (nodes: readonly Markup[]): MarkupElement[] =>
    nodes.flatMap((child): MarkupElement[] => {
      if (typeof child === "string") return [];
      if (child.name === name) return [child];
      if (child.name === "w:sdt") return parts(readControl(child, context));
      return /^w:(?:ins|customXml|moveTo)$/.test(child.name) ? parts(child.children) : [];
    });
  return parts(node.children);
}
