import { describe, expect, test } from "vitest";
import { normaliseLine, normaliseText } from "../../src/vietnamese/normalise.ts";
import { tonedLetters } from "./alphabet.ts";

const cases: [name: string, input: string, output: string, changes: string[]][] = [
  ["regular text is left alone", "Đảng ủy Sở", "Đảng ủy Sở", []],
  [
    "smart quotes, dashes and ellipsis stay",
    "“Trong sạch” – ‘vững mạnh’…",
    "“Trong sạch” – ‘vững mạnh’…",
    [],
  ],
  ["newlines and tabs stay", "a\n\n\tb", "a\n\n\tb", []],
  ["NFD is composed", "Đảng ủy".normalize("NFD"), "Đảng ủy", ["unicode-form"]],
  ["old tone mark codes are composed", "ba\u0341n", "bán", ["unicode-form"]],
  ["a lone surrogate becomes U+FFFD", "a\ud800b", "a\ufffdb", ["unicode-form"]],
  ["an NBSP is a space", "Sở\u00a0KH&CN", "Sở KH&CN", ["space"]],
  [
    "thin, figure and ideographic spaces are spaces",
    "a\u2009b\u2007c\u3000d",
    "a b c d",
    ["space"],
  ],
  ["zero width characters go", "Đả\u200bng\u200d \ufeffủy\u2060", "Đảng ủy", ["invisible"]],
  ["a soft hyphen goes", "công\u00adnghệ", "côngnghệ", ["invisible"]],
  ["bidirectional marks go", "\u202aabc\u202c\u200e", "abc", ["invisible"]],
  ["control characters go", "a\u0000b\u0007c\u009fd\u007f", "abcd", ["invisible"]],
  ["CRLF and CR are \\n", "a\r\nb\rc", "a\nb\nc", ["line-end"]],
  [
    "U+2028, U+2029, Word's vertical tab are \\n",
    "a\u2028b\u2029c\u000bd",
    "a\nb\nc\nd",
    ["line-end"],
  ],
  ["Word's bullet glyph becomes a bullet", "\uf0b7 Một", "• Một", ["bullet"]],
];

describe("normaliseText", () => {
  test.each(cases)("%s", (_name, input, output, changes) => {
    expect(normaliseText(input)).toEqual({ text: output, changes });
  });

  test.each(cases)("is idempotent: %s", (_name, input) => {
    const once = normaliseText(input).text;
    expect(normaliseText(once)).toEqual({ text: once, changes: [] });
  });

  test("brings every toned letter back from NFD, in both cases", () => {
    for (const letter of tonedLetters.flatMap((lower) => [lower, lower.toUpperCase()])) {
      expect(normaliseText(letter.normalize("NFD")).text).toBe(letter);
    }
  });

  test("keeps U+00AD where it is TCVN3's ư", () => {
    const tcvn3 = "Ph\u00ad¬ng h\u00adíng nhiÖm vô n¨m tíi";
    expect(normaliseText(tcvn3)).toEqual({ text: tcvn3, changes: [] });
  });
});

describe("normaliseLine", () => {
  test("collapses whitespace and trims", () => {
    expect(normaliseLine("  Hội nghị \n\t tổng\u00a0 kết ")).toEqual({
      text: "Hội nghị tổng kết",
      changes: ["space"],
    });
  });
});
