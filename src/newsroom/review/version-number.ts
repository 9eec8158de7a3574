import { AppError } from "../../errors.ts";
import { parseWholeNumber } from "../../request/read-value.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";

/** The number of a version as an address or a form names it. AppError not-found for what is none. */
export function versionNumber(text: string | undefined): number {
  const number = parseWholeNumber(text);
  if (number === null) throw new AppError("not-found", newsroomWords.missing);
  return number;
}
