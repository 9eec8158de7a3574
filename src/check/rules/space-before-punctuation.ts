import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** A stop after a space. Not " .NET", " 1 : 50", " …" or an ellipsis of dots. */
const SPACED = /(?<! ) +(?:[,;](?!\d)|[.!?:](?=[\s"”’)\]]|$))/gu;

/** A space before a comma, a stop or a colon. */
export function spaceBeforePunctuation({ everything }: ReadArticle): Finding[] {
  return everything.flatMap((passage) =>
    [...passage.text.matchAll(SPACED)]
      .filter(({ index }) => /[A-Za-zÀ-ỹ\d"”’)\]%\ufffc]/.test(passage.text.charAt(index - 1)))
      .filter((match) => !isRatio(passage.text, match))
      .map((match) => {
        const where = locate(passage, match.index, match.index + match[0].length);
        const sign = match[0].trim();
        return warn("space-before-punctuation", where, checkWords.spaceBefore(sign), sign);
      }),
  );
}

/** "tỷ lệ 1 : 50", "tỷ lệ đạm : lân" */
function isRatio(text: string, { 0: spaced, index }: RegExpExecArray): boolean {
  if (!spaced.endsWith(":")) return false;
  if (/t[ỷỉ] (?:lệ|số)[^.;\n]*$/i.test(text.slice(Math.max(0, index - 40), index))) return true;
  return /\d/.test(text.charAt(index - 1)) && /^ \d/.test(text.slice(index + spaced.length));
}
