import { describe, expect, test } from "vitest";
import { readBody } from "../../src/check/body-passages.ts";
import { objectPlaceholder, locate, locateAll } from "../../src/check/passage.ts";
import { cleanArticles, plantedArticles } from "./corpus/corpus.ts";

describe("readBody", () => {
  test("reads every kind of block", () => {
    const body = [
      "# Đầu đề",
      "Đoạn **đậm _nghiêng_** và [liên kết](https://a.vn), https://b.vn/x.\nDòng hai.",
      "- Mục một\n  dòng tiếp\n- Mục **hai**\n  - mục con",
      "1. Thứ nhất\n\n   đoạn sau",
      "> Trích dẫn\n> dòng hai",
      "| A | B |\n|---|--:|\n| - | 1.000 |\n| x | **2** |",
      "<b>thẻ</b> hiện như chữ",
    ].join("\n\n");
    const passages = readBody(body).passages.map(({ kind, text }) => [kind, text]);
    expect(passages).toEqual([
      ["heading", "Đầu đề"],
      ["paragraph", `Đoạn đậm nghiêng và liên kết, ${objectPlaceholder}.\nDòng hai.`],
      ["list-item", "Mục một\ndòng tiếp"],
      ["list-item", "Mục hai"],
      ["list-item", "mục con"],
      ["list-item", "Thứ nhất"],
      ["list-item", "đoạn sau"],
      ["quote", "Trích dẫn\ndòng hai"],
      ["cell", "A"],
      ["cell", "B"],
      ["cell", "-"],
      ["cell", "1.000"],
      ["cell", "x"],
      ["cell", "2"],
      ["paragraph", "<b>thẻ</b> hiện như chữ"],
    ]);
  });

  test.each([
    ["bold letters", "Mở **ngày** **28/01**/2021 ở xã.", "28/01/2021", "28/01**/2021"],
    ["a link", "Xem [bài về **Đảng**](https://a.vn) nhé.", "Đảng", "Đảng"],
    ["the second line of a list item", "- một\n  hai ba\n- bốn ba", "ba", "ba"],
    ["a nested quote", "> > một\n> > hai", "hai", "hai"],
    ["an escape", "Giá 5\\*6 là ba mươi", "ba mươi", "ba mươi"],
    ["a table cell found after its like", "| 1 | 2 |\n|---|---|\n| 3 | 1 |", "3", "3"],
  ])("finds its place in the source: %s", (_name, body, text, source) => {
    const passage = readBody(body).passages.findLast((candidate) => candidate.text.includes(text));
    if (!passage) throw new Error("no passage");
    const at = passage.text.lastIndexOf(text);
    const { start, end } = locate(passage, at, at + text.length);
    expect(body.slice(start ?? 0, end ?? 0)).toBe(source);
    expect(start).toBe(body.lastIndexOf(source));
  });

  test("keeps every character's place in every article of the corpus", () => {
    for (const { article } of [...cleanArticles, ...plantedArticles]) {
      const { passages, photos } = readBody(article.body);
      for (const passage of [
        ...passages,
        ...photos.flatMap(({ alt, caption }) => caption ?? alt),
      ]) {
        for (let i = 0; i < passage.text.length; i++) {
          const character = passage.text.charAt(i);
          if (character === objectPlaceholder || character === "\n") continue;
          expect(article.body.charAt(locate(passage, i, i + 1).start ?? -1)).toBe(character);
        }
      }
    }
  });

  test("tells photos, captions and galleries", () => {
    const body = [
      "Chữ.",
      '![Một](photo:a "Chú thích \\"một\\"")',
      '![Hai](photo:b)\n![Ba](photo:c "Chú thích ba")',
      "Chữ ![Bốn](photo:d) giữa dòng ![Năm](photo:e).",
    ].join("\n\n");
    const { photos, galleries } = readBody(body);
    expect(photos.map(({ photo, alt, caption }) => [photo, alt.text, caption?.text])).toEqual([
      ["a", "Một", 'Chú thích "một"'],
      ["b", "Hai", undefined],
      ["c", "Ba", "Chú thích ba"],
      ["d", "Bốn", undefined],
      ["e", "Năm", undefined],
    ]);
    expect(galleries.map((gallery) => gallery.map(({ photo }) => photo))).toEqual([["b", "c"]]);
    expect(
      photos.map(({ start, end }) => body.slice(start, start + 2) + body.charAt(end - 1)),
    ).toEqual(photos.map(() => "![)"));
    const [caption] = photos.flatMap((photo) => (photo.photo === "c" ? (photo.caption ?? []) : []));
    if (!caption) throw new Error("no caption");
    const { start, end } = locateAll(caption);
    expect(body.slice(start ?? 0, end ?? 0)).toBe("Chú thích ba");
  });

  test("reads shown footnotes after the text, and no others", () => {
    const body = "[^2]: Hai[^3]\n\nMột[^2]\n\n[^1]: Ẩn ![](photo:a)\n\n[^3]: Ba ![](photo:b)";
    const { passages, photos } = readBody(body);
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ["paragraph", "Một"],
      ["footnote", "Hai"],
      ["footnote", `Ba ${objectPlaceholder}`],
    ]);
    expect(photos.map(({ photo }) => photo)).toEqual(["b"]);
  });

  test("finds a caption in the definition that the photo names", () => {
    const body = '![Chợ][x]\n\n[x]: photo:a "Bắc \\"Hà\\""';
    const caption = readBody(body).photos[0]?.caption;
    if (!caption) throw new Error("no caption");
    expect(caption.text).toBe('Bắc "Hà"');
    const { start, end } = locateAll(caption);
    expect(body.slice(start ?? 0, end ?? 0)).toBe('Bắc \\"Hà\\"');
  });

  test("keeps places where line ends are CRLF, and behind 1000 lines without an empty one", () => {
    const body = `${"dòng\r\n".repeat(2500)}cuối`;
    const passage = readBody(body).passages.at(-1);
    if (!passage) throw new Error("no passage");
    const at = passage.text.indexOf("cuối");
    expect(locate(passage, at, at + 4)).toEqual({
      field: "body",
      start: body.length - 4,
      end: body.length,
    });
  });

  test("reads what is nested beyond all reason as plain text", () => {
    expect(readBody(`${"> ".repeat(20_000)}sâu`).passages.length).toBe(1);
  });

  test("reads an empty body", () => {
    expect(readBody("")).toEqual({
      passages: [],
      code: [],
      photos: [],
      galleries: [],
      tables: [],
      footnotes: [],
    });
  });
});
