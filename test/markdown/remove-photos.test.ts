import { describe, expect, test } from "vitest";
import { photosInBody, plainText } from "../../src/markdown/markdown.ts";
import { removePhotos } from "../../src/markdown/remove-photos.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";

const [gone, kept] = ["a".repeat(64), "b".repeat(64)];
const stored = new Map(
  [gone, kept].map((id) => [
    id,
    { id, width: 9, height: 9, type: "image/jpeg" as const, variants: {}, credit: null },
  ]),
);
const without = (markdown: string) => removePhotos(markdown, (ref) => ref === gone);

/** Every way to write a photo. A is the photo that goes, with alt "Lý" and caption "Hạ"; B stays. */
const ways: [name: string, markdown: string, expected: string][] = [
  ["alone", "Một.\n\n![Lý](photo:A)\n\nHai.", "Một.\n\n\n\nHai."],
  ["with a caption", 'Một\n\n![Lý](photo:A "Hạ \\"Hạ\\" Hạ")', "Một\n\n"],
  ["with a caption in single quotes", "![Lý](photo:A 'Hạ')", ""],
  ["with a caption in brackets", "![Lý](photo:A (Hạ))", ""],
  ["in angle brackets", "![Lý](<photo:A> 'Hạ')", ""],
  ["with an escaped address", "![Lý](photo\\:A)", ""],
  ["with brackets in the alt", "![Lý [Lý]](photo:A)", ""],
  ["with an escaped bracket in the alt", "![Lý \\] Lý](photo:A)", ""],
  ["with code in the alt", "![Lý `]` Lý](photo:A)", ""],
  ["with emphasis in the alt", "![*Lý*](photo:A)", ""],
  ["with a link in the alt", "![[Lý](https://a.vn)](photo:A)", ""],
  ["with a photo in the alt", "![Lý ![Lý](photo:B)](photo:A)", ""],
  ["in the alt of another photo", "![x ![Lý](photo:A) y](photo:B)", "![x  y](photo:B)"],
  ["over two lines", '![Lý\nLý](photo:A\n"Hạ\nHạ")', ""],
  ["amid text", "Trước ![Lý](photo:A) sau", "Trước  sau"],
  ["twice", "![Lý](photo:A)\n\nGiữa\n\n![Lý](photo:A)", "\n\nGiữa\n\n"],
  ["in a gallery", "![Lý](photo:A) ![Hai](photo:B)", " ![Hai](photo:B)"],
  ["in a link", "[![Lý](photo:A)](https://a.vn)", "[](https://a.vn)"],
  ["in emphasis", "Chữ *![Lý](photo:A)* sau", "Chữ *&#32;* sau"],
  ["in a heading", "## ![Lý](photo:A) Đề", "##  Đề"],
  ["in a list", "- Một\n- ![Lý](photo:A)\n- Ba", "- Một\n- \n- Ba"],
  ["in a list after text", "Chữ\n- ![Lý](photo:A)", "Chữ\n- &#32;"],
  ["on a line amid lines", "Một\n![Lý](photo:A)\nhai", "Một\n&#32;\nhai"],
  ["after an exclamation mark", "!![Lý](photo:A)[x](https://a.vn)", "!&#32;[x](https://a.vn)"],
  ["in a quotation", "> ![Lý\n> Lý](photo:A) chữ", ">  chữ"],
  ["in a table", "| a | b |\n|---|---|\n| ![Lý](photo:A) | d |", "| a | b |\n|---|---|\n|  | d |"],
  ["in a bare table", "a | b\n---|---\n![Lý](photo:A) | d", "a | b\n---|---\n&#32; | d"],
  ["in a footnote", "Chữ[^1]\n\n[^1]: Chú ![Lý](photo:A)", "Chữ[^1]\n\n[^1]: Chú "],
  ["in a footnote without reference", "Chữ\n\n[^1]: ![Lý](photo:A)", "Chữ\n\n[^1]: "],
  ["by reference", '![Lý][x]\n\n[x]: photo:A "Hạ"', "\n\n"],
  ["by a short reference", "![Lý]\n\n[lý]: photo:A 'Hạ'\n[y]: photo:B", "\n\n\n[y]: photo:B"],
  ["by an empty reference", "![Lý][]\n\n[Lý]: <photo:A>", "\n\n"],
  ["by a definition in a quotation", "![Lý][x]\n\n> [x]: photo:A\n> 'Hạ'", "\n\n> "],
  ["by a definition of two photos", "![Lý][x] ![Lý][x] chữ\n\n[x]: photo:A", "  chữ\n\n"],
  ["in a definition that nothing uses", "Chữ\n\n[x]: photo:A 'Hạ'", "Chữ\n\n"],
  ["as the address of a link", "Chữ [xem](photo:A 'Hạ') sau", "Chữ xem sau"],
  ["as the address of a link by reference", "Chữ [xem][x]\n\n[x]: photo:A 'Hạ'", "Chữ xem\n\n"],
  ["as a bare address", "Chữ <photo:A> sau", "Chữ  sau"],
];

const withIds = (markdown: string) =>
  markdown.replace(/(?<=photo\\?:)[AB]/g, (id) => (id === "A" ? gone : kept));

describe("a photo that goes leaves neither id nor alt nor caption", () => {
  test.each(ways)("%s", (_, markdown, expected) => {
    const body = withIds(markdown);
    const result = without(body);
    expect(result).toBe(withIds(expected));
    for (const output of [result, renderBody(result, stored).html, plainText(result)]) {
      expect(output).not.toMatch(new RegExp(`${gone}|Lý|Hạ`));
    }
    expect(photosInBody(result).map(({ ref }) => ref)).not.toContain(gone);
  });
});

test.each([
  `![Chợ](photo:${kept})`,
  `\`![Chợ](photo:${gone})\``,
  `Chợ photo:${gone}`,
  `![Chợ][x]\n\n[x]: photo:${kept}\n\n[x]: https://a.vn`,
])("text that is no photo of it keeps its bytes: %s", (markdown) => {
  expect(without(markdown)).toBe(markdown);
});

test("a photo that is still found afterwards is an error", () => {
  // Says that the photo is gone only when nothing is removed.
  let asked = 0;
  const isGone = () => asked++ % 3 === 0;
  expect(() => removePhotos("![a](photo:x)", isGone)).toThrow(/still be found/);
});
