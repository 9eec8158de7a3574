import { expect, test } from "vitest";
import { countWords } from "../../src/client/newsroom/counters.ts";

test.each([
  ["", 0],
  ["Một hai ba.", 3],
  ["## Đề mục\n\n- một\n- **hai** ba\n\n> – Lời dẫn", 7],
  ['![mô tả ảnh](photo:abc "chú thích") và [liên kết này](https://example.vn/a-b)', 4],
  ["1.234 người, 3,5% và TP.HCM", 5],
])("the words that a reader sees in %j", (markdown, words) => {
  expect(countWords(markdown)).toBe(words);
});
