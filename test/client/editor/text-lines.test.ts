import { expect, test } from "vitest";
import {
  findLineBreaks,
  splitLines,
  removeLastBreaks,
} from "../../../src/client/editor/text-lines.ts";
import { MarkdownBridge } from "../../../src/client/editor/markdown-bridge.ts";

/** In a time that grows with the square of the input, each of these would run for hours. */
const spaces = " ".repeat(2_000_000);
const breaks = "\n".repeat(2_000_000);

test.each([
  ["một\nhai", ["một", "hai"]],
  [" một \n\t hai \r\n ba ", [" một", "hai", "ba "]],
  ["một\n\n \n\nhai", ["một", "hai"]],
  ["\nmột\n", ["", "một", ""]],
])("%j has the lines %j", (text, lines) => {
  expect(splitLines(text)).toEqual(lines);
});

test("two million spaces without a line break are one line", () => {
  expect(splitLines(`a${spaces}b`)).toHaveLength(1);
  expect(findLineBreaks(`a${spaces}b`)).toEqual([]);
  expect(findLineBreaks(`a${spaces}\n${spaces}b`)).toEqual([{ start: 1, end: 4_000_002 }]);
});

test("two million line breaks are removed only at the end", () => {
  expect(removeLastBreaks(`a${breaks}`)).toBe("a");
  expect(removeLastBreaks(`a${breaks}b`)).toHaveLength(breaks.length + 2);
});

test.each([
  ["a \n b", [{ start: 1, end: 4 }]],
  [
    "a\n\t\n b",
    [
      { start: 1, end: 3 },
      { start: 3, end: 5 },
    ],
  ],
])("%j has line breaks with the spaces around them", (text, found) => {
  expect(findLineBreaks(text)).toEqual(found);
});

test("the editor reads a text with many spaces and empty lines", () => {
  const text = `một${" ".repeat(20_000)}hai\n\nba`;
  expect(new MarkdownBridge().read(text).childCount).toBe(2);
});
