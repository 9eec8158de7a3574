import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

const RUN = /(?<=\S) {2,}(?=\S)/g;

/** Two spaces or more inside a line of prose. */
export function doubleSpace({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) =>
    [...passage.text.matchAll(RUN)].map((match) => {
      const where = locate(passage, match.index, match.index + match[0].length);
      return warn("double-space", where, checkWords.doubleSpace, " ");
    }),
  );
}
