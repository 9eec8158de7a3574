import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locateAll } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** The same alt on two photos of a page; the later ones are pointed at. */
export function duplicateAlt({ photos }: ReadArticle): Finding[] {
  const described = photos.filter(({ alt }) => alt.text.trim() !== "");
  const groups = Map.groupBy(described, ({ alt }) => alt.text.trim().toLowerCase());
  return [...groups.values()]
    .flatMap((group) => group.slice(1))
    .map(({ alt }) => warn("duplicate-alt", locateAll(alt), checkWords.duplicateAlt));
}
