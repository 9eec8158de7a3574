import { expect, test } from "vitest";
import { cutText } from "../../src/vietnamese/cut-text.ts";

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "abc"],
  ["ab😀", 3, "ab"],
  ["ab😀", 4, "ab😀"],
  ["😀", 1, ""],
  ["", 3, ""],
])("cuts %j to %i units: %j", (text, max, cut) => {
  expect(cutText(text, max)).toBe(cut);
});
