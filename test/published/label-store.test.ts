import { describe, expect, test } from "vitest";
import { labelKey, listLabels } from "../../src/published/label-store.ts";

const none = new Map<string, string>();

describe("the labels of an article", () => {
  test("are its tags and its authors, by the slugs of their addresses", () => {
    const byline = { authors: ["Đức Long", "Lò Hải"], unit: "TT Phát triển KH&CN" };
    const slugs = new Map([[labelKey("author", "Lò Hải"), "lo-hai-2"]]);
    expect(listLabels({ tags: ["KH&CN", "Nghị quyết 57"], byline }, slugs)).toEqual([
      { kind: "tag", slug: "kh-cn", name: "KH&CN" },
      { kind: "tag", slug: "nghi-quyet-57", name: "Nghị quyết 57" },
      { kind: "author", slug: "duc-long", name: "Đức Long" },
      { kind: "author", slug: "lo-hai-2", name: "Lò Hải" },
    ]);
  });

  test("take spellings of one label as one, under the first", () => {
    const tags = ["Xây dựng Đảng", "xây dựng đảng", "XÂY DỰNG ĐẢNG".normalize("NFD")];
    expect(listLabels({ tags, byline: { authors: [], unit: "" } }, none)).toEqual([
      { kind: "tag", slug: "xay-dung-dang", name: "Xây dựng Đảng" },
    ]);
  });

  test("keep a tag and an author of one name apart", () => {
    const byline = { authors: ["OCOP"], unit: "" };
    expect(listLabels({ tags: ["OCOP"], byline }, none).map((label) => label.kind)).toEqual([
      "tag",
      "author",
    ]);
  });

  test.each([
    ["Lê Hà", "LÊ HÀ"],
    ["Thuý Hoà", "Thúy Hòa"],
    ["KH&CN", "KH & CN"],
    ["Đà Nẵng", "Đà Nẵng".normalize("NFD")],
    ["Chuyển đổi số", " chuyển  đổi-số "],
  ])("take %j and %j as one", (one, other) => {
    expect(labelKey("tag", one)).toBe(labelKey("tag", other));
  });

  test.each([
    ["Lê Hà", "Lê Hạ"],
    ["mã", "má"],
    ["Đạt", "Dat"],
    ["bản đồ", "bán đồ"],
    ["quý", "quy"],
    ["日本", "中国"],
    ["🎉", "🌾"],
  ])("take %j and %j as two", (one, other) => {
    expect(labelKey("tag", one)).not.toBe(labelKey("tag", other));
  });
});
