import { describe, expect, test } from "vitest";
import { detectLegacy } from "../../src/vietnamese/legacy-detect.ts";
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
    expect(normaliseText(input)).toMatchObject({ text: output, changes });
  });

  test.each(cases)("is idempotent: %s", (_name, input) => {
    const once = normaliseText(input).text;
    expect(normaliseText(once)).toEqual({ text: once, changes: [], removed: [] });
  });

  test("brings every toned letter back from NFD, in both cases", () => {
    for (const letter of tonedLetters.flatMap((lower) => [lower, lower.toUpperCase()])) {
      expect(normaliseText(letter.normalize("NFD")).text).toBe(letter);
    }
  });

  test("keeps U+00AD where it is TCVN3's ư", () => {
    const tcvn3 = "Ph\u00ad¬ng h\u00adíng nhiÖm vô n¨m tíi";
    expect(normaliseText(tcvn3)).toEqual({ text: tcvn3, changes: [], removed: [] });
  });
});

describe("text that nobody sees", () => {
  test.each([
    ["a soft hyphen", "\u00ad"],
    ["soft hyphens in two paragraphs", "\u00ad\n\n \u00ad"],
    ["a variation selector", "\ufe0f"],
    ["a selector and a zero width space", "\u200b\u{e0100}"],
    ["a Hangul filler of half width", "\uffa0"],
    ["an invisible letter of Khmer", "\u17b4"],
  ])("is empty: %s", (_name, text) => {
    expect(normaliseLine(text).text).toBe("");
  });

  test("stays where TCVN3 writes the letter ư alone", () => {
    const tcvn3 = "ch÷ \u00ad vµ ch÷ ¬";
    expect(normaliseText(tcvn3).text).toBe(tcvn3);
  });
});

describe("joiners", () => {
  test.each([
    ["a family", "Ngày hội 👨\u200d👩\u200d👧 2026"],
    ["a rainbow flag, with its variation selector", "🏳\ufe0f\u200d🌈"],
    ["a health worker with a skin colour", "👩🏽\u200d⚕\ufe0f"],
    [
      "the flag of Scotland, which is made of tags",
      "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    ],
    ["Persian with a non-joiner", "Tiếng Ba Tư: می\u200cخواهم."],
    ["Hindi with a joiner after virama", "क्\u200dष"],
    ["Khmer with a non-joiner", "ក\u200cខ"],
  ])("of %s stay", (_name, text) => {
    expect(normaliseText(text)).toEqual({ text, changes: [], removed: [] });
  });

  test.each([
    ["between Vietnamese letters", "Đả\u200dng", "Đảng", "U+200D", "Đả"],
    ["between a letter and an emoji", "vui\u200d🎉", "vui🎉", "U+200D", "vui"],
    ["behind an emoji", "🎉\u200d vui", "🎉 vui", "U+200D", "🎉"],
    ["a non-joiner in an emoji", "👨\u200c👩", "👨👩", "U+200C", "👨"],
    ["a non-joiner between Latin letters", "shelf\u200cful", "shelfful", "U+200C", "shelf"],
    ["tags that belong to no flag", "a\u{e0041}", "a", "U+E0041", "a"],
  ])("%s go, and are named", (_name, text, expected, code, before) => {
    expect(normaliseText(text)).toEqual({
      text: expected,
      changes: ["invisible"],
      removed: [{ code, before }],
    });
  });
});

describe("removed characters", () => {
  test("are listed with the words before them on their line", () => {
    const text = "\ufeffDòng một\nHội nghị tổng kết công tác xây dựng\u200b Đảng";
    expect(normaliseText(text).removed).toEqual([
      { code: "U+FEFF", before: "" },
      { code: "U+200B", before: "kết công tác xây dựng" },
    ]);
  });
});

describe("U+00AD", () => {
  test.each([
    ["a title of two words", "Th\u00ad viÖn"],
    ["one word", "M\u00ada lín"],
    ["TCVN3 beside Unicode, in a word with another sign", "Đơn vị: Ph\u00ad¬ng"],
  ])("is TCVN3's ư in %s, and stays for the person to decide", (_name, text) => {
    expect(normaliseText(text).text).toBe(text);
    expect(detectLegacy(text)?.encoding).toBe("tcvn3");
  });

  test.each([
    ["Unicode", "công tác xây d\u00adựng", "công tác xây dựng"],
    ["an English word", "inter\u00adnational pro\u00admo", "international promo"],
    ["a German word", "Vor\u00adstands\u00adsitzung", "Vorstandssitzung"],
  ])("is a soft hyphen in %s, and goes", (_name, text, expected) => {
    expect(normaliseText(text).text).toBe(expected);
  });
});

describe("normaliseLine", () => {
  test("collapses whitespace and trims", () => {
    expect(normaliseLine("  Hội nghị \n\t tổng\u00a0 kết ")).toEqual({
      text: "Hội nghị tổng kết",
      changes: ["space"],
      removed: [],
    });
  });
});

test.each([
  ["a soft hyphen before an endless word", `\u00ad ${"a".repeat(200_000)}`],
  ["nothing but soft hyphens", "\u00ad".repeat(200_000)],
  ["soft hyphens in every word", "a\u00ad ".repeat(70_000)],
])("normalises %s in less than a second of CPU time", (_, text) => {
  const start = process.threadCpuUsage();
  expect(normaliseText(text).text.length).toBeLessThanOrEqual(text.length);
  const { user, system } = process.threadCpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(1000);
});
