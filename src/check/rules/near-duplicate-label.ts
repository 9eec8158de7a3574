import { foldToKey } from "../../vietnamese/fold.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import type { ReadArticle } from "../read-article.ts";

/** A tag or an author that equals one of the site but for marks, case, spaces and hyphens. */
export function nearDuplicateLabel({ article }: ReadArticle): Finding[] {
  const { tags, byline, knownLabels } = article;
  const findAll = (kind: "tag" | "author", field: string, names: readonly string[]): Finding[] =>
    names.flatMap((name, place) => {
      const key = foldToKey(name);
      const near = knownLabels.filter(
        (known) => known.kind === kind && foldToKey(known.name) === key,
      );
      const [first] = near;
      if (first === undefined || near.some((known) => known.name === name)) return [];
      const where = { field: `${field}.${place}`, start: 0, end: name.length };
      const message = checkWords.nearDuplicateLabel[kind](name, first.name);
      return [warn("near-duplicate-label", where, message, first.name)];
    });
  return [...findAll("tag", "tags", tags), ...findAll("author", "byline.authors", byline.authors)];
}
