import { describe, expect, test } from "vitest";
import { listLabels } from "../../src/published/label.ts";

describe("the labels of an article", () => {
  test("are its tags and its authors, by the slugs of their addresses", () => {
    const byline = { authors: ["Đức Long", "Lò Hải"], unit: "TT Phát triển KH&CN" };
    expect(listLabels({ tags: ["KH&CN", "Nghị quyết 57"], byline })).toEqual([
      { kind: "tag", slug: "kh-cn", name: "KH&CN" },
      { kind: "tag", slug: "nghi-quyet-57", name: "Nghị quyết 57" },
      { kind: "author", slug: "duc-long", name: "Đức Long" },
      { kind: "author", slug: "lo-hai", name: "Lò Hải" },
    ]);
  });

  test("take spellings of one address as one, under the first", () => {
    const tags = ["Xây dựng Đảng", "xây dựng đảng", "XÂY DỰNG ĐẢNG".normalize("NFD")];
    expect(listLabels({ tags, byline: { authors: [], unit: "" } })).toEqual([
      { kind: "tag", slug: "xay-dung-dang", name: "Xây dựng Đảng" },
    ]);
  });

  test("keep a tag and an author of one name apart", () => {
    const byline = { authors: ["OCOP"], unit: "" };
    expect(listLabels({ tags: ["OCOP"], byline }).map((label) => label.kind)).toEqual([
      "tag",
      "author",
    ]);
  });
});
