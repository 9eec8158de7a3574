import { checkWords } from "../../vietnamese/words/check.ts";
import { block, wholeField } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";

/** Blocks an article without title, lede, section or author. */
export function missingField({ article }: ReadArticle): Finding[] {
  const { title, lede, section, byline } = article;
  const required: [rule: string, field: string, isThere: boolean, message: string][] = [
    ["missing-title", "title", !isBlank(title), checkWords.missingTitle],
    ["missing-lede", "lede", !isBlank(lede), checkWords.missingLede],
    ["missing-section", "section", !isBlank(section ?? ""), checkWords.missingSection],
    [
      "missing-byline",
      "byline.authors",
      byline.authors.some((author) => !isBlank(author)),
      checkWords.missingByline,
    ],
  ];
  return required
    .filter(([, , isThere]) => !isThere)
    .map(([rule, field, , message]) => block(rule, wholeField(field), message));
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
