import { describe, expect, test } from "vitest";
import { listPhotos, readPlainText, replacePhotoReferences } from "../../src/markdown/markdown.ts";

describe("photosInBody", () => {
  test("finds photos in the order of the text, wherever they stand", () => {
    const body = [
      '![Một *a*](photo:1.jpg "Chú thích & \\"x\\"")',
      "> - ![Hai](photo:2.jpg)",
      "| ![Ba](photo:3.jpg) |\n|-|",
      "![Bốn][r] và[^n]",
      "[^n]: ![Năm](<photo:anh 5.jpg>)",
      "[r]: photo:4.jpg",
    ].join("\n\n");
    expect(listPhotos(body)).toEqual([
      { ref: "1.jpg", alt: "Một a", caption: 'Chú thích & "x"' },
      { ref: "2.jpg", alt: "Hai", caption: null },
      { ref: "3.jpg", alt: "Ba", caption: null },
      { ref: "4.jpg", alt: "Bốn", caption: null },
      { ref: "anh 5.jpg", alt: "Năm", caption: null },
    ]);
  });

  test("returns the whole source of an image that is not one of our photos", () => {
    expect(listPhotos("![x](https://a.vn/x.jpg)")[0]?.ref).toBe("https://a.vn/x.jpg");
  });

  test("ignores code", () => {
    expect(listPhotos("`![x](photo:1.jpg)`\n\n```\n![x](photo:1.jpg)\n```")).toEqual([]);
  });
});

describe("replacePhotoReferences", () => {
  const mark = (ref: string) => `<${ref}>`;

  test.each([
    ["![a](photo:x.jpg)", "![a](photo:<x.jpg>)"],
    ['![a]( photo:x.jpg "photo:x.jpg" )', '![a]( photo:<x.jpg> "photo:x.jpg" )'],
    ["![a](<photo:anh (1.jpg>)", "![a](<photo:<anh (1.jpg>>)"],
    ["![a](photo:anh(1).jpg) (photo:anh(1).jpg)", "![a](photo:<anh(1).jpg>) (photo:anh(1).jpg)"],
    ["![a](photo:a\\_b.jpg)", "![a](photo:<a_b.jpg>)"],
    ["![photo:x](photo:x)", "![photo:x](photo:<x>)"],
    ["![a][r]\n\n[r]: photo:x.jpg 't'", "![a][r]\n\n[r]: photo:<x.jpg> 't'"],
    ["> 1. ![a](photo:x)\n>    ![b](photo:y)", "> 1. ![a](photo:<x>)\n>    ![b](photo:<y>)"],
    ["*![a](photo:*x*)*", "*![a](photo:<*x*>)*"],
  ])("%s", (body, expected) => {
    expect(replacePhotoReferences(body, mark)).toBe(expected);
  });

  test.each([
    "`![a](photo:x)`",
    "```\n![a](photo:x)\n```",
    "    ![a](photo:x)",
    "[a](photo:x)",
    "\\![a](photo:x) is a link",
    "[r]: photo:unused",
    "![a] (photo:x)",
  ])("leaves %j alone", (body) => {
    expect(replacePhotoReferences(body, mark)).toBe(body);
  });

  test("leaves the photos for which the callback returns null", () => {
    const replace = (ref: string) => (ref === "x" ? "1" : null);
    expect(replacePhotoReferences("![a](photo:x) ![b](photo:y) ![c](photo:x)", replace)).toBe(
      "![a](photo:1) ![b](photo:y) ![c](photo:1)",
    );
  });
});

describe("plainText", () => {
  test("returns the words of a body, one line for each block, with photo captions", () => {
    const body =
      '# Đầu *đề*\n\nĐoạn [một](https://a.vn)\ncòn nữa.\n\n![alt](photo:x "Chú thích")\n\n' +
      "- a\n- b\n\n| c | d |\n|-|-|\n| 1 | 2 |\n\nR&amp;D[^1]\n\n[^1]: Ghi chú";
    expect(readPlainText(body).split("\n")).toEqual([
      "Đầu đề",
      "Đoạn một còn nữa.",
      "Chú thích",
      "a",
      "b",
      "c d",
      "1 2",
      "R&D",
      "Ghi chú",
    ]);
  });
});
