import { checkWords } from "../../vietnamese/words/check.ts";
import type { BodyTable } from "../body-passages.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locateAll } from "../passage.ts";
import type { Passage } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

type Cell = Passage | null;

const totalPattern = /^(?:tổng(?: cộng| số)?|cộng|toàn tỉnh)(?: chung)?\s*:?$/iu;

/** Columns that are not added up: shares, averages, numbers of order, years. */
const notAdded =
  /%|tỷ lệ|tỉ lệ|bình quân|trung bình|^stt$|^tt$|^năm|so với|tăng|giảm|xếp|điểm tb/iu;
const partPattern = /^trong đó|^-? ?tr\.đó/iu;

/** A total row or column whose figure is not the sum of the others. */
export function tableSum({ tables }: ReadArticle): Finding[] {
  return tables.flatMap((table) => [...findWrongTotalRow(table), ...findWrongTotalColumn(table)]);
}

function findWrongTotalRow(table: BodyTable): Finding[] {
  const [header = [], ...rows] = table;
  const totals = rows.filter((row) => totalPattern.test(readLabel(row)));
  const total = totals[0];
  // Two totals are subtotals, and "trong đó" or I, II above 1, 2 count the same things twice.
  if (!total || totals.length > 1 || isNested(rows)) return [];
  if (total !== rows[0] && total !== rows.at(-1)) return [];
  const parts = rows.filter((row) => row !== total);
  return total.flatMap((cell, column) => {
    if (notAdded.test(readText(header[column] ?? null))) return [];
    return findWrongSum(
      cell,
      parts.map((row) => row[column] ?? null),
    );
  });
}

/** A last column with the heading "Tổng". If it is the sum in most rows, the other rows are wrong. */
function findWrongTotalColumn(table: BodyTable): Finding[] {
  const [header = [], ...rows] = table;
  const last = header.length - 1;
  if (last < 3 || !totalPattern.test(readText(header[last] ?? null))) return [];
  if (
    header.some((cell) => notAdded.test(readText(cell)) && !/^(?:stt|tt)$/iu.test(readText(cell)))
  ) {
    return [];
  }
  const first = header.findIndex((cell, i) => i > 0 && !/^(?:stt|tt)$/iu.test(readText(cell)));
  const from = rows.every((row) => readNumber(readText(row[first] ?? null))) ? first : first + 1;
  const wrong = rows.flatMap((row) => findWrongSum(row[last] ?? null, row.slice(from, last)));
  return wrong.length * 2 < rows.length ? wrong : [];
}

function findWrongSum(total: Cell, parts: readonly Cell[]): Finding[] {
  const written = readNumber(readText(total));
  const addends = parts.map((cell) => readPart(readText(cell)));
  const numbers = addends.filter((addend): addend is TableNumber => addend !== null);
  if (!total || !written || numbers.length !== addends.length || numbers.length < 2) return [];
  const sum = numbers.reduce((all, { value }) => all + value, 0);
  const decimals = Math.max(written.decimals, ...numbers.map((number) => number.decimals));
  if (Math.abs(sum - written.value) <= computeTolerance(decimals, numbers.length)) return [];
  const right = formatAs(sum, decimals, written);
  const message = checkWords.tableSum(total.text.trim(), right);
  return [warn("table-sum", locateAll(total), message, right)];
}

/** Each decimal may have been rounded. Whole numbers have not. */
function computeTolerance(decimals: number, count: number): number {
  return decimals === 0 ? 0.001 : (0.5 * count + 0.5) / 10 ** decimals;
}

/** An empty cell or a dash counts as zero. */
function readPart(text: string): TableNumber | null {
  if (/^[-–—]?$/.test(text)) return { value: 0, decimals: 0, isGrouped: false };
  return readNumber(text);
}

function readLabel(row: readonly Cell[]): string {
  return row.map(readText).find((text) => /[A-Za-zÀ-ỹ]/.test(text)) ?? "";
}

function isNested(rows: readonly (readonly Cell[])[]): boolean {
  const first = rows.map((row) => readText(row[0] ?? null));
  const isRoman = first.some((text) => /^[IVX]+\.?$/.test(text));
  const isArabic = first.some((text) => /^\d+\.?/.test(text));
  return (isRoman && isArabic) || rows.some((row) => partPattern.test(readLabel(row)));
}

function readText(cell: Cell): string {
  return cell?.text.trim() ?? "";
}

type TableNumber = {
  readonly value: number;
  readonly decimals: number;
  /** Whether dots separate thousands. */
  readonly isGrouped: boolean;
};

const groupedPattern = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,(\d+))?$/;
const plainPattern = /^-?\d+(?:[.,](\d+))?$/;

/** A number as Vietnamese tables write it ("1.234,5", "12,5", "1250"); null for anything else. */
function readNumber(text: string): TableNumber | null {
  const grouped = groupedPattern.exec(text);
  if (grouped) {
    const value = Number(text.replaceAll(".", "").replace(",", "."));
    return { value, decimals: grouped[1]?.length ?? 0, isGrouped: true };
  }
  const plain = plainPattern.exec(text);
  if (!plain) return null;
  const value = Number(text.replace(",", "."));
  return { value, decimals: plain[1]?.length ?? 0, isGrouped: false };
}

/** The value formatted like `model`: with its dots between thousands and a decimal comma. */
function formatAs(value: number, decimals: number, model: TableNumber): string {
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const isGrouped = model.isGrouped || (model.value < 1000 && Math.abs(value) >= 1000);
  const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ".") : whole;
  return fraction ? `${grouped},${fraction}` : grouped;
}
