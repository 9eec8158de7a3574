import type { AppContext } from "../../context.ts";

/**
 * How a spreadsheet is to split lines and read numbers. Excel goes by the region that Windows is set to, and reads no byte
 * order mark once a line `sep=` stands in the file. Vietnam writes 1,5 for one and a half, and where the comma is in
 * numbers, cells are split at semicolons; machines that were left as they came from America want commas and 1.5.
 */
export type CsvDialect = { separator: ";" | ","; decimal: "," | "." };

export const vietnameseCsv: CsvDialect = { separator: ";", decimal: "," };

export const americanCsv: CsvDialect = { separator: ",", decimal: "." };

/** A number stays one: without grouping or unit. Null is an empty cell. */
export type CsvCell = string | number | null;

/** Rows as a file to download, written while they are read: of a long log only a part is in memory at a time. */
export function answerCsv(
  fileName: string,
  dialect: CsvDialect,
  rows: AsyncIterable<readonly CsvCell[]>,
): Response {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(byteOrderMark)),
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(writeCsvLine(value, dialect)));
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}

/** Without it Excel takes UTF-8 for the code page of Windows. */
const byteOrderMark = "\ufeff";

/** One row, with its line end (RFC 4180). */
export function writeCsvLine(cells: readonly CsvCell[], dialect: CsvDialect): string {
  return `${cells.map((cell) => writeCsvCell(cell, dialect)).join(dialect.separator)}\r\n`;
}

function writeCsvCell(cell: CsvCell, { separator, decimal }: CsvDialect): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", decimal);
  const text = disarmFormula(cell);
  return /["\r\n]/.test(text) || text.includes(separator)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/**
 * What begins like a formula is run by a spreadsheet; behind an apostrophe it is text. Full-width signs count too. A text that
 * has such an apostrophe of its own gets another one, so that read-csv.ts reads back what was written.
 */
function disarmFormula(text: string): string {
  return /^[\t\r\n]|^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** `?separator=comma` asks for commas. */
export function readDialect(c: AppContext): CsvDialect {
  return c.req.query("separator") === "comma" ? americanCsv : vietnameseCsv;
}
