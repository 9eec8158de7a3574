import { describe, expect, it } from "vitest";
import { fold, hasDiacritics } from "../../src/vietnamese/fold.ts";
import { TONED_LETTERS } from "./alphabet.ts";

describe("fold", () => {
  it.each([
    ["Tổng kết", "tong ket"],
    ["TỔNG KẾT", "tong ket"],
    ["Đảng", "dang"],
    ["đường", "duong"],
    ["Dương", "duong"],
    ["Đồng chí", "dong chi"],
    ["hoà", "hoa"],
    ["hòa", "hoa"],
    ["Ðảng (chữ Eth)", "dang (chu eth)"],
    ["KH&CN 4.0", "kh&cn 4.0"],
    ["", ""],
  ])("%s → %s, for NFC and NFD", (text, folded) => {
    expect(fold(text.normalize("NFC"))).toBe(folded);
    expect(fold(text.normalize("NFD"))).toBe(folded);
  });

  it("leaves plain ASCII of every toned letter, in both cases", () => {
    for (const letter of TONED_LETTERS) {
      expect(fold(letter)).toMatch(/^[a-z]$/);
      expect(fold(letter.toUpperCase())).toBe(fold(letter));
    }
  });
});

describe("hasDiacritics", () => {
  it.each([
    ["tong ket", false],
    ["tổng kết", true],
    ["đ", true],
    ["tổng".normalize("NFD"), true],
    ["KH&CN 2021", false],
  ])("%s → %s", (text, expected) => {
    expect(hasDiacritics(text)).toBe(expected);
  });
});
