import { fold } from "../../vietnamese/fold.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { block } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locateAll } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Blocks an alt that only repeats the title, with or without a number after it (TT 26/2020). */
export function altIsTitle({ title, photos }: ReadArticle): Finding[] {
  const key = keyOf(title.text);
  if (!key) return [];
  return photos
    .filter(({ alt }) => keyOf(alt.text) === key || keyOf(withoutNumber(alt.text)) === key)
    .map(({ alt }) => block("alt-is-title", locateAll(alt), checkWords.altIsTitle));
}

function withoutNumber(alt: string): string {
  return alt.replace(/[\s\-–(]*\d{1,3}\)?\s*$/u, "");
}

function keyOf(text: string): string {
  return fold(text).replace(/[^a-zÀ-ỹ\d]+/g, "");
}
