import { minPublicationTime } from "../../publishing/publication.ts";
import { parseMoment } from "../../request/read-value.ts";
import {
  formatIsoWithOffset,
  makeVietnamInstant,
  splitVietnamTime,
} from "../../vietnamese/dates.ts";

export const day = 24 * 60 * 60 * 1000;

/** Monday, 0:00 in Vietnam, of the week of a time; both in ms. */
export function startOfWeek(at: number): number {
  const { year, month, day: date, weekday } = splitVietnamTime(new Date(at));
  return makeVietnamInstant(year, month, date - ((weekday + 6) % 7)).getTime();
}

/** Nothing can be scheduled so far ahead. */
const maxAhead = 2 * 366 * day;

/**
 * The week that `?week=2026-11-30` names by one of its days; the present week if it is missing, no date, or so far away that it
 * cannot have an article.
 */
export function readWeek(named: string | undefined, now: number): number {
  const at = named?.length === "2026-11-30".length ? parseMoment(named) : null;
  const hasArticles = at !== null && at >= minPublicationTime && at < now + maxAhead;
  return startOfWeek(hasArticles ? at : now);
}

/** "2026-11-30" */
export function formatDay(at: number): string {
  return formatIsoWithOffset(new Date(at)).slice(0, 10);
}
