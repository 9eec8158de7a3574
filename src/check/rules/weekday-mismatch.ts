import { vietnamParts, weekdayName, weekdayOf } from "../../vietnamese/dates.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import type { DateMention } from "../date-mentions.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";
import type { Span } from "../sentence.ts";

const WEEKDAY = "thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật";

/** "thứ Năm, ngày 28/01", not "lần thứ năm". */
const BEFORE = new RegExp(
  `(?<![a-zÀ-ỹ])(?<!(?:lần|kỳ|phiên|hạng|khóa|khoá|ngày|đợt|vòng|thế kỷ) )(${WEEKDAY})(?:,? ngày|,| \\(|,? \\(ngày)? ?$`,
  "iu",
);
const AFTER = new RegExp(`^ ?(?:, ?|\\( ?)(${WEEKDAY})(?![a-zÀ-ỹ])`, "iu");

const ORDER = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];

/** How far from today a date without a year may lie to be taken for this year's. */
const NEAR_DAYS = 45;
const DAY_MS = 86_400_000;

/** A weekday beside a date that falls on another. */
export function weekdayMismatch({ dates, article }: ReadArticle): Finding[] {
  return dates.flatMap((date) => {
    const year = date.year ?? yearNear(date, article.today);
    if (!date.exists || year === null) return [];
    const told = weekdayBeside(date);
    if (!told || told.weekday === weekdayOf(date.day, date.month, year)) return [];
    const right = weekdayName(weekdayOf(date.day, date.month, year));
    const message = checkWords.weekdayMismatch(`${date.text}`, right, told.text);
    return [warn("weekday-mismatch", locate(date.passage, told.start, told.end), message, right)];
  });
}

function weekdayBeside(date: DateMention): (Span & { weekday: number; text: string }) | null {
  const from = Math.max(0, date.start - 30);
  const before = BEFORE.exec(date.passage.text.slice(from, date.start));
  if (before) return told(before[1] ?? "", from + before.index);
  const after = AFTER.exec(date.passage.text.slice(date.end, date.end + 20));
  if (!after) return null;
  const text = after[1] ?? "";
  return told(text, date.end + after[0].lastIndexOf(text));
}

function told(text: string, start: number): Span & { weekday: number; text: string } {
  return { weekday: weekdayNumber(text.toLowerCase()), text, start, end: start + text.length };
}

function weekdayNumber(name: string): number {
  const digit = /\d/.exec(name);
  return digit ? Number(digit[0]) - 1 : ORDER.indexOf(name.replace("bẩy", "bảy"));
}

/** The year in which the date lies within some weeks of today; null when none does. */
function yearNear({ day, month }: DateMention, today: Date): number | null {
  const { year } = vietnamParts(today);
  const near = [year - 1, year, year + 1].find(
    (candidate) =>
      Math.abs(Date.UTC(candidate, month - 1, day) - today.getTime()) <= NEAR_DAYS * DAY_MS,
  );
  return near ?? null;
}
