import { describe, expect, test } from "vitest";
import { cleanArticles, plantedArticles } from "./corpus/corpus.ts";
import { scoreCorpus } from "./corpus/score.ts";

const everyRule = [
  "missing-title",
  "missing-lede",
  "missing-section",
  "missing-byline",
  "missing-alt",
  "alt-is-title",
  "legacy-text",
  "garbled-text",
  "impossible-date",
  "year-conflict",
  "weekday-mismatch",
  "future-in-past-tense",
  "table-sum",
  "person-name",
  "person-office",
  "caption-stranger",
  "lede-full-stop",
  "mixed-dashes",
  "mixed-tone-placement",
  "double-space",
  "space-before-punctuation",
  "long-title",
  "long-paragraph",
  "near-duplicate-title",
  "phone-number",
  "citizen-id",
  "alt-numbered",
  "duplicate-alt",
  "gallery-captions",
  "small-photo",
  "missing-photo",
  "footnote-label",
  "footnote-unused",
  "normalised-text",
];

describe("the corpus", () => {
  test("has at least 40 planted and 60 clean articles, and plants every rule", () => {
    const rules = plantedArticles.flatMap(({ expected }) => expected.map(({ rule }) => rule));
    expect(plantedArticles.length).toBeGreaterThanOrEqual(40);
    expect(cleanArticles.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(rules)].toSorted()).toEqual(everyRule.toSorted());
  });

  test("is recalled in full: every planted fault is found where it stands", () => {
    const { articles, recall } = scoreCorpus(plantedArticles);
    expect(articles.filter(({ missed }) => missed.length > 0)).toEqual([]);
    expect(recall).toBe(1);
  });

  test("raises at most one false warning in twenty clean articles, and blocks none", () => {
    const { articles, surplusPerArticle } = scoreCorpus(cleanArticles);
    const blocks = articles.flatMap(({ surplus }) => surplus.filter((f) => f.severity === "block"));
    expect(blocks).toEqual([]);
    expect(surplusPerArticle).toBeLessThanOrEqual(0.05);
  });

  test("raises nothing beside the planted faults", () => {
    expect(scoreCorpus(plantedArticles).precision).toBe(1);
  });
});
