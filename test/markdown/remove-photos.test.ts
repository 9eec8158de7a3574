import { expect, test } from "vitest";
import { removePhotos } from "../../src/markdown/remove-photos.ts";

const without = (markdown: string) => removePhotos(markdown, (ref) => ref === "a");

test.each([
  ["alone", "Một.\n\n![Chợ](photo:a)\n\nHai.", "Một.\n\n\n\nHai."],
  ["with its caption", '![Chợ](photo:a "Chợ \\"Bắc\\" Hà")', ""],
  ["with brackets in its alt", "![Chợ [cũ]](photo:a)", ""],
  ["with an escaped bracket in its alt", "![Chợ \\] cũ](photo:a)", ""],
  ["in angle brackets", "![Chợ](<photo:a> 'Bắc Hà')", ""],
  ["in a gallery", "![Một](photo:a) ![Hai](photo:b)", " ![Hai](photo:b)"],
  ["twice", "![Một](photo:a)\n\nGiữa\n\n![Lại](photo:a)", "\n\nGiữa\n\n"],
  ["in a link", "[![Một](photo:a)](https://example.vn)", "[](https://example.vn)"],
])("a photo goes: %s", (_, markdown, expected) => {
  expect(without(markdown)).toBe(expected);
});

test.each([
  "![Chợ](photo:b)",
  "`![Chợ](photo:a)`",
  "\\![Chợ](photo:a)",
  "Chợ photo:a",
  "![Chợ][x]\n\n[x]: photo:a",
])("what is no inline photo of it stays: %s", (markdown) => {
  expect(without(markdown)).toBe(markdown);
});
