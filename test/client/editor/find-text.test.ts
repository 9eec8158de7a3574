import { describe, expect, test } from "vitest";
import { findText } from "../../../src/client/editor/find-text.ts";
import { MarkdownBridge } from "../../../src/client/editor/markdown-bridge.ts";

function foundWords(markdown: string, text: string, withMarks: boolean): string[] {
  const doc = new MarkdownBridge().read(markdown);
  return findText(doc, text, withMarks).map(({ from, to }) => doc.textBetween(from, to, "|"));
}

const body = "Má và **ma**túy.\n\n## Đường MÀ đi\n\n| a |\n| --- |\n| mã |\n\n- ma\\\n  ma";

describe("text is found", () => {
  test("with its marks, whatever its case", () => {
    expect(foundWords(body, "má", true)).toEqual(["Má"]);
    expect(foundWords(body, "mà", true)).toEqual(["MÀ"]);
    expect(foundWords(body, "matúy", true)).toEqual(["matúy"]);
  });

  test("with any marks, when marks do not count", () => {
    expect(foundWords(body, "mạ", false)).toEqual(["Má", "ma", "MÀ", "mã", "ma", "ma"]);
    expect(foundWords(body, "duong", false)).toEqual(["Đường"]);
  });

  test("in decomposed letters too, and nowhere when it is empty", () => {
    expect(foundWords(body, "má".normalize("NFD"), true)).toEqual(["Má"]);
    expect(foundWords(body, "", false)).toEqual([]);
  });
});
