import { makePlainInline, readBlockText, readBlocksText, plainLook } from "./block.ts";
import type { Block, Inline, TableBlock } from "./block.ts";
import { tidyInlines } from "./inline-text.ts";
import { readAttribute, walkElements } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";
import { readPhotoTable } from "./photo-table.ts";

/** Longest text of a cell in a table of data, in characters. */
const maxCellLength = 400;

const maxColumns = 40;

/** Text for each photo, in characters, up to which a table only holds photos and what stands under them. */
const maxCaptionLength = 400;

/**
 * A table of data stays one; one that lays out photos gives them with their captions; any other gives what is in its
 * cells, in order. `read` gives the blocks of a cell. Web APIs only.
 */
export function readTable(
  table: MarkupElement,
  read: (cell: MarkupElement) => Block[],
  onInnerTable: (text: string) => void,
): Block[] {
  const caption = table.children.find(
    (child) => typeof child !== "string" && child.name === "caption",
  );
  const above = typeof caption === "object" ? read(caption) : [];
  const rows = listRows(table);
  if (isData(table, rows)) {
    const readCells = (cell: MarkupElement): Block[] => {
      const blocks = read(cell);
      blocks
        .filter(({ kind }) => kind === "table")
        .forEach((inner) => onInnerTable(readBlockText(inner)));
      return blocks;
    };
    return [...above, readDataTable(rows, readCells)];
  }
  const cells = rows.map((row) => row.map(read));
  const all = cells.flat(2);
  const photos = all.flatMap((block) => (block.kind === "photos" ? block.photos : []));
  const words = readBlocksText(all.filter((block) => block.kind !== "photos")).trim();
  if (photos.length === 0 || words.length > maxCaptionLength * photos.length)
    return [...above, ...all];
  return [...readPhotoTable(cells), ...above];
}

/** The cells of each row, those of tables inside left out. */
function listRows(table: MarkupElement): MarkupElement[][] {
  const rows: MarkupElement[][] = [];
  for (const child of table.children) {
    if (typeof child === "string") continue;
    if (child.name === "tr") {
      rows.push(
        child.children
          .filter((cell) => typeof cell !== "string")
          .filter(({ name }) => name === "td" || name === "th"),
      );
    } else if (["tbody", "thead", "tfoot"].includes(child.name)) rows.push(...listRows(child));
  }
  return rows;
}

function isData(table: MarkupElement, rows: MarkupElement[][]): boolean {
  const width = Math.max(0, ...rows.map(countColumns));
  if (rows.length < 2 || width < 2 || width > maxColumns) return false;
  const names = [...walkElements(table)].map(({ name }) => name);
  if (names.includes("img")) return false;
  // A table in every row lays out a page.
  if (names.filter((name) => name === "table").length > 1 + rows.length / 2) return false;
  const lengths = rows.flat().map((cell) => measureText(cell));
  return lengths.every((length) => length <= maxCellLength) && lengths.filter(Boolean).length >= 3;
}

function readDataTable(
  rows: MarkupElement[][],
  read: (cell: MarkupElement) => Block[],
): TableBlock {
  const grid: Inline[][][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x++;
      fill(grid, { x, y, cell }, readCellText(read(cell)));
    }
  });
  const width = Math.min(maxColumns, Math.max(...grid.map((row) => row.length)));
  const full = grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? []));
  const filled = full.filter((row) => row.some((cell) => cell.length > 0));
  return { kind: "table", rows: filled, look: plainLook };
}

/** A cell that spans others stands in the first of them. */
function fill(
  grid: Inline[][][],
  { x, y, cell }: { x: number; y: number; cell: MarkupElement },
  text: Inline[],
): void {
  for (let down = 0; down < readSpan(cell, "rowspan") && grid[y + down] !== undefined; down++) {
    for (let right = 0; right < readSpan(cell, "colspan"); right++) {
      const row = grid[y + down];
      if (row !== undefined) row[x + right] = down + right === 0 ? text : [];
    }
  }
}

function readSpan(cell: MarkupElement, name: "rowspan" | "colspan"): number {
  const span = Number(readAttribute(cell, name));
  return Number.isInteger(span) && span > 1 ? Math.min(span, maxColumns) : 1;
}

function readCellText(blocks: Block[]): Inline[] {
  const pieces = blocks.flatMap(toOneLine);
  return tidyInlines(pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\n/g, " ") })));
}

/** A block on one line: the items of a list keep their numbers and bullets. */
function toOneLine(block: Block): Inline[] {
  if (block.kind === "paragraph" || block.kind === "heading")
    return [...block.text, makePlainInline(" ")];
  if (block.kind !== "list") return [makePlainInline(`${readBlockText(block)} `)];
  return block.items.flatMap((item, at) => [
    makePlainInline(block.ordered ? `${block.start + at}. ` : "• "),
    ...item.flatMap(toOneLine),
  ]);
}

function countColumns(row: MarkupElement[]): number {
  return row.reduce((width, cell) => width + readSpan(cell, "colspan"), 0);
}

function measureText(cell: MarkupElement): number {
  let length = 0;
  for (const { children } of walkElements(cell)) {
    for (const child of children) if (typeof child === "string") length += child.trim().length;
  }
  return length;
}
