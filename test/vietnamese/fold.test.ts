import { describe, expect, test } from "vitest";
import { fold } from "../../src/vietnamese/fold.ts";
import { tonedLetters } from "./alphabet.ts";

describe("fold", () => {
  test.each([
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

  test("leaves plain ASCII of every toned letter, in both cases", () => {
    for (const letter of tonedLetters) {
      expect(fold(letter)).toMatch(/^[a-z]$/);
      expect(fold(letter.toUpperCase())).toBe(fold(letter));
    }
  });
});
