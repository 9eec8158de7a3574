import { findGarbled } from "../../vietnamese/garbled.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { block } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Blocks text whose letters were lost or misread on the way, one finding a passage. */
export function garbledText({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) => {
    const spans = findGarbled(passage.text);
    const first = spans[0];
    const last = spans.at(-1);
    if (!first || !last) return [];
    const where = locate(passage, first.start, last.end);
    return [block("garbled-text", where, checkWords.garbledText(first.text))];
  });
}
