import { fold } from "../../vietnamese/fold.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { PersonMention } from "../person-mentions.ts";
import type { ReadArticle } from "../read-article.ts";

/** "Ảnh: Thế Bằng" tells who took the photo. */
const CREDIT = /(?:ảnh|nguồn|thực hiện|đồ họa|đồ hoạ)\s*:?[^.;]{0,20}$/iu;

/** A caption that names somebody of whom the text says nothing. */
export function captionStranger({ article, people, prose }: ReadArticle): Finding[] {
  const named = people.filter(({ passage }) => passage.kind === "caption");
  if (named.length === 0) return [];
  const text = prose.filter(({ kind }) => kind !== "caption").map((passage) => passage.text);
  const told = [...text, ...article.byline.authors].join("\n");
  return named
    .filter((mention) => !isCredit(mention) && !isTold(mention.name, told))
    .map(({ passage, start, end, name }) =>
      warn("caption-stranger", locate(passage, start, end), checkWords.captionStranger(name)),
    );
}

/** Told with other marks is told: how a name is spelt is for another rule to ask. */
function isTold(name: string, told: string): boolean {
  return told.includes(name) || fold(told).includes(fold(name));
}

function isCredit({ passage, start }: PersonMention): boolean {
  return CREDIT.test(passage.text.slice(Math.max(0, start - 30), start));
}
