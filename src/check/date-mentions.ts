import { dateExists } from "../vietnamese/dates.ts";
import type { Passage } from "./passage.ts";

/** A calendar date in the text: "28/01/2021", "ngày 28/01", "28 tháng 01 năm 2021". */
export type DateMention = {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly day: number;
  readonly month: number;
  /** Null where the text gives none. */
  readonly year: number | null;
  /** Whether the calendar has this date; without a year, whether any year has it. */
  readonly exists: boolean;
};

const datePattern =
  /(?<![A-Za-zÀ-ỹ\d/.,])(\d{1,2})(?:([/.-])(\d{1,2})(?:\2(\d{4}))?| tháng (\d{1,2})(?!\d)(?:(?:,| \/)? năm (\d{4}))?)(?!\d|[/.,-]\d|[/-]?[A-Za-zÀ-ỹ])/gu;

/** Words before "28/01" that make it a date and not a fraction. */
const dayCue =
  /(?:(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|nay|qua|mai)|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?|(?:ngày|sáng|chiều|tối) \d{1,2}(?:\/\d{1,2})? ?(?:-|–|,|đến|tới|và|đến ngày)) ?\(?$/iu;

const leapYear = 2000;

/** Every date of the passage. Numbers of documents ("số 12/2021"), ratios and scores are no dates. */
export function findDateMentions(passage: Passage): DateMention[] {
  const found: DateMention[] = [];
  for (const match of passage.text.matchAll(datePattern)) {
    const [text, day, separator, month, year, spokenMonth, spokenYear] = match;
    const before = passage.text.slice(Math.max(0, match.index - 30), match.index);
    if (!isDate(separator ?? "", year ?? null, before, passage.text, match.index + text.length)) {
      continue;
    }
    const parts = readDayAndMonth(day, month ?? spokenMonth, year ?? spokenYear);
    const exists = dateExists(parts.day, parts.month, parts.year ?? leapYear);
    found.push({
      passage,
      start: match.index,
      end: match.index + text.length,
      text,
      ...parts,
      exists,
    });
  }
  return found;
}

/** The date with another year, in the form in which it is written. */
export function addYear(date: DateMention, year: number): string {
  return date.text.replace(/\d{4}$/, String(year));
}

function isDate(
  separator: string,
  year: string | null,
  before: string,
  text: string,
  end: number,
): boolean {
  if (/(?:số|mã|điều|mục|phiên bản) $/iu.test(before)) return false;
  // The lunar calendar has days the solar one lacks (30 tháng 2).
  if (/^[^.;]{0,8}âm lịch/iu.test(text.slice(end, end + 20))) return false;
  if (separator === "") return dayCue.test(before) || /(?:mồng|mùng) $/iu.test(before);
  if (year) return true;
  if (separator !== "/") return false;
  if (before.endsWith("(") && text.charAt(end) === ")") return true;
  return dayCue.test(before) || isSlipOfCalendar(text.slice(end - 5, end), before);
}

/** "31/02", "31/11": one day after the end of the month, and no likely fraction. */
function isSlipOfCalendar(dayAndMonth: string, before: string): boolean {
  return (
    /^(?:30\/02|31\/(?:02|04|06|09|11))$/.test(dayAndMonth) && !/t[ỷỉ] (?:số|lệ) $/iu.test(before)
  );
}

function readDayAndMonth(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): { day: number; month: number; year: number | null } {
  return { day: Number(day), month: Number(month), year: year ? Number(year) : null };
}
