import { describe, expect, test } from "vitest";
import { queryHasDiacritics, maxQueryLength, parseQuery } from "../../src/search/search-query.ts";

/** The folded words of each term, as "a b | c". */
function terms(raw: string): string {
  return parseQuery(raw)
    .terms.map((words) => words.map((word) => word.folded).join(" "))
    .join(" | ");
}

describe("parseQuery", () => {
  test.each([
    ["tong ket", "tong | ket"],
    ["  Tổng   KẾT ", "tong | ket"],
    ["Đảng bộ", "dang | bo"],
    ['"tổng kết" năm', "tong ket | nam"],
    ["“tổng kết” năm", "tong ket | nam"],
    ["«tổng kết»", "tong ket"],
    ['tổng "kết năm', "tong | ket | nam"],
    ['""', ""],
    ['" " đảng', "dang"],
    ["28/01/2021", "28 01 2021"],
    ["KH&CN", "kh cn"],
    ["05-CT/TW", "05 ct tw"],
    ["NQ-TW", "nq | tw"],
    ["4.0", "4 0"],
    ["3,5 triệu", "3 5 | trieu"],
    ["Lào Cai,Yên Bái", "lao | cai | yen | bai"],
    ["m²", "m2"],
    ["", ""],
    ["   ", ""],
    ["!?… – 🙂", ""],
    ["🙂 sáng kiến 🙂", "sang | kien"],
  ])("%s → %s", (raw, expected) => {
    expect(terms(raw)).toBe(expected);
    expect(terms(raw.normalize("NFD"))).toBe(expected);
  });

  test.each([
    '" OR NEAR( * ^ : {title} -word +a',
    "title:x AND NOT (b OR c)",
    "NEAR(a b, 5)",
    "'; DROP TABLE published; --",
    '\\" \0 \u200b \ud800 %_ *',
    '"""""',
    "½ ⅓ ﷺ ①",
  ])("makes of %j terms of nothing but letters, digits and marks", (raw) => {
    for (const { exact, folded } of parseQuery(raw).terms.flat()) {
      expect(exact).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      expect(folded).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
    }
  });

  test("keeps the text as written, in regular form", () => {
    expect(parseQuery("  Tổng\u00a0KẾT ".normalize("NFD")).text).toBe("Tổng KẾT");
    expect(parseQuery('  "Đảng"  bộ').text).toBe('"Đảng" bộ');
  });

  test("knows both placements of a tone as one spelling, and other marks as others", () => {
    const exact = (raw: string) => parseQuery(raw).terms[0]?.[0]?.exact;
    expect(exact("hoà")).toBe(exact("hòa"));
    expect(exact("THUỶ")).toBe(exact("thủy"));
    expect(exact("hoa")).not.toBe(exact("hòa"));
    expect(exact("hóa")).not.toBe(exact("hòa"));
    expect(exact("đường")).not.toBe(exact("dường"));
    expect(exact("Ðảng")).toBe(exact("đảng"));
  });

  test.each([
    ["dang", false],
    ["đang", true],
    ["tổng ket", true],
    ["2021 KH", false],
  ])("sees whether %s has marks: %s", (raw, marked) => {
    expect(queryHasDiacritics(parseQuery(raw))).toBe(marked);
    expect(queryHasDiacritics(parseQuery(raw.normalize("NFD")))).toBe(marked);
  });

  test.each([
    ["tong k", true],
    ["tong k ", false],
    ['"tong k', true],
    ['"tong k"', false],
    ["tong!", false],
    ["", false],
  ])("sees whether the last word of %j may go on: %s", (raw, expected) => {
    expect(parseQuery(raw).isUnfinished).toBe(expected);
  });

  test("reads a query of any length up to its limits, and says that it was cut", () => {
    const long = parseQuery("từ ".repeat(5000));
    expect(long.text.length).toBeLessThanOrEqual(maxQueryLength);
    expect(long.terms).toHaveLength(24);
    expect(long).toMatchObject({ isCut: true, isUnfinished: false });
    const phrase = parseQuery(`"${"a ".repeat(60)}" b`);
    expect(phrase.terms.map((words) => words.length)).toEqual([24]);
    expect(parseQuery("x".repeat(10_000)).terms[0]?.[0]?.folded).toBe("x".repeat(64));
    expect(parseQuery("đủ ngắn").isCut).toBe(false);
  });

  test("reads as much of a decomposed query as of a composed one", () => {
    const title =
      "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng, nhiệm vụ năm 2021 ở cơ sở";
    expect(parseQuery(title.normalize("NFD"))).toEqual(parseQuery(title));
  });
});
