import { checkArticle } from "../../../src/check/check-article.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { markedText } from "../article-builder.ts";
import type { CorpusArticle, ExpectedFinding } from "./corpus-article.ts";

/** How soát bài did on one article. */
type ArticleScore = {
  readonly name: string;
  readonly hits: number;
  readonly missed: readonly ExpectedFinding[];
  /** Findings that nobody asked for. */
  readonly surplus: readonly Finding[];
}

export type CorpusScore = {
  readonly articles: readonly ArticleScore[];
  /** Share of the expected findings that were found. */
  readonly recall: number;
  /** Share of the findings that were expected. */
  readonly precision: number;
  /** Surplus findings an article. */
  readonly surplusPerArticle: number;
}

/** An expected finding is found when rule, marked text and, where declared, suggestion agree. */
export function scoreCorpus(corpus: readonly CorpusArticle[]): CorpusScore {
  const articles = corpus.map(scoreArticle);
  const hits = sum(articles.map((score) => score.hits));
  const missed = sum(articles.map((score) => score.missed.length));
  const surplus = sum(articles.map((score) => score.surplus.length));
  return {
    articles,
    recall: hits + missed === 0 ? 1 : hits / (hits + missed),
    precision: hits + surplus === 0 ? 1 : hits / (hits + surplus),
    surplusPerArticle: surplus / corpus.length,
  };
}

function scoreArticle({ name, article, expected }: CorpusArticle): ArticleScore {
  const surplus = checkArticle(article);
  const missed: ExpectedFinding[] = [];
  for (const wanted of expected) {
    const found = surplus.findIndex(
      (finding) =>
        finding.rule === wanted.rule &&
        markedText(article, finding) === wanted.marked &&
        (wanted.suggestion === undefined || finding.suggestion === wanted.suggestion),
    );
    if (found < 0) missed.push(wanted);
    else surplus.splice(found, 1);
  }
  return { name, hits: expected.length - missed.length, missed, surplus };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
