import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readText } from "../../src/intake/text/read-text.ts";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";

import { options } from "./page-fixtures.ts";
const fixtures = new URL("fixtures/", import.meta.url);

describe("the text of a page, as it is copied", () => {
  test("gives the title, lede, photos with their captions, gallery and signature", () => {
    const read = readText(readFileSync(new URL("reference.txt", fixtures)), options);
    const title = "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng nhiệm vụ năm 2021";
    expect(read.title).toBe(title);
    expect(read.lede).toMatch(/^Ngày 28\/01\/2020, .* toàn thể đảng viên Sở KH&CN$/);
    expect(read.byline).toEqual({ authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" });
    expect(read.leadPhoto).toMatchObject({ source: null, caption: null });
    expect(read.body.map((block) => block.kind)).toEqual([
      "paragraph",
      "photos",
      "paragraph",
      "paragraph",
      "heading",
      "photos",
    ]);
    const photos = read.body.flatMap((block) => (block.kind === "photos" ? [block.photos] : []));
    expect(photos.map((group) => group.map((photo) => photo.caption))).toEqual([
      ["Đ/c Phạm Quốc Chính - Bí thư Đảng ủy, Giám đốc Sở KH&CN phát biểu tại Hội nghị"],
      [null, null, null, null],
    ]);
    expect(read.publishedAt).toBeNull();
    const markdown = writeMarkdown(read.body, () => null);
    expect(markdown).toContain("## Một số hình ảnh tại Hội nghị tổng kết");
    expect(markdown).not.toContain("Facebook");
    expect(markdown).not.toContain("-0");
  });
});
