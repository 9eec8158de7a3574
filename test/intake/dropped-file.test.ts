import { readFileSync } from "node:fs";
import { ImageRun, Paragraph } from "docx";
import { describe, expect, test } from "vitest";
import type { LegacyAnswer, ReadDraft } from "../../src/client/intake/draft.ts";
import { readDroppedFile } from "../../src/client/intake/intake.ts";
import { reportWords } from "../../src/vietnamese/words/intake-report.ts";
import { intakeWords } from "../../src/vietnamese/words/intake.ts";
import { latin1Bytes, toTcvn3, toVni } from "./legacy-bytes.ts";
import { readFixture } from "./page-fixtures.ts";
import { centred, photo, table, toTheRight, wordDocument, words } from "./word-document.ts";

const picture = readFileSync(new URL("../photo/fixtures/orientation-1.jpg", import.meta.url));
const other = readFileSync(new URL("../photo/fixtures/wide.jpg", import.meta.url));

const title = "Trạm quan trắc thứ mười đi vào hoạt động";
const lede = "Sáng 20/11, Trung tâm Phát triển KH&CN đưa trạm quan trắc tự động vào hoạt động.";
const text = "Trạm đo nhiệt độ, độ ẩm và lượng mưa, mười phút một lần gửi số liệu về trung tâm.";

function makeFile(name: string, ...parts: BlobPart[]): File {
  return new File(parts, name);
}

async function word(blocks: Parameters<typeof wordDocument>[0], font?: string): Promise<File> {
  return makeFile("bai.docx", new Uint8Array(await wordDocument(blocks, font)));
}

/** The draft with its photos named A, B, C in the order they came. */
async function summary(file: File, answer: LegacyAnswer | null = null) {
  const { photos, body, whole, leadPhoto, ...draft } = await readDroppedFile(file, answer);
  const letters = new Map([...photos.keys()].map((name, at) => [name, "ABC".charAt(at)]));
  const lettered = (markdown: string): string =>
    markdown.replace(/photo:([\w-]+)/g, (_, name: string) => `photo:${letters.get(name)}`);
  return {
    ...draft,
    leadPhoto: leadPhoto === null ? null : letters.get(leadPhoto),
    body: lettered(body),
    whole: lettered(whole),
    photos: await Promise.all([...photos.values()].map(describePhotoFile)),
  };
}

async function describePhotoFile({
  blob,
  ...said
}: NonNullable<ReturnType<ReadDraft["photos"]["get"]>>) {
  return { ...said, type: blob.type, bytes: Buffer.from(await blob.arrayBuffer()) };
}

function article(letters: (text: string) => string = (same) => same, look: { font?: string } = {}) {
  return [
    centred(letters(title), { ...look, bold: true, size: 32 }),
    words(letters(lede), { ...look, bold: true }),
    photo(picture),
    centred(letters("Lễ bàn giao trạm quan trắc"), { ...look, italics: true }),
    words(letters(text), look),
    words(letters("Một số hình ảnh"), { ...look, bold: true }),
    photo(other),
    centred(letters("Cán bộ kỹ thuật hiệu chỉnh cảm biến"), look),
    words(letters("Số liệu được công khai trên trang của Sở để bà con cùng theo dõi."), look),
    toTheRight(letters("Thế Bằng – TT Phát triển KH&CN"), { ...look, bold: true }),
  ];
}

const body = [
  text,
  "## Một số hình ảnh",
  '![Cán bộ kỹ thuật hiệu chỉnh cảm biến](photo:B "Cán bộ kỹ thuật hiệu chỉnh cảm biến")',
  "Số liệu được công khai trên trang của Sở để bà con cùng theo dõi.",
];

const lead = '![Lễ bàn giao trạm quan trắc](photo:A "Lễ bàn giao trạm quan trắc")';

const draft = {
  title,
  lede,
  body: body.join("\n\n"),
  whole: [`## ${title}`, lede, lead, ...body].join("\n\n"),
  byline: { authors: ["Thế Bằng"], unit: "TT Phát triển KH&CN" },
  source: null,
  tags: [],
  leadPhoto: "A",
  photos: [
    {
      name: "anh-1.jpg",
      type: "image/jpeg",
      alt: "Lễ bàn giao trạm quan trắc",
      caption: "Lễ bàn giao trạm quan trắc",
      bytes: picture,
    },
    {
      name: "anh-2.jpg",
      type: "image/jpeg",
      alt: "Cán bộ kỹ thuật hiệu chỉnh cảm biến",
      caption: "Cán bộ kỹ thuật hiệu chỉnh cảm biến",
      bytes: other,
    },
  ],
  fonts: [],
  question: null,
  problems: [],
};

describe("a dropped .docx", () => {
  test("gives title, lede, text, byline, and its photos with captions and bytes", async () => {
    expect(await summary(await word(article()))).toEqual(draft);
  });

  test("of LibreOffice gives its photo as the lead", async () => {
    const bytes = readFileSync(new URL("fixtures/word/vntime.docx", import.meta.url));
    expect(await summary(makeFile("tap-huan.docx", bytes))).toMatchObject({
      title: "Tập huấn ứng dụng phần mềm quản lý đề tài",
      leadPhoto: "A",
      photos: [{ caption: "Quang cảnh lớp tập huấn", bytes: picture }],
      fonts: [".VnTime"],
    });
  });

  test("of LibreOffice keeps styles, lists, links and tables", async () => {
    const bytes = readFileSync(new URL("fixtures/word/lists.docx", import.meta.url));
    expect(await summary(makeFile("che.docx", bytes))).toMatchObject({
      title: "Vụ chè xuân được mùa",
      body: [
        "Bà con được **Trung tâm** *hướng dẫn* đo CO₂, xem [báo cáo](https://example.vn/che).",
        "## Quy trình mới",
        "- hái một tôm hai lá\n  - sáng sớm\n- ủ men",
        '![Nông dân hái chè vụ xuân](photo:A "Nông dân hái chè vụ xuân")',
        "| Năm | Tấn |\n| --- | --- |\n| 2025 | 1,5 |",
        "Lứa chè sau sẽ hái vào tháng sáu.",
      ].join("\n\n"),
      photos: [{ bytes: picture }],
      problems: [],
    });
  });

  test.each([
    ["TCVN3", toTcvn3, ".VnTime"],
    ["VNI", toVni, "VNI-Times"],
  ])("with runs in a font of %s is converted, and says so", async (_, letters, font) => {
    const read = await summary(await word(article(letters, { font })));
    expect(read).toEqual({ ...draft, fonts: [font] });
  });

  test.each([
    ["tcvn3" as const, toTcvn3],
    ["vni" as const, toVni],
  ])(
    "of %s that lost its fonts asks with both readings, and reads as answered",
    async (kind, letters) => {
      const file = await word(article(letters));
      const unsure = await summary(file);
      expect(unsure.title).toBe(letters(title));
      expect(unsure.question).toEqual({
        kind,
        before: [title, lede, text].map(letters).join("\n"),
        after: [title, lede, text].join("\n"),
      });
      expect(await summary(file, kind)).toEqual(draft);
      expect(await summary(file, "as-is")).toMatchObject({ title: letters(title), question: null });
    },
  );

  test("with old text in a single paragraph converts that one alone", async () => {
    const blocks = article();
    blocks[4] = words(toTcvn3(text));
    const file = await word(blocks);
    const { question } = await summary(file);
    expect(question).toMatchObject({ kind: "tcvn3", before: toTcvn3(text), after: text });
    expect(await summary(file, "tcvn3")).toEqual(draft);
  });

  test("of one line is taken, though no article; an empty one is not", async () => {
    expect(await summary(await word([words("Ghi nhanh ở Nậm Cang")]))).toMatchObject({
      title: "Ghi nhanh ở Nậm Cang",
      body: "",
    });
    await expect(readDroppedFile(await word([words("")]))).rejects.toThrow(
      intakeWords.refusals.empty,
    );
  });

  test("whose picture no browser shows says so, and keeps the caption", async () => {
    const bitmap = new ImageRun({
      type: "bmp",
      data: Buffer.from("BM not shown"),
      transformation: { width: 400, height: 300 },
    });
    const file = await word([
      words(title),
      words(lede),
      words(text),
      words(text),
      new Paragraph({ children: [bitmap] }),
      centred("Biểu đồ lượng mưa tháng 11", { italics: true }),
      words(text),
    ]);
    const read = await summary(file);
    expect(read.problems).toEqual([
      reportWords.photosLeftFormat(1, "BMP"),
      reportWords.reports.caption("Biểu đồ lượng mưa tháng 11"),
    ]);
    expect(read.body).toBe([text, text, "*Biểu đồ lượng mưa tháng 11*", text].join("\n\n"));
  });

  test("keeps its table", async () => {
    const rows = [
      ["Chỉ tiêu", "Đơn vị"],
      ["Lượng mưa", "mm"],
    ];
    const read = await summary(
      await word([words(title), words(lede), words(text), table(...rows)]),
    );
    expect(read.body).toContain("| Chỉ tiêu | Đơn vị |\n| --- | --- |\n| Lượng mưa | mm |");
  });
});

describe("a dropped text", () => {
  const lines = [title, "", lede, "", text].join("\n");

  test.each([
    ["in UTF-8", new TextEncoder().encode(lines)],
    ["in decomposed letters", new TextEncoder().encode(lines.normalize("NFD"))],
    ["in UTF-16", Buffer.from(`\ufeff${lines}`, "utf16le")],
  ])("%s is read", async (_, bytes) => {
    const read = await summary(makeFile("bai.txt", new Uint8Array(bytes)));
    expect(read).toMatchObject({ title, lede, body: text, question: null, problems: [] });
  });

  test("in the bytes of TCVN3 asks, and reads as answered", async () => {
    const file = makeFile(
      "bai.txt",
      new Uint8Array(latin1Bytes(toTcvn3(lines).replace(/–/g, "-"))),
    );
    expect((await summary(file)).question).toMatchObject({
      kind: "tcvn3",
      after: [title, lede, text].join("\n"),
    });
    expect(await summary(file, "tcvn3")).toMatchObject({ title, lede, body: text });
  });
});

describe("a dropped page", () => {
  test("gives the article, without what stands around it", async () => {
    const read = await summary(
      makeFile("trang.html", new Uint8Array(readFixture("wordpress.html"))),
    );
    expect(read.title).not.toBe("");
    expect(read.problems.join()).toContain("ảnh");
  });

  test("gives the photos that are in it", async () => {
    const address = `data:image/jpeg;base64,${picture.toString("base64")}`;
    const html = `<h1>${title}</h1><p>${lede}</p><p>${text}</p><p><img src="${address}"></p>`;
    const read = await summary(makeFile("trang.html", html));
    expect(read).toMatchObject({ title, lede, problems: [], photos: [{ bytes: picture }] });
  });
});

describe("a file that cannot be read names what to do", () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  test.each([
    ["an old Word file", "bai.doc", [ole], "old-word"],
    ["a document with a password", "bai.docx", [ole], "locked"],
    ["a PDF", "bai.pdf", ["%PDF-1.7"], "pdf"],
    ["an RTF named .doc", "bai.doc", ["{\\rtf1 a}"], "other-text"],
    [
      "an OpenDocument text",
      "bai.odt",
      ["PK\x03\x04", new Uint8Array(26), "mimetypeapplication/vnd.oasis.opendocument.text"],
      "other-text",
    ],
    ["a zip", "anh.zip", ["PK\x03\x04", "a.jpg"], "unknown"],
    ["a spreadsheet", "bang.xlsx", ["PK\x03\x04", "xl/workbook.xml"], "unknown"],
    ["a broken document", "bai.docx", ["PK\x03\x04 word/"], "broken"],
    ["an empty document", "bai.docx", [], "broken"],
    ["a photo", "anh.jpg", [picture], "unknown"],
  ] as const)("%s", async (_, name, parts, code) => {
    await expect(readDroppedFile(makeFile(name, ...parts))).rejects.toThrow(
      intakeWords.refusals[code],
    );
  });
});
