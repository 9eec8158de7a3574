import { expect, test } from "vitest";
import { compareVietnamese } from "../../src/vietnamese/collation.ts";

test.each([
  [
    ["Đảng", "ân", "Dân", "an", "ăn"],
    ["an", "ăn", "ân", "Dân", "Đảng"],
  ],
  [
    ["Đông", "Dương", "Đà", "Da"],
    ["Da", "Dương", "Đà", "Đông"],
  ],
  [
    ["ư", "u", "ơ", "ô", "o", "ê", "e", "đ", "d"],
    ["d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư"],
  ],
  [
    ["mã", "má", "mạ", "ma", "mả", "mà"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
  ],
  [
    ["Kỳ 10", "Kỳ 2"],
    ["Kỳ 2", "Kỳ 10"],
  ],
  [
    ["Đảng".normalize("NFD"), "Dân"],
    ["Dân", "Đảng".normalize("NFD")],
  ],
])("%j sorts as %j", (words, sorted) => {
  expect(words.toSorted(compareVietnamese)).toEqual(sorted);
});
