import { describe, expect, test } from "vitest";
import { fromTcvn3 } from "../../src/vietnamese/legacy-encodings.ts";
import { tonedLetters } from "./alphabet.ts";

/** The byte of each letter in TCVN 5712:1993, letter by letter, apart from the code under test. */
const bytes = `à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB
  è CC ẻ CE ẽ CF é D0 ẹ D1 ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE
  ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9 ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE
  ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE đ AE`;
const byteOf = new Map(
  [...bytes.matchAll(/(\S) ([0-9A-F]{2})/g)].map(([, letter = "", hex = ""]) => [
    letter,
    String.fromCharCode(parseInt(hex, 16)),
  ]),
);

describe("fromTcvn3", () => {
  test("knows every letter with every tone", () => {
    expect(byteOf.size).toBe(tonedLetters.length);
    for (const letter of tonedLetters) {
      expect(fromTcvn3(byteOf.get(letter) ?? "", { capitals: false })).toBe(letter);
    }
  });

  test("knows every capital: seven of their own, all others by a capitals font", () => {
    for (const letter of tonedLetters) {
      expect(fromTcvn3(byteOf.get(letter) ?? "", { capitals: true })).toBe(letter.toUpperCase());
    }
    expect(fromTcvn3("¡¢£¤¥¦§", { capitals: false })).toBe("ĂÂÊÔƠƯĐ");
    expect(fromTcvn3("\u00af\u00c0\u00d9", { capitals: false })).toBe("ẰẮỄ");
  });

  test("composes a base letter and a tone of its own", () => {
    expect(fromTcvn3("a\u00b3 ©\u00b4", { capitals: false })).toBe("á ậ");
  });

  test.each([
    [
      "Héi nghÞ tæng kÕt c«ng t¸c x©y dùng §¶ng n¨m 2020",
      "Hội nghị tổng kết công tác xây dựng Đảng năm 2020",
    ],
    ["Së Khoa häc vµ C«ng nghÖ", "Sở Khoa học và Công nghệ"],
    ["ph­¬ng h­íng nhiÖm vô", "phương hướng nhiệm vụ"],
    ["“Trong s¹ch” – 2020", "“Trong sạch” – 2020"],
  ])("%s → %s", (tcvn3, unicode) => {
    expect(fromTcvn3(tcvn3, { capitals: false })).toBe(unicode);
  });

  test("raises a whole run set in a capitals font", () => {
    expect(fromTcvn3("Céng hßa x· héi", { capitals: true })).toBe("CỘNG HÒA XÃ HỘI");
  });
});
