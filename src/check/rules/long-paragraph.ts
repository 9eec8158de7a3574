import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locateAll } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Some twelve lines on a desktop and two screens of a phone. */
const MAX_LENGTH = 900;

/** A paragraph too long to be read on a phone. */
export function longParagraph({ body }: ReadArticle): Finding[] {
  return body
    .filter(({ text }) => text.length > MAX_LENGTH)
    .map((passage) => {
      const message = checkWords.longParagraph(passage.text.length, MAX_LENGTH);
      return warn("long-paragraph", locateAll(passage), message);
    });
}
