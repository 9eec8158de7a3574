import { describe, expect, test } from "vitest";
import { compareBodies, compareWords } from "../../src/newsroom/review/text-diff.ts";
import type { Passage } from "../../src/newsroom/review/text-diff.ts";

/** A comparison as one line: [-removed-]{+added+}. */
function line(before: string, after: string): string {
  return compareWords(before, after)
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`,
    )
    .join("");
}

describe("comparing words", () => {
  test("compares Vietnamese words as wholes", () => {
    expect(line("Sở Khoa học họp ngày 5/3.", "Sở Khoa học họp chiều 5/3.")).toBe(
      "Sở Khoa học họp [-ngày-]{+chiều+} 5/3.",
    );
    expect(line("Lắp đặt trạm", "Lắp đặt trậm")).toBe("Lắp đặt [-trạm-]{+trậm+}");
  });

  test("compares an empty text with a text", () => {
    expect(line("", "Mới")).toBe("{+Mới+}");
    expect(line("Cũ", "")).toBe("[-Cũ-]");
    expect(line("", "")).toBe("");
  });
});

describe("comparing bodies", () => {
  test("marks unchanged, changed, removed and added paragraphs", () => {
    const before = "Một.\n\nHai có nhiều chữ ở đây.\n\nBa.\n\nBốn.";
    const after = "Một.\n\nHai có nhiều từ ở đây.\n\nBa.\n\nNăm.\n\nSáu.";
    expect(compareBodies(before, after).map(({ kind }) => kind)).toEqual([
      "same",
      "changed",
      "same",
      "changed",
      "changed",
    ]);
  });

  test("does not mix paragraphs that have no words in common", () => {
    const [only] = compareBodies(
      "Mưa lớn ở vùng cao tối qua.",
      "Hội nghị khai mạc sáng nay tại Lào Cai.",
    );
    expect(only).toEqual({
      kind: "changed",
      pieces: [
        { kind: "removed", text: "Mưa lớn ở vùng cao tối qua." },
        { kind: "added", text: "Hội nghị khai mạc sáng nay tại Lào Cai." },
      ],
    });
  });

  test.each([
    [
      "as many paragraphs as possible, all different",
      (side: string) => paragraphs(side, 50_000, 2),
    ],
    ["long paragraphs, every word different", (side: string) => paragraphs(side, 20, 10_000)],
    ["one paragraph, every word different", (side: string) => paragraphs(side, 1, 200_000)],
    ["one paragraph, every second word different", (side: string) => `giữ ${side} `.repeat(25_000)],
    ["alternating letters", (side: string) => (side === "a" ? "a b " : "b a ").repeat(50_000)],
  ])("compares 200,000 characters and loses none: %s", (_, make) => {
    const [before, after] = [make("a"), make("b")];
    const passages = compareBodies(before, after);
    expect(joinSide(passages, "removed")).toBe(before.replace(/\s+/g, ""));
    expect(joinSide(passages, "added")).toBe(after.replace(/\s+/g, ""));
  });
});

/** `count` paragraphs of `length` characters. Each word is only in one paragraph of one side. */
function paragraphs(side: string, count: number, length: number): string {
  return Array.from({ length: count }, (_, number) =>
    `${side}${number} `.repeat(Math.ceil(length / (String(number).length + 2))).trim(),
  ).join("\n\n");
}

/** One side of a comparison, without white space. */
function joinSide(passages: Passage[], side: "removed" | "added"): string {
  return passages
    .flatMap((passage) =>
      passage.kind === "same"
        ? passage.paragraphs
        : passage.pieces
            .filter(({ kind }) => kind === "same" || kind === side)
            .map(({ text }) => text),
    )
    .join("")
    .replace(/\s+/g, "");
}
