import { describe, expect, test } from "vitest";
import { listPhotos } from "../../../src/markdown/markdown.ts";
import { checkArticle } from "../../../src/check/check-article.ts";
import { articleWith } from "../article-builder.ts";
import { testRule } from "../rule-cases.ts";

testRule(
  "footnote-label",
  "block",
  [
    [
      "a label defined twice",
      "Một.[^2] Hai.[^2]\n\n[^2]: Thứ nhất.\n\n[^2]: Thứ hai.",
      [["Thứ hai.", null]],
    ],
    [
      "a label defined twice, once in a quotation",
      "Một.[^a]\n\n> [^a]: Một.\n\n[^a]: Hai.",
      [["Hai.", null]],
    ],
    [
      "a label that is never defined",
      "Số liệu năm nay.[^1]\n\n[^2]: Nguồn.\n\nHai.[^2]",
      [["[^1]", null]],
    ],
    [
      "a label that is never defined, in a note",
      "Một.[^1]\n\n[^1]: Xem thêm.[^b]",
      [["[^b]", null]],
    ],
  ],
  [
    ["labels defined once", "Một.[^1] Hai.[^b] Lại một.[^1]\n\n[^1]: Nguồn.\n\n[^b]: Nguồn khác."],
    ["an escaped bracket", "Ký hiệu \\[^1] là chú thích."],
    ["a label in code", "Viết `[^1]` để dẫn tới chú thích."],
  ],
);

testRule(
  "footnote-unused",
  "warn",
  [
    ["a note that nothing refers to", "Một.\n\n[^1]: Nguồn.", [["Nguồn.", null]]],
    ["a note that only itself refers to", "Một.\n\n[^1]: Nguồn.[^1]", [["Nguồn.[^1]", null]]],
  ],
  [["a note that a shown note refers to", "Một.[^1]\n\n[^1]: Xem.[^2]\n\n[^2]: Nguồn."]],
);

describe("the contents of a footnote", () => {
  const rules = (body: string) => checkArticle(articleWith({ body })).map(({ rule }) => rule);

  test("are checked if readers see it, also if it is one word or a photo", () => {
    expect(rules("Một.[^1]\n\n[^1]: 31/02/2026")).toEqual(["impossible-date"]);
    expect(rules("Một.[^1]\n\n[^1]: ![](photo:a)")).toEqual(["missing-alt"]);
  });

  test("do not block if readers never see it", () => {
    expect(rules("Một.\n\n[^1]: 31/02/2026 ![](photo:a)")).toEqual(["footnote-unused"]);
  });
});

describe("a photo", () => {
  const rules = (body: string) => checkArticle(articleWith({ body })).map(({ rule }) => rule);

  test.each([
    "<div>\n![](photo:a)\n</div>",
    "[![](photo:a)](https://example.vn)",
    "| a | b |\n|---|---|\n| ![](photo:a) | c |",
    "![][x]\n\n[x]: photo:a",
  ])("needs an alt, because the page shows it: %s", (body) => {
    expect(rules(body)).toEqual(["missing-alt"]);
  });

  test.each([
    "<!-- ![](photo:a) -->",
    "Một <!-- ![](photo:a) --> hai.",
    "<!--\n\n![](photo:a)\n\n-->",
    "<script>\n![](photo:a)\n</script>",
    "<STYLE media=x>\n\n![](photo:a)\n\n</STYLE >",
    "> <!-- ![](photo:a) -->",
  ])("is no photo inside a comment, a script or a style: %s", (body) => {
    expect(rules(body)).toEqual([]);
    expect(listPhotos(body)).toEqual([]);
  });

  test("after a comment that does not end is a photo", () => {
    expect(rules("<!-- \n\n![](photo:a)")).toEqual(["missing-alt"]);
  });
});
