import { maxPosition, writeCursor, parseCursor } from "../published/position.ts";
import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** How many articles one page of a list shows: three screens of a phone, not thirty. */
export const articlesPerPage = 12;

/** A reader's place in a list. The page begins before the position that `?truoc=` names. */
export type ListPlace = {
  /** Address of the list's first page. */
  path: string;
  /** The cursor as it stands in the address; null on the first page. */
  cursor: string | null;
  before: number;
};

/** The place that a request names in the list at `path`. AppError not-found if the cursor is not one of this site. */
export function readListPlace(c: AppContext, path: string): ListPlace {
  const cursor = c.req.query("truoc") ?? null;
  const before = cursor === null ? maxPosition : parseCursor(cursor);
  if (before === null) throw noSuchPage();
  return { path, cursor, before };
}

/** The addresses of a page of a list: its own, the next one's, the first one's. */
export function listPageAddresses(
  { path, cursor }: ListPlace,
  older: number | null,
): { path: string; olderHref: string | null; newestHref: string | null } {
  return {
    path: cursor === null ? path : `${path}?truoc=${cursor}`,
    olderHref: older === null ? null : `${path}?truoc=${writeCursor(older)}`,
    newestHref: cursor === null ? null : path,
  };
}

export function noSuchPage(): AppError {
  return new AppError("not-found", readingWords.errors[404].title);
}
