import { AppError } from "../../errors.ts";
import { handbookWords } from "../../vietnamese/words/handbook.ts";

/** A row of a file, with the number of its first line. */
export type CsvRow = { line: number; cells: string[] };

/**
 * Reads a CSV file as spreadsheets write it: UTF-8, with or without a byte order mark, cells split at semicolons, commas or
 * tabs. Rows without text are left out. AppError invalid if it is not UTF-8 or a quote is not closed; null if it has more rows
 * than `maxRows`.
 */
export function readCsv(bytes: Uint8Array, maxRows: number): CsvRow[] | null {
  const text = decode(bytes).replace(/\r\n?/g, "\n");
  const declared = /^sep=(.)\n/.exec(text);
  const start = declared?.[0].length ?? 0;
  const separator = declared?.[1] ?? findSeparator(text);
  const rows = splitRows(text, start, { separator, maxRows });
  return rows?.filter(({ cells }) => cells.some((cell) => cell !== "")) ?? null;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw makeFileError(handbookWords.notUtf8);
  }
}

/** The sign that splits the first line into the most cells. */
function findSeparator(text: string): string {
  const [first = ""] = text.split("\n", 1);
  const counts = [";", ",", "\t"].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ";";
}

function splitRows(
  text: string,
  start: number,
  { separator, maxRows }: { separator: string; maxRows: number },
): CsvRow[] | null {
  const rows: CsvRow[] = [];
  let line = start > 0 ? 2 : 1;
  let row: CsvRow = { line, cells: [] };
  let at = start;
  while (at < text.length) {
    const { cell, end } = readCell(text, at, separator, line);
    row.cells.push(restoreFormula(cell.trim()));
    line += cell.split("\n").length - 1;
    at = end + 1;
    if (text[end] === separator) {
      if (at === text.length) row.cells.push("");
      continue;
    }
    if (rows.length === maxRows) return null;
    rows.push(row);
    line++;
    row = { line, cells: [] };
  }
  if (row.cells.length > 0) rows.push(row);
  return rows;
}

/** One cell, and the place of the sign after it. */
function readCell(
  text: string,
  at: number,
  separator: string,
  line: number,
): { cell: string; end: number } {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
    return { cell: text.slice(at, end), end };
  }
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) throw makeFileError(handbookWords.atLine(line, handbookWords.openQuote));
  const next = text[close + 1];
  if (next !== undefined && next !== separator && next !== "\n") {
    throw makeFileError(handbookWords.atLine(line, handbookWords.strayQuote));
  }
  return { cell: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
}

/** Takes back the apostrophe before what a spreadsheet would run as a formula: see csv.ts. */
function restoreFormula(cell: string): string {
  return /^'+\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
}

/** AppError invalid about the file. */
export function makeFileError(message: string): AppError {
  return new AppError("invalid", message, [{ path: "file", message }]);
}
