import type { CheckedArticle } from "../../../src/check/checked-article.ts";
import { articleWith } from "../article-builder.ts";

/** A finding that a person reading the article would want, and no other. */
export type ExpectedFinding = {
  readonly rule: string;
  /** The text it points at; null for a field as a whole. */
  readonly marked: string | null;
  readonly suggestion?: string;
}

export type CorpusArticle = {
  readonly name: string;
  readonly article: CheckedArticle;
  /** Empty for a clean article. */
  readonly expected: readonly ExpectedFinding[];
}

/** What an article of the corpus tells of itself; the rest is as in any clean article. */
export type CorpusText = Partial<CheckedArticle> & Pick<CheckedArticle, "title" | "lede" | "body">;

/** An article without a fault: soát bài should have nothing to say about it. */
export function clean(name: string, text: CorpusText): CorpusArticle {
  return plantFaults(name, text, []);
}

/** An article with the faults planted in it. */
export function plantFaults(
  name: string,
  text: CorpusText,
  expected: readonly ExpectedFinding[],
): CorpusArticle {
  return { name, article: articleWith({ ...text, body: text.body.trim() }), expected };
}

export function leadPhoto(
  alt: string,
  caption: string | null = null,
  credit: string | null = null,
): CheckedArticle["leadPhoto"] {
  return { photo: "lead", alt, caption, credit };
}
