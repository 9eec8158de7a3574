import { checkWords } from "../../vietnamese/words/check.ts";
import { block, pointToField } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";

type Required = [rule: string, field: string, isThere: boolean, message: string];

/** Blocks a text without title, and an article without lede, section or author. */
export function missingField({ article }: ReadArticle): Finding[] {
  const { kind, title, lede, section, byline } = article;
  const ofEach: Required[] = [["missing-title", "title", !isBlank(title), checkWords.missingTitle]];
  const ofArticles: Required[] = [
    ["missing-lede", "lede", !isBlank(lede), checkWords.missingLede],
    ["missing-section", "section", !isBlank(section ?? ""), checkWords.missingSection],
    [
      "missing-byline",
      "byline.authors",
      byline.authors.some((author) => !isBlank(author)),
      checkWords.missingByline,
    ],
  ];
  return [...ofEach, ...(kind === "page" ? [] : ofArticles)]
    .filter(([, , isThere]) => !isThere)
    .map(([rule, field, , message]) => block(rule, pointToField(field), message));
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
