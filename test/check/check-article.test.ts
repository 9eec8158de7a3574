import { describe, expect, test } from "vitest";
import { checkArticle } from "../../src/check/check-article.ts";
import { articleWith } from "./article-builder.ts";
import { referenceArticle } from "./corpus/reference-article.ts";

describe("the reference article", () => {
  const findings = checkArticle(referenceArticle.article);

  test("gives exactly the five warnings, the year conflict first", () => {
    expect(findings.map(({ rule, where }) => [rule, where.field])).toEqual([
      ["year-conflict", "lede"],
      ["lede-full-stop", "lede"],
      ["long-paragraph", "body"],
      ["mixed-dashes", "body"],
      ["gallery-captions", "body"],
    ]);
  });

  test("suggests 28/01/2021", () => {
    expect(findings[0]).toMatchObject({
      rule: "year-conflict",
      where: { field: "lede", start: 5, end: 15 },
      suggestion: "28/01/2021",
    });
  });

  test("is not blocked", () => {
    expect(findings.filter(({ severity }) => severity === "block")).toEqual([]);
  });

  test("gives the same five in whatever year it is checked", () => {
    const later = { ...referenceArticle.article, today: new Date("2026-11-22T08:00:00Z") };
    expect(checkArticle(later)).toEqual(findings);
  });
});

describe("checkArticle", () => {
  test("has nothing to say about an article without a fault", () => {
    expect(checkArticle(articleWith({}))).toEqual([]);
  });

  test("is silent on what only looks like a slip", () => {
    const silent = articleWith({
      title: "Tổng kết năm 2020 và phương hướng nhiệm vụ năm 2021",
      lede: "Thực hiện kế hoạch 5 năm 2016 - 2020, Đ/c Bí thư Đảng ủy quán triệt Chỉ thị số 05-CT/TW.",
      body: "Nghị quyết của BCH TW khóa XII và Đại hội XIII được Đ/c Bí thư phổ biến, giai đoạn 2016 - 2020.",
    });
    expect(checkArticle(silent)).toEqual([]);
  });

  test("puts blocks first, then the year conflict, then the rest by place", () => {
    const article = articleWith({
      title: "Tổng kết năm 2025 ,  triển khai nhiệm vụ năm 2026",
      lede: "Ngày 10/01/2025, Sở tổng kết năm 2025",
      body: "Lớp  học mở ngày 31/02/2026.",
      section: null,
    });
    const rules = checkArticle(article).map(({ rule, where }) => [rule, where.field]);
    expect(rules).toEqual([
      ["impossible-date", "body"],
      ["missing-section", "section"],
      ["year-conflict", "lede"],
      ["space-before-punctuation", "title"],
      ["double-space", "title"],
      ["lede-full-stop", "lede"],
      ["double-space", "body"],
    ]);
  });

  test("gives the same answer twice and changes nothing", () => {
    const article = Object.freeze(referenceArticle.article);
    expect(checkArticle(article)).toEqual(checkArticle(article));
  });
});
