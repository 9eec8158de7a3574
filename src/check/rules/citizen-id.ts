import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Twelve digits: place of birth 001–096, century and sex, year, six more (Circular 59/2021). */
const CITIZEN_ID = /(?<![\d.,/-])0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}(?![\d/]|[.,-]\d)/g;

/** With its name before it, also in groups; nine digits are the old identity card. */
const NAMED_ID =
  /(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh)[^\d.;\n]{0,40}?(\d(?:[ .]?\d){8}(?:(?:[ .]?\d){3})?)(?![ .]?\d)/giu;

/** The number of somebody's identity card: personal data (Law 91/2025/QH15). */
export function citizenId({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const spans = new Map<number, string>();
    for (const match of passage.text.matchAll(CITIZEN_ID)) spans.set(match.index, match[0]);
    for (const match of passage.text.matchAll(NAMED_ID)) {
      const number = match[1] ?? "";
      spans.set(match.index + match[0].length - number.length, number);
    }
    return [...spans].map(([start, number]) =>
      warn("citizen-id", locate(passage, start, start + number.length), checkWords.citizenId),
    );
  });
}
