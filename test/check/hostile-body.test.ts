import { describe, expect, test } from "vitest";
import { checkArticle } from "../../src/check/check-article.ts";
import { articleWith } from "./article-builder.ts";

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
  ["spaces without end", `a${" ".repeat(200_000)}b`],
  ["dates to come without a stop", "28/01/2030 đã ".repeat(10_000)],
];

describe("checkArticle", () => {
  test.each(hostile)("takes less than two seconds of CPU time with %s", (_name, body) => {
    const start = process.threadCpuUsage();
    checkArticle(articleWith({ body }));
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
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
