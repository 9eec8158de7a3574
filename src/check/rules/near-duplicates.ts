import { fold, foldToKey } from "../../vietnamese/fold.ts";
import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locateAll } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

/** Two titles are alike when they share more than this part of their words (Dice). */
const minSimilarity = 0.8;

type TitleKey = {
  readonly words: ReadonlySet<string>;
  /** Numbers and names. They differ between the news of two years, quarters or communes. */
  readonly marks: ReadonlySet<string>;
};

/** A title that nearly equals a published one. The article may be a duplicate. */
export function nearDuplicateTitle({ title, article }: ReadArticle): Finding[] {
  const own = buildTitleKey(title.text);
  const twin = article.publishedTitles.find((published) =>
    isNearDuplicate(own, buildTitleKey(published)),
  );
  if (own.words.size === 0 || twin === undefined) return [];
  return [warn("near-duplicate-title", locateAll(title), checkWords.nearDuplicateTitle(twin))];
}

function isNearDuplicate(a: TitleKey, b: TitleKey): boolean {
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  if ((2 * common) / (a.words.size + b.words.size) <= minSimilarity) return false;
  return isSubset(a.marks, b.marks) || isSubset(b.marks, a.marks);
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((word) => all.has(word));
}

function buildTitleKey(title: string): TitleKey {
  const words = title.match(/[A-Za-zÀ-ỹ\d]+/g) ?? [];
  const marks = words.filter(
    (word, i) => /\d/.test(word) || (i > 0 && word.charAt(0) !== word.charAt(0).toLowerCase()),
  );
  return { words: new Set(words.map(fold)), marks: new Set(marks.map(fold)) };
}

/** A tag or an author that differs from a published one only in marks, case, spaces and hyphens. */
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
