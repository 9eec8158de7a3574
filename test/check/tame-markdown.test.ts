import { describe, expect, test } from "vitest";
import { checkArticle } from "../../src/check/check-article.ts";
import { blocksOf, isTame } from "../../src/check/tame-markdown.ts";
import { articleWith } from "./article-builder.ts";
import { cleanArticles, plantedArticles } from "./corpus/corpus.ts";

const hostile: [name: string, body: string][] = [
  ["an endless word", `${"a".repeat(200_000)}@`],
  ["emphasis in emphasis", "_a__b".repeat(40_000)],
  ["brackets", "[a](b".repeat(40_000)],
  ["quotes in quotes", "> ".repeat(100_000)],
  ["lists in lists on one line", "- ".repeat(100_000)],
  [
    "a table as wide as it is long",
    `${"|a".repeat(500)}\n${"|-".repeat(500)}\n${"a\n".repeat(900)}`,
  ],
];

const tedious: typeof hostile = [
  ...hostile,
  ["spaces without end", `a${" ".repeat(200_000)}b`],
  ["dates to come without a stop", "28/01/2030 đã ".repeat(10_000)],
];

describe("isTame", () => {
  test("is true of every article of the corpus", () => {
    for (const { article } of [...cleanArticles, ...plantedArticles]) {
      expect(isTame(article.body)).toBe(true);
    }
  });

  test.each(hostile)("is false of %s", (_name, body) => {
    expect(isTame(body)).toBe(false);
  });
});

describe("blocksOf", () => {
  test.each(["", "a", "a\n\nb\n \n\nc\n", "\n\n\na"])("adds up to the whole: %j", (text) => {
    expect(blocksOf(text).join("")).toBe(text);
  });
});

describe("checkArticle", () => {
  test.each(tedious)("is done within two seconds with %s", (_name, body) => {
    const start = performance.now();
    checkArticle(articleWith({ body }));
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("still finds what is wrong in a body too wild for Markdown", () => {
    const body = `${"_a__b".repeat(4000)}\n\nNgày 31/02/2026, lớp học mở.`;
    const [finding] = checkArticle(articleWith({ body }));
    expect(finding).toMatchObject({
      rule: "impossible-date",
      where: { start: body.indexOf("31/") },
    });
  });
});
