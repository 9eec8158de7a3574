import { describe, expect, test } from "vitest";
import { listPhotos, readPlainText } from "../../src/markdown/markdown.ts";
import { replacePhotoWords } from "../../src/markdown/photo-words.ts";

const hostile = [
  "Ông nói \"Chào\" và 'vâng'",
  'Ngoặc [cũ] (mới) và ](photo:b "x")',
  "![giả](photo:b)",
  "[chữ](https://a.vn)",
  "[x] và [^1]",
  "Gạch chéo \\ ở giữa và cuối \\",
  '\\" \\\\" \\',
  "`mã` và ``",
  "*đậm* _nghiêng_ ~~bỏ~~ a_b_c",
  "<b>thẻ</b> <https://a.vn> -->",
  "&amp; &lt; &#91; & AT&T; &#x26;",
  "a | b \\| c",
  "https://a.vn/x_y, www.a.vn, thu@a.vn;",
  "# - + 1. > ```",
  ") ngoặc ( lẻ ((",
  "100% $x$ {y} ^z^ !",
  "!",
];

/** Bodies that each have the photo `a` once, and some of them the photo `b`. */
const bodies = [
  "![Chợ](photo:a)",
  'Một.\n\n![Chợ](photo:a "Bắc Hà")\n\nHai.',
  "![Chợ [cũ] \\] *họp*](<photo:a> 'Bắc \\' Hà')",
  '![Một](photo:b "Sau") ![Hai](photo:a (Trước)) ![Ba](photo:b)',
  "[![Một](photo:a)](https://example.vn) và *![b](photo:b)*",
  "> - ![Một](photo:a)\n> - ![Hai](photo:b)",
  "| ![Một](photo:a) | hai |\n|---|---|\n| ba | ![Bốn](photo:b) |",
  "Chữ ` lẻ, * lẻ, [ lẻ, ~~ lẻ và __ lẻ ![Một](photo:a) rồi * và ]",
  '`![mã](photo:a)` \\![chữ](photo:a) ![Một](photo:a "\\"") photo:a',
  "Lời[^1] ![Một](photo:b)\n\n[^1]: Chú ![Hai](photo:a)\n\n[x]: photo:b\n\n![c][x]",
  '![a ![b](photo:b) c](photo:a "](photo:b)")',
  "![Một\nhai](photo:a\n'ba\nbốn')",
];

const findPhotoIndex = (body: string) => listPhotos(body).findIndex(({ ref }) => ref === "a");

/** The body without the photo `a` and its words. */
const removePhotoA = (body: string) => [
  listPhotos(body).filter(({ ref }) => ref !== "a"),
  readPlainText(body)
    .split("\n")
    .filter((line) => line !== "" && !captions(body).includes(line)),
];

const captions = (body: string) =>
  listPhotos(body).flatMap(({ caption }) => caption?.split("\n") ?? []);

describe.each(bodies)("in %j", (body) => {
  test.each(hostile)("new words are read as typed, and the rest is unchanged: %s", (text) => {
    for (const words of [
      { alt: text, caption: text },
      { alt: `Chợ ${text}`, caption: null },
      { alt: "Chợ", caption: `${text} Bắc Hà` },
    ]) {
      const result = replacePhotoWords(body, findPhotoIndex(body), words);
      if (result === null) throw new Error("should be possible");
      expect(listPhotos(result)[findPhotoIndex(body)]).toEqual({ ref: "a", ...words });
      expect(removePhotoA(result)).toEqual(removePhotoA(body));
    }
  });

  test("equal words change nothing", () => {
    const photo = listPhotos(body)[findPhotoIndex(body)];
    if (photo === undefined) throw new Error("there is a photo");
    expect(replacePhotoWords(body, findPhotoIndex(body), photo)).toBe(body);
  });
});

test.each([
  ["a new alt", { alt: "Mới", caption: "Hà" }, "Đầu ![Mới](<photo:a>  'Hà') cuối"],
  [
    "a new caption",
    { alt: "Chợ", caption: 'Ga "Bắc"' },
    'Đầu ![*Chợ*](<photo:a> "Ga \\"Bắc\\"") cuối',
  ],
  ["an empty caption", { alt: "Chợ", caption: " " }, "Đầu ![*Chợ*](<photo:a>) cuối"],
  [
    "line ends",
    { alt: " Mới\n\n# nhất ", caption: "Hà" },
    "Đầu ![Mới # nhất](<photo:a>  'Hà') cuối",
  ],
])("only what changed is written: %s", (_, words, expected) => {
  expect(replacePhotoWords("Đầu ![*Chợ*](<photo:a>  'Hà') cuối", 0, words)).toBe(expected);
});

test("changes only the chosen use of a photo that is shown twice", () => {
  const body = "![Một](photo:a)\n\n![Một](photo:a)";
  const words = { alt: "Hai", caption: null };
  expect(replacePhotoWords(body, 0, words)).toBe("![Hai](photo:a)\n\n![Một](photo:a)");
  expect(replacePhotoWords(body, 1, words)).toBe("![Một](photo:a)\n\n![Hai](photo:a)");
});

test.each([
  ["no photo", "Chữ", 0],
  ["fewer photos", "![Một](photo:a)", 1],
  ["before the first", "![Một](photo:a)", -1],
  ["a photo by a definition", "![Một][x]\n\n[x]: photo:a", 0],
  ["lines of a quotation", "> ![Một\n> hai](photo:a)", 0],
])("null for %s", (_, body, index) => {
  expect(replacePhotoWords(body, index, { alt: "Mới", caption: null })).toBeNull();
});

test("returns null for words that would break a paragraph", () => {
  const words = { alt: "*".repeat(500), caption: null };
  expect(replacePhotoWords("![Một](photo:a)", 0, words)).toBeNull();
});

test("random words in random text are read as typed, or nothing changes", () => {
  const parts = [
    ..."*_`~[]()<>!|\\\"'&#:;@./^ \n",
    "chợ",
    "photo:b",
    "](photo:b",
    "https://",
    "  ",
    "&amp;",
  ];
  const random = makeRandom(7);
  const some = (most: number) =>
    Array.from({ length: random(most) }, () => parts[random(parts.length)] ?? "").join("");
  let changed = 0;
  for (let round = 0; round < 3000; round++) {
    const body = `${some(12)}![${some(3)}](photo:a "x")${some(12)}`;
    const at = findPhotoIndex(body);
    const former = listPhotos(body);
    const words = { alt: some(8), caption: some(8) };
    const result = replacePhotoWords(body, at, words);
    if (result === null) continue;
    changed++;
    const line = (text: string) => text.replace(/\s+/g, " ").trim();
    const caption = line(words.caption) || null;
    const photos = listPhotos(result);
    expect(photos.length).toBe(former.length);
    expect(line(photos[at]?.alt ?? "")).toBe(line(words.alt));
    expect(photos[at]?.caption ?? null).toBe(caption);
    expect(removePhotoA(result)).toEqual(removePhotoA(body));
  }
  expect(changed).toBeGreaterThan(1000);
});

/** Random integers below a bound, the same in each run. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
