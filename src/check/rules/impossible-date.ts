import { checkWords } from "../../vietnamese/words/check.ts";
import { block } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Blocks a date the calendar does not have (31/02, 29/02/2021). */
export function impossibleDate({ dates }: ReadArticle): Finding[] {
  return dates
    .filter(({ exists }) => !exists)
    .map(({ passage, start, end, text }) =>
      block("impossible-date", locate(passage, start, end), checkWords.impossibleDate(text)),
    );
}
