import { expect, test } from "vitest";
import { joinBodies } from "../../src/markdown/join-bodies.ts";

test.each([
  ["no footnotes", "Một\n", "Hai", "Một\n\nHai"],
  ["an empty first text", "", "Hai[^1]\n\n[^1]: A", "Hai[^1]\n\n[^1]: A"],
  [
    "the same label",
    "Một[^1]\n\n[^1]: A",
    "Hai[^1] ba[^1]\n\n[^1]: B",
    "Một[^1]\n\n[^1]: A\n\nHai[^2] ba[^2]\n\n[^2]: B",
  ],
  [
    "a label whose successor is taken in both texts",
    "Một[^1]\n\n[^1]: A\n\n[^2]: C",
    "Hai[^1] ba[^3]\n\n[^1]: B\n\n[^3]: D",
    "Một[^1]\n\n[^1]: A\n\n[^2]: C\n\nHai[^4] ba[^3]\n\n[^4]: B\n\n[^3]: D",
  ],
  [
    "a label in words, in a quotation",
    "Một[^nguồn]\n\n[^nguồn]: A",
    "> Hai[^nguồn]\n>\n> [^nguồn]: B",
    "Một[^nguồn]\n\n[^nguồn]: A\n\n> Hai[^nguồn-2]\n>\n> [^nguồn-2]: B",
  ],
  [
    "what only looks like a label",
    "Một[^1]\n\n[^1]: A",
    "`[^1]` \\[^1]",
    "Một[^1]\n\n[^1]: A\n\n`[^1]` \\[^1]",
  ],
])("joins two bodies with %s", (_, first, second, expected) => {
  expect(joinBodies(first, second)).toBe(expected);
});
