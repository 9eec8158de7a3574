import { readFileSync } from "node:fs";
import { HeadingLevel, Paragraph, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import { writeMarkdown } from "../../src/intake/blocks/write-markdown.ts";
import { readWord } from "../../src/intake/word/read-word.ts";
import type { ReadWord } from "../../src/intake/word/read-word.ts";
import { toTcvn3, toVni } from "./legacy-bytes.ts";
import { centred, photo, table, toTheRight, wordDocument, words } from "./word-document.ts";

const options = {
  now: Date.UTC(2026, 10, 22),
  dateOrder: null,
  legacy: null,
  charset: null,
  strict: true,
} as const;

const picture = readFileSync(new URL("../photo/fixtures/orientation-1.jpg", import.meta.url));
const other = readFileSync(new URL("../photo/fixtures/wide.jpg", import.meta.url));

function summary({ article, photos }: ReadWord) {
  const body = writeMarkdown(article.body, ({ source }) => ({ name: source ?? "", alt: "ảnh" }));
  return {
    title: article.title,
    lede: article.lede,
    byline: [...article.byline.authors, article.byline.unit].join(" | "),
    lead: [article.leadPhoto?.source ?? null, article.leadPhoto?.caption ?? null],
    body: body.split("\n\n"),
    photos: [...photos.values()].map(({ bytes }) => bytes.length),
  };
}

const title = "Trạm quan trắc thứ mười đi vào hoạt động";
const lede =
  "Sáng 20/11, Trung tâm Phát triển KH&CN đưa trạm quan trắc tự động thứ mười vào hoạt động tại xã Nậm Cang.";
const first =
  "Trạm đo nhiệt độ, độ ẩm và lượng mưa, mười phút một lần gửi số liệu về trung tâm qua mạng di động.";
const second =
  "Số liệu được công khai trên trang của Sở để bà con và các xã cùng theo dõi trong mùa mưa.";
const expected = {
  title,
  lede,
  byline: "Thế Bằng | TT Phát triển KH&CN",
  lead: ["docx:1", "Lễ bàn giao trạm quan trắc"],
  body: [
    first,
    "| Chỉ tiêu | Đơn vị |\n| --- | --- |\n| Lượng mưa | mm |",
    "## Một số hình ảnh tại buổi bàn giao",
    '![ảnh](photo:docx:2)\n![ảnh](photo:docx:3 "Cán bộ kỹ thuật hiệu chỉnh cảm biến")',
    second,
  ],
  photos: [picture.length, other.length, picture.length],
};

/** The same article, each letter as `letters` sets it and each run as `findDeliveryProblem`. */
function article(letters: (text: string) => string = (text) => text, look: { font?: string } = {}) {
  return [
    centred(letters(title), { ...look, bold: true, size: 32 }),
    words(letters(lede), { ...look, bold: true }),
    photo(picture),
    centred(letters("Lễ bàn giao trạm quan trắc"), { ...look, italics: true }),
    words(letters(first), look),
    table(
      ...[
        ["Chỉ tiêu", "Đơn vị"],
        ["Lượng mưa", "mm"],
      ].map((row) => row.map(letters)),
    ),
    words(letters("Một số hình ảnh tại buổi bàn giao"), { ...look, bold: true }),
    photo(other, picture),
    centred(letters("Cán bộ kỹ thuật hiệu chỉnh cảm biến"), look),
    words(letters(second), look),
    toTheRight(letters("Thế Bằng – TT Phát triển KH&CN"), { ...look, bold: true }),
  ];
}

describe("a document of Word", () => {
  test("gives title, lede, table, photos with their captions, gallery and signature", async () => {
    expect(summary(readWord(await wordDocument(article()), options))).toEqual(expected);
  });

  test("with the styles Title, Heading and Caption gives the same", async () => {
    const bytes = await wordDocument([
      words("SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
      words(title, {}, { heading: HeadingLevel.TITLE }),
      words(lede),
      words(first),
      words("Cách đọc số liệu", {}, { heading: HeadingLevel.HEADING_2 }),
      words(second),
    ]);
    expect(summary(readWord(bytes, options))).toMatchObject({
      title,
      lede,
      body: [first, "## Cách đọc số liệu", second],
    });
  });

  test("keeps bold, italic, links and lists", async () => {
    const bytes = await wordDocument([
      words(title),
      words(lede),
      new Paragraph({
        children: [
          new TextRun("Trạm do "),
          new TextRun({ text: "Trung tâm", bold: true }),
          new TextRun({ text: " quản lý", italics: true }),
          new TextRun(", mỗi năm hiệu chuẩn một lần."),
        ],
      }),
      new Paragraph({ text: "đo mưa", bullet: { level: 0 } }),
      new Paragraph({ text: "đo gió", bullet: { level: 1 } }),
      words(second),
    ]);
    expect(summary(readWord(bytes, options)).body).toEqual([
      "Trạm do **Trung tâm** *quản lý*, mỗi năm hiệu chuẩn một lần.",
      "- đo mưa\n  - đo gió",
      second,
    ]);
  });
});

describe("a document in the fonts before Unicode", () => {
  /** The tables of docx are set in the document's own font. */
  const withoutTable = <T>(blocks: T[]): T[] => blocks.filter((_, index) => index !== 5);

  test.each([
    ["TCVN3, each run in .VnTime", toTcvn3, ".VnTime"],
    ["VNI, each run in VNI-Times", toVni, "VNI-Times"],
  ])("%s", async (_, letters, font) => {
    const bytes = await wordDocument(withoutTable(article(letters, { font })));
    const read = summary(readWord(bytes, options));
    // TCVN3 has no capitals with tones, and none of these words needs one.
    expect({ ...read, body: read.body.toSpliced(1, 0, expected.body[1] ?? "") }).toEqual(expected);
  });

  test("TCVN3, by the font of the document's style", async () => {
    const bytes = await wordDocument(article(toTcvn3), ".VnTime");
    expect(summary(readWord(bytes, options))).toEqual(expected);
  });

  test("capitals of .VnTimeH", async () => {
    const blocks = article();
    blocks[0] = centred(toTcvn3("trạm quan trắc"), { font: ".VnTimeH", bold: true });
    expect(summary(readWord(await wordDocument(blocks), options)).title).toBe("TRẠM QUAN TRẮC");
  });

  test("is refused where the fonts are lost, and read when somebody names the encoding", async () => {
    const bytes = await wordDocument(article(toTcvn3));
    expect(() => readWord(bytes, options)).toThrow(/^legacy-text tcvn3: /);
    expect(summary(readWord(bytes, { ...options, legacy: "tcvn3" }))).toEqual(expected);
  });
});

describe("a document that LibreOffice wrote", () => {
  test.each(["unicode", "vntime", "vni"])("%s.docx", async (name) => {
    const bytes = readFileSync(new URL(`fixtures/word/${name}.docx`, import.meta.url));
    expect(summary(readWord(bytes, options))).toEqual({
      title: "Tập huấn ứng dụng phần mềm quản lý đề tài",
      lede: "Ngày 12/10, Sở Khoa học và Công nghệ mở lớp tập huấn phần mềm quản lý đề tài cho 40 cán bộ các đơn vị chủ trì.",
      byline: "Lò Hải | ",
      lead: ["docx:1", "Quang cảnh lớp tập huấn"],
      body: [
        "Học viên thực hành nộp hồ sơ, theo dõi tiến độ và lập báo cáo giữa kỳ ngay trên máy tính.",
        "| Nội dung | Số tiết |\n| --- | --- |\n| Nộp hồ sơ | 4 |",
        "Sau lớp học, phần mềm được dùng cho mọi đề tài cấp tỉnh từ năm sau.",
      ],
      photos: [picture.length],
    });
  });
});

describe("what is no document", () => {
  test.each([
    ["text", new TextEncoder().encode("không phải docx")],
    ["nothing", new Uint8Array()],
    ["a zip without a document", emptyZip()],
  ])("%s is refused", async (_, bytes) => {
    expect(() => readWord(bytes, options)).toThrow("broken-word");
  });

  test("a document cut short is refused", async () => {
    const bytes = await wordDocument(article());
    expect(() => readWord(bytes.subarray(0, bytes.length / 2), options)).toThrow("broken-word");
  });
});

function emptyZip(): Uint8Array {
  const bytes = new Uint8Array(22);
  bytes.set([0x50, 0x4b, 5, 6]);
  return bytes;
}
