import { describe, expect, test } from "vitest";
import { readBlock, cutExcerpt, markMatches } from "../../src/search/search-excerpt.ts";
import type { TextPiece } from "../../src/search/search-excerpt.ts";
import { findLikeness } from "../../src/search/search-matches.ts";
import { parseQuery } from "../../src/search/search-query.ts";

/** Marks as brackets. */
function bracketMatches(pieces: TextPiece[]): string {
  return pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");
}

function marked(raw: string, text: string): string {
  const block = readBlock(text);
  const query = parseQuery(raw);
  return bracketMatches(markMatches(block, query, findLikeness([block.words], query)));
}

function makeExcerpt(raw: string, ...texts: string[]): string {
  const blocks = texts.map(readBlock);
  const query = parseQuery(raw);
  const words = blocks.map((block) => block.words);
  return bracketMatches(cutExcerpt(blocks, query, findLikeness(words, query)));
}

describe("markedText", () => {
  test.each([
    ["tong ket", "Hội nghị tổng kết năm", "Hội nghị [tổng kết] năm"],
    ["TỔNG KẾT", "Hội nghị tổng kết năm", "Hội nghị [tổng kết] năm"],
    ["dang", "Đảng bộ đang họp", "[Đảng] bộ [đang] họp"],
    ["đảng", "Đảng bộ đang họp", "[Đảng] bộ đang họp"],
    ["hoà", "Hòa Bình hoà thuận, hoa", "[Hòa] Bình [hoà] thuận, hoa"],
    ["ket", "trực tiếp kết hợp, kế", "trực tiếp [kết] hợp, kế"],
    ["năm tổng", "tổng của năm", "[tổng] của [năm]"],
    ["tong ket", "tổng kết trực tiếp kết hợp", "[tổng kết] trực tiếp kết hợp"],
    ['"tong ket"', "kết quả tổng kết, tổng số", "kết quả [tổng kết], tổng số"],
    ["KH&CN", "Sở KH&CN tỉnh, KH khác", "Sở [KH&CN] tỉnh, KH khác"],
    ["28/01/2021", "Ngày 28/01/2021 và 28/02", "Ngày [28/01/2021] và 28/02"],
    ["tong k", "tổng kết", "[tổng kết]"],
    ["tong ke", "tổng kế hoạch kết", "[tổng kế] hoạch kết"],
    ["duong", "đường dương, Dưỡng", "[đường dương], [Dưỡng]"],
    ["khong co", "một câu khác", "một câu khác"],
    ["a", "<b>a</b> & a", "<b>[a]</b> & [a]"],
  ])("%s in “%s” → %s", (raw, text, expected) => {
    expect(marked(raw, text)).toBe(expected);
  });

  test("puts marks where the words are, in decomposed text too", () => {
    const text = "Đảng bộ tổng kết năm".normalize("NFD");
    expect(marked("tong ket", text)).toBe(`Đảng bộ [tổng kết] năm`.normalize("NFD"));
  });

  test("loses nothing of the text", () => {
    const text = "Tổng kết, tổng  kết – “kết” tổng… 🙂 kết";
    const block = readBlock(text);
    const pieces = markMatches(block, parseQuery("tong ket"), "folded");
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  });
});

describe("excerpt", () => {
  const filler = "chữ này không ai tìm ".repeat(30).trim();

  test("takes the block that has most of the query", () => {
    expect(makeExcerpt("sáng kiến", "Lời dẫn nói khác.", "Có kiến.", "Một sáng kiến hay.")).toBe(
      "Một [sáng kiến] hay.",
    );
  });

  test("prefers the words next to each other to the words apart", () => {
    expect(makeExcerpt("sang kien", "Sáng nay có kiến.", "Một sáng kiến hay.")).toBe(
      "Một [sáng kiến] hay.",
    );
  });

  test("starts with the first block when only the title has the words", () => {
    expect(makeExcerpt("khác", "Lời dẫn của bài.", "Đoạn hai.")).toBe("Lời dẫn của bài.");
  });

  test("cuts a long block at words, around the matches, and says so", () => {
    const result = makeExcerpt("tổng kết", `${filler} hội nghị tổng kết năm ${filler}`);
    expect(result).toMatch(/^… \p{L}+ .*hội nghị \[tổng kết\] năm .*\p{L} …$/u);
    expect(result.length).toBeLessThan(300);
  });

  test("shows the end of a block without cutting a few words off", () => {
    expect(makeExcerpt("tổng kết", `${filler} hội nghị tổng kết năm nay.`)).toMatch(/năm nay\.$/);
  });

  test("finds the stretch with most of the words", () => {
    const text = `tổng ${filler} kết ${filler} tổng của kết ${filler}`;
    expect(makeExcerpt("tong ket", text)).toContain("[tổng] của [kết]");
  });

  test("gives nothing for nothing", () => {
    expect(makeExcerpt("a")).toBe("");
  });
});
