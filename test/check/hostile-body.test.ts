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
  ["a soft hyphen before an endless word", `\u00ad ${"a".repeat(200_000)}`],
  ["nothing but soft hyphens", "\u00ad".repeat(200_000)],
  ["spaces before the date of a meeting", `Nay${" ".repeat(200)}x ngày 12/01/2020, hội nghị họp.`],
];

describe("checkArticle", () => {
  test.each(hostile)("takes less than two seconds of CPU time with %s", (_name, body) => {
    const start = process.threadCpuUsage();
    checkArticle(articleWith({ title: "Tổng kết công tác năm 2020", body }));
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

  test.each(["constructor", "__proto__"])("reads the office of a body named %s", (name) => {
    const write = (body: string) =>
      `Ông Nguyễn Văn An, Giám đốc Sở ${body}, dự. Ông Nguyễn Văn An, Phó Giám đốc Sở ${body}, nói.`;
    const findings = checkArticle(articleWith({ body: write(name) }));
    const usual = checkArticle(articleWith({ body: write("y tế") }));
    expect(findings.map(({ rule }) => rule)).toEqual(usual.map(({ rule }) => rule));
    expect(findings.map(({ rule }) => rule)).toContain("person-office");
  });
});
