import fc from "fast-check";
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { expect, test } from "vitest";
import { readBody } from "../../src/check/body-passages.ts";
import { locate, objectPlaceholder } from "../../src/check/passage.ts";
import type { Passage } from "../../src/check/passage.ts";
import { decodeCharacterReferences } from "../../src/markdown/character-references.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

const [photoA, photoB] = ["a".repeat(64), "b".repeat(64)];
const stored = new Map(
  [photoA, photoB].map((id) => [
    id,
    { id, width: 9, height: 9, type: "image/jpeg" as const, variants: {}, credit: null },
  ]),
);

const photos = [
  `![Chợ](photo:${photoA})`,
  `![](photo:${photoB})`,
  `![Họp *chợ* \\] &amp; \`x\`](<photo:${photoA}> "Bắc \\"Hà\\" &lt;1&gt;")`,
  `![Ga][p] `,
  `[![Cầu](photo:${photoB})](https://a.vn/x)`,
  `![a ![b](photo:${photoA}) c](photo:${photoB} 'x')`,
  "![ngoài](https://a.vn/x.jpg)",
];

const starts = [
  "\n",
  "\n\n",
  "\n\n> ",
  "\n> ",
  "\n\n- ",
  "\n- ",
  "\n1. ",
  "\n\n    ",
  "\n  ",
  "\n\t",
  "\n# ",
  "\n---\n",
];
const blocks = [
  "\n\n| a | b |\n|---|:-:|\n| ",
  " | ",
  "\n```\n",
  "\n- [x] ",
  "\n\n[^1]: ",
  "\n\n[^2]: ",
  `\n\n[p]: photo:${photoA} "Ở ga"\n\n`,
];
const words = [
  "chợ",
  "ngày 28/01",
  "5~7",
  " ",
  "  ",
  "\t",
  "\\*",
  "\\\\",
  "\\|",
  "&amp;",
  "&#7843;",
  "&#38;lt;",
  "[^1]",
  "[^2]",
];
const marks = [
  "*",
  "**",
  "_",
  "~",
  "~~",
  "`",
  "``",
  "[",
  "]",
  "(",
  ")",
  "!",
  "<",
  ">",
  "\\",
  "|",
  "<b>",
  "<!-- ",
  " -->",
  "<script>",
];
const links = [
  "[xem](https://a.vn)",
  "[\\[x\\]](https://a.vn 't')",
  "https://a.vn/b",
  "<https://a.vn/c>",
  "www.a.vn",
  "[x](javascript:1)",
];

const markdown = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      { weight: 3, arbitrary: fc.constantFrom(...starts) },
      { weight: 2, arbitrary: fc.constantFrom(...marks) },
      { weight: 2, arbitrary: fc.constantFrom(...photos) },
      { weight: 1, arbitrary: fc.constantFrom(...blocks) },
      { weight: 1, arbitrary: fc.constantFrom(...links) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

test("soát bài sees the text, links, code and photos of the rendered page, at their places", () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const page = readPage(renderBody(body, stored).html);
      const { passages, code, photos } = readBody(body);
      expect(passages.map((passage) => visibleText(body, passage)).join("")).toBe(page.text);
      expect(code.map(({ text }) => text)).toEqual(page.code.filter((text) => text.trim() !== ""));
      expect(photos.map(({ photo, alt }) => [photo, alt.text.trim()])).toEqual(
        page.photos.map(({ id, alt }) => [id, alt]),
      );
      expect(
        photos.map(({ caption }, n) => (isInText(page, n) ? null : (caption?.text ?? ""))),
      ).toEqual(page.photos.map(({ caption }) => caption));
      expect(photos.map(({ start, end }) => body.slice(start, end)).filter(isNoImage)).toEqual([]);
      const words = photos.flatMap(({ alt, caption }) => [
        alt,
        ...(caption === null ? [] : [caption]),
      ]);
      expect(
        [...passages, ...code, ...words].flatMap((passage) => wrongPlaces(body, passage)),
      ).toEqual([]);
    }),
    { seed: 8, numRuns: 3000 },
  );
});

/** The text of a passage as readers see it, without white space, photos and code. */
function visibleText(body: string, passage: Passage): string {
  const text = [...passage.text].map((character, index) => {
    if (character !== objectPlaceholder) return character;
    const { start, end } = locate(passage, index, index + 1);
    const source = body.slice(start ?? 0, end ?? 0);
    return /^[!`]/.test(source) ? "" : readLabel(source);
  });
  return stripForComparison(text.join(""));
}

/** Without white space, and without backslashes: in a cell a bare address loses them, elsewhere it does not. */
function stripForComparison(text: string): string {
  return text.replace(/[\s\\]+/g, "");
}

/** What readers see of a bare address. */
function readLabel(source: string): string {
  const label = /^\[([^]*)\]\(/.exec(source)?.[1] ?? source.replace(/^<([^]*)>$/, "$1");
  return decodeCharacterReferences(label);
}

function isInText({ photos }: Page, number: number): boolean {
  return photos[number]?.caption === null;
}

function isNoImage(source: string): boolean {
  return !/^!\[[^]*[\])]$/.test(source);
}

/** Parts of a passage that are not what stands at their places. */
function wrongPlaces(body: string, { text, pieces }: Passage): [shown: string, source: string][] {
  return pieces
    .map(({ at, length, from, to }): [string, string] => [
      text.slice(at, at + length).replace(/\s/g, " "),
      body.slice(from, to).replace(/\s/g, " "),
    ])
    .filter(
      ([shown, source]) => shown !== objectPlaceholder && shown !== source && shown.trim() !== "",
    )
    .filter(([shown, source]) => decodeCharacterReferences(withoutBackslashes(source)) !== shown);
}

function withoutBackslashes(source: string): string {
  return source.replace(/\\([\p{P}\p{S}])/gu, "$1");
}

type Page = {
  text: string;
  code: string[];
  /** The caption is null for a photo amid text, which is shown without one. */
  photos: { id: string; alt: string; caption: string | null }[];
};

function readPage(html: string): Page {
  const page: Page = { text: "", code: [], photos: [] };
  for (const node of parseFragment(html).childNodes) readNode(node, page);
  return { ...page, text: stripForComparison(page.text) };
}

function readNode(node: Node, page: Page): void {
  if (node.nodeName === "#text" && "value" in node) page.text += node.value;
  if (!("tagName" in node)) return;
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  const name = attributes.get("class") ?? "";
  if (
    attributes.get("role") === "img" ||
    name === "note-ref" ||
    name === "note-back" ||
    attributes.get("id") === "chu-thich"
  )
    return;
  if (node.tagName === "code") page.code.push(readNodeText(node));
  else if (node.tagName === "figcaption") return;
  else if (node.tagName === "img") {
    const id = /[ab]{64}/.exec(attributes.get("src") ?? "")?.[0] ?? "";
    page.photos.push({ id, alt: attributes.get("alt") ?? "", caption: null });
  } else {
    for (const child of node.childNodes) readNode(child, page);
    if (node.tagName !== "figure") return;
    const caption = node.childNodes.find(({ nodeName }) => nodeName === "figcaption");
    const photo = page.photos.at(-1);
    if (photo !== undefined)
      photo.caption = caption === undefined ? "" : readNodeText(caption).trim();
  }
}

function readNodeText(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(readNodeText).join("") : "";
}
