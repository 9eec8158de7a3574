import { makeVietnamInstant, splitVietnamTime } from "../vietnamese/dates.ts";
import { findPosition } from "./position.ts";

/** A month of Vietnam's calendar, 1–12. */
export type Month = { year: number; month: number };

/** The month of a moment (ms since the epoch). */
export function findMonth(time: number): Month {
  const { year, month } = splitVietnamTime(new Date(time));
  return { year, month };
}

/** "2021-01": how a month is stored, and named in cache tags. */
export function makeMonthKey({ year, month }: Month): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** The month that "2021-01" names, or null when it names none. */
export function parseMonth(key: string): Month | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(key);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]) };
}

/** The positions of the articles first published in a month: from `from`, before `until`. */
export function findMonthPositions({ year, month }: Month): { from: number; until: number } {
  return { from: findMonthStart(year, month), until: findMonthStart(year, month + 1) };
}

/** Month 13 is January of the next year. */
function findMonthStart(year: number, month: number): number {
  return findPosition(makeVietnamInstant(year, month, 1).getTime());
}
