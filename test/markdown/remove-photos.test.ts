import { describe, expect, test } from "vitest";
import { listPhotos, readPlainText } from "../../src/markdown/markdown.ts";
import { removePhotos } from "../../src/markdown/remove-photos.ts";
import { waysToWriteAPhoto } from "./ways-to-write-a-photo.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";

const [gone, kept] = ["a".repeat(64), "b".repeat(64)];
const stored = new Map(
  [gone, kept].map((id) => [
    id,
    { id, width: 9, height: 9, type: "image/jpeg" as const, variants: {}, credit: null },
  ]),
);
const removeGone = (markdown: string) => removePhotos(markdown, (ref) => ref === gone);

const putIds = (markdown: string) =>
  markdown.replace(/(?<=photo\\?:)[AB]/g, (id) => (id === "A" ? gone : kept));

describe("a removed photo leaves no id, alt or caption", () => {
  test.each(waysToWriteAPhoto)("%s", (_, markdown, expected) => {
    const body = putIds(markdown);
    const result = removeGone(body);
    expect(result).toBe(putIds(expected));
    for (const output of [result, renderBody(result, stored).html, readPlainText(result)]) {
      expect(output).not.toMatch(new RegExp(`${gone}|Lý|Hạ`));
    }
    expect(listPhotos(result).map(({ ref }) => ref)).not.toContain(gone);
  });
});

test.each([
  `![Chợ](photo:${kept})`,
  `\`![Chợ](photo:${gone})\``,
  `Chợ photo:${gone}`,
  `![Chợ][x]\n\n[x]: photo:${kept}\n\n[x]: https://a.vn`,
])("text that is no photo of it keeps its bytes: %s", (markdown) => {
  expect(removeGone(markdown)).toBe(markdown);
});

test("throws if a removed photo is still found afterwards", () => {
  // True only when the photo is looked for, so nothing is removed.
  let asked = 0;
  const isGone = () => asked++ % 3 === 0;
  expect(() => removePhotos("![a](photo:x)", isGone)).toThrow(/still be found/);
});
