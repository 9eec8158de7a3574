import { describe, expect, test } from "vitest";
import { findTonePlacements } from "../../src/vietnamese/tone-placement.ts";

describe("tonePlacements", () => {
  test.each([
    ["hòa", "old", "hoà"],
    ["hoà", "new", "hòa"],
    ["khỏe", "old", "khoẻ"],
    ["khoẻ", "new", "khỏe"],
    ["Ủy", "old", "Uỷ"],
    ["UỶ", "new", "ỦY"],
    ["Thúy", "old", "Thuý"],
    ["thuỷ", "new", "thủy"],
    ["ngõa", "old", "ngoã"],
  ])("%s is %s, otherwise %s", (word, style, other) => {
    expect(findTonePlacements(`x ${word}.`)).toEqual([
      { style, word, other, start: 2, end: 2 + word.length },
    ]);
  });

  test.each([
    "quý",
    "quỳ",
    "quà",
    "quả",
    "quá",
    "hoàn",
    "huỳnh",
    "ngoài",
    "khuỷu",
    "toán",
    "thuê",
    "mùa",
    "của",
    "hoa",
  ])("%s belongs to neither", (word) => {
    expect(findTonePlacements(word)).toEqual([]);
  });

  test("finds all of a text in order", () => {
    const found = findTonePlacements("Ủy ban, uỷ viên, hóa học, văn hoá");
    expect(found.map(({ word, style }) => [word, style])).toEqual([
      ["Ủy", "old"],
      ["uỷ", "new"],
      ["hóa", "old"],
      ["hoá", "new"],
    ]);
  });
});
