import { checkWords } from "../../vietnamese/words/check.ts";
import { warn, wholeField } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";

/**
 * Text that normalising changed on its way in. Line ends alone are no news: every form sends CRLF.
 */
export function normalisedText({ article }: ReadArticle): Finding[] {
  return article.normalised.flatMap(({ field, changes }) => {
    const told = changes.filter((change) => change !== "line-end");
    if (told.length === 0) return [];
    return [warn("normalised-text", wholeField(field), checkWords.normalisedText(told))];
  });
}
