import { describe, expect, test } from "vitest";
import { makeParagraph, makePlainInline, plainLook } from "../../src/intake/blocks/block.ts";
import type { Block, Inline } from "../../src/intake/blocks/block.ts";
import { tidyInlines } from "../../src/intake/blocks/inline-text.ts";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";
import { lexBody, listPhotos, readPlainText } from "../../src/markdown/markdown.ts";

const look = plainLook;
const noPhotos = () => null;

function write(...blocks: Block[]): string {
  return writeMarkdown(blocks, noPhotos);
}

function bold(text: string): Inline {
  return { ...makePlainInline(text), bold: true };
}

/** The lines that Markdown's reader sees, and the kinds of their blocks. */
function read(markdown: string): { kinds: string[]; text: string } {
  const kinds = lexBody(markdown).tokens.map((token) => token.type);
  return { kinds: kinds.filter((kind) => kind !== "space"), text: readPlainText(markdown) };
}

const nasty = [
  "1. Điều thứ nhất",
  "12) Mục mười hai",
  "- gạch đầu dòng bằng tay",
  "+ dấu cộng",
  "* dấu sao, **không đậm**",
  "# không phải tiêu đề #",
  "> không phải trích dẫn",
  "--- ",
  "===",
  "| a | b |",
  "```mã```",
  "~~~",
  "a_b_c và _nghiêng_ và __init__",
  "<script>alert(1)</script> & &lt;b&gt; &amp;",
  "<https://example.vn> và <a@b.vn>",
  "[1] [không](javascript:alert) ![ảnh](photo:x)",
  "[^1]: không phải chú thích",
  "[^1]",
  "\\ gạch chéo \\* ngược",
  "giá 5*3*2 = 30 ~ 30~",
  "C:\\thu-muc\\tep",
  "KH&CN; R&D",
  "Hội nghị… “Trong sạch vững mạnh” – 05-CT/TW",
  "dòng một\n- dòng hai\n1. dòng ba\n# dòng bốn",
];

describe("a paragraph", () => {
  test.each(nasty)("%j reads as itself", (text) => {
    const { kinds, text: seen } = read(write(makeParagraph(text)));
    expect(kinds).toEqual(["paragraph"]);
    expect(seen).toBe(text.replace(/\s+/g, " ").trim());
  });

  test("of random signs reads as itself, with and without emphasis", () => {
    const random = sequence(20_261_122);
    const signs = [..."*_`[]()<>#+-.!|~&\\\"'=:;/0123 abđẤ“”–\n    "];
    for (let round = 0; round < 3000; round++) {
      const pieces = Array.from({ length: 1 + random(4) }, () => ({
        text: Array.from({ length: 1 + random(9) }, () => signs[random(signs.length)]).join(""),
        bold: random(3) === 0,
        italic: random(3) === 0,
        struck: false,
        link: random(5) === 0 ? "https://example.vn/a(b)" : null,
      }));
      const text = tidyInlines(pieces);
      if (text.length === 0) continue;
      const said = text.map((piece) => piece.text).join("");
      const markdown = write({ kind: "paragraph", text, look });
      const { kinds, text: seen } = read(markdown);
      expect([markdown, kinds, seen]).toEqual([
        markdown,
        ["paragraph"],
        said.replace(/\s+/g, " ").trim(),
      ]);
    }
  });

  test("keeps bold, italic and links", () => {
    const markdown = write({
      kind: "paragraph",
      text: [
        makePlainInline("Theo "),
        bold("ông Chính"),
        makePlainInline(", "),
        { ...makePlainInline("năm 2021"), italic: true },
        makePlainInline(" xem "),
        { ...makePlainInline("tại đây"), link: "https://example.vn/a (b)" },
        makePlainInline("."),
      ],
      look,
    });
    expect(markdown).toBe(
      "Theo **ông Chính**, *năm 2021* xem [tại đây](https://example.vn/a%20%28b%29).",
    );
  });

  test("keeps bold between a sign and a letter", () => {
    const text = [makePlainInline("chữ"), bold("“đậm”"), makePlainInline("liền")];
    expect(write({ kind: "paragraph", text, look })).toBe("ch&#7919;**“đậm”**&#108;iền");
  });
});

describe("blocks", () => {
  test("are written as what they are", () => {
    const item = (text: string, ...more: Block[]): Block[] => [makeParagraph(text), ...more];
    const blocks: Block[] = [
      { kind: "heading", level: 1, text: [makePlainInline("Mục #")], look },
      {
        kind: "list",
        ordered: true,
        start: 1,
        items: [
          item("một", { kind: "list", ordered: false, start: 1, items: [item("trong")], look }),
          item("hai"),
        ],
        look,
      },
      { kind: "quote", blocks: [makeParagraph("lời"), makeParagraph("nói")], look },
      {
        kind: "table",
        rows: [
          [[makePlainInline("Tên")], [makePlainInline("a|b")]],
          [[makePlainInline("x")], []],
        ],
        look,
      },
    ];
    const markdown = write(...blocks);
    expect(lexBody(markdown).tokens.map((token) => token.type)).toEqual(
      expect.arrayContaining(["heading", "list", "blockquote", "table"]),
    );
    expect(readPlainText(markdown).split(/ *\n/)).toEqual([
      "Mục #",
      "một",
      "trong",
      "hai",
      "lời",
      "nói",
      "Tên a|b",
      "x ",
    ]);
  });

  test("of photos become figures and galleries, with what stands under them", () => {
    const photo = (caption: string | null) => ({
      source: "a.jpg",
      larger: null,
      alt: "",
      caption,
      shownWidth: null,
    });
    const photos = [photo('Ông "A" [trái] \\ phải &lt;'), photo(null)];
    let number = 0;
    const markdown = writeMarkdown([{ kind: "photos", photos, look }], () => ({
      name: `anh-${++number}.jpg`,
      alt: `Ảnh [số] ${number} *`,
    }));
    expect(listPhotos(markdown)).toEqual([
      { ref: "anh-1.jpg", alt: "Ảnh [số] 1 *", caption: 'Ông "A" [trái] \\ phải &lt;' },
      { ref: "anh-2.jpg", alt: "Ảnh [số] 2 *", caption: null },
    ]);
    expect(lexBody(markdown).tokens).toHaveLength(1);
  });

  test("of a photo that is not there leave nothing", () => {
    const photos = [{ source: null, larger: null, alt: "", caption: "lời", shownWidth: null }];
    expect(write(makeParagraph("trước"), { kind: "photos", photos, look })).toBe("trước");
  });
});

/** Numbers that come the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
