import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";

/** The number of a version as an address or a form names it. AppError not-found for what is none. */
export function versionNumber(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,8}$/.test(text)) {
    throw new AppError("not-found", newsroomWords.missing);
  }
  return Number(text);
}

/** The id of the article that an address names. */
export function articleIdIn(c: AppContext): string {
  return c.req.param("id") ?? "";
}
