import { describe, expect, test } from "vitest";
import { mergeBodies } from "../../src/newsroom/form/merged-body.ts";

describe("mergeBodies", () => {
  const base = "Một.\n\nHai.\n\nBa.\n\nBốn.";

  test.each([
    [
      "a change on my side only",
      base,
      "Một.\n\nHai!\n\nBa.\n\nBốn.",
      base,
      "Một.\n\nHai!\n\nBa.\n\nBốn.",
      true,
    ],
    ["a change on their side only", base, base, "Một.\n\nHai?\n\nBa.", "Một.\n\nHai?\n\nBa.", true],
    [
      "an addition and a removal",
      base,
      `${base}\n\nNăm.`,
      "Hai.\n\nBa.\n\nBốn.",
      "Hai.\n\nBa.\n\nBốn.\n\nNăm.",
      true,
    ],
    [
      "two changes in the same place",
      base,
      "Một.\n\nA.\n\nBa.\n\nBốn.",
      "Một.\n\nB.\n\nBa.\n\nBốn.",
      "Một.\n\nA.\n\nBa.\n\nBốn.",
      false,
    ],
    [
      "new footnotes with the same label",
      "Một[^1].\n\nHai.\n\nBa.\n\nBốn.\n\n[^1]: A",
      "Một[^1].\n\nHai.\n\nBa.\n\nBốn[^2].\n\n[^1]: A\n\n[^2]: B",
      "Một[^1][^2].\n\n[^2]: C\n\nHai.\n\nBa.\n\nBốn.\n\n[^1]: A",
      "Một[^1][^2].\n\n[^2]: C\n\nHai.\n\nBa.\n\nBốn[^3].\n\n[^1]: A\n\n[^3]: B",
      true,
    ],
    ["an unknown base", null, "A", "B", "A", false],
  ])("%s", (_, from, mine, theirs, text, complete) => {
    expect(mergeBodies(from, mine, theirs)).toEqual({ text, complete });
  });

  test("merges bodies of 200,000 characters in less than three seconds of CPU time", () => {
    const long = (word: string) =>
      Array.from({ length: 4000 }, (_, n) => `${word} đoạn ${n} của bài này.`).join("\n\n");
    const start = process.threadCpuUsage();
    mergeBodies(long("a"), long("b"), long("c"));
    const { user, system } = process.threadCpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});
