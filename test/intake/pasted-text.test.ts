import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { LegacyAnswer } from "../../src/client/intake/draft.ts";
import { rtfType } from "../../src/client/intake/clipboard-files.ts";
import { readPastedHtml } from "../../src/client/intake/intake.ts";
import { insertPhotoIds } from "../../src/client/intake/photo-names.ts";
import { reportWords } from "../../src/vietnamese/words/intake-report.ts";
import { toTcvn3, toVni } from "./legacy-bytes.ts";

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/pasted/${name}.html`, import.meta.url), "utf8");

const jpeg = (name: string): File => new File(["jpeg"], name, { type: "image/jpeg" });
const caption = "Nông dân hái chè vụ xuân";

const captionLeft = reportWords.reports.caption(caption);

/** Hidden text and a comment in the fixture of Word. */
const leftOutOfWord = [
  "Đã bỏ chữ ẩn: “Chữ ẩn”. (Sau “Nông dân hái chè vụ xuân”.)",
  "Đã bỏ nhận xét: “Ghi chú của biên tập”. (Sau “Nông dân hái chè vụ xuân”.)",
];

/** What was pasted, its photos as the names of their files in the order of the text. */
async function summary(html: string, files: File[] = [], answer: LegacyAnswer | null = null) {
  const { markdown, photos, ...pasted } = await readPastedHtml(html, files, answer);
  const blobs = [...photos.values()].map(({ blob }) =>
    blob instanceof File ? blob.name : blob.type,
  );
  const ids = new Map([...photos.keys()].map((name, at) => [name, `id${at}`] as const));
  return { ...pasted, markdown: insertPhotoIds(markdown, ids), photos: blobs };
}

describe("photos of what is pasted", () => {
  test("that Word left on the disk are asked for, and their captions stay", async () => {
    const { markdown, photos, problems } = await summary(fixture("word"));
    expect(markdown).toMatch(/\n\n\*Nông dân hái chè vụ xuân\*$/);
    expect(photos).toEqual([]);
    expect(problems).toEqual([reportWords.photosLeftLocal(1), captionLeft, ...leftOutOfWord]);
  });

  test("that came as files are found by their names", async () => {
    const { markdown, photos, problems } = await summary(fixture("word"), [
      jpeg("image009.jpg"),
      jpeg("image002.jpg"),
    ]);
    expect(markdown).toMatch(new RegExp(`!\\[${caption}\\]\\(photo:id0 "${caption}"\\)$`));
    expect(photos).toEqual(["image002.jpg"]);
    expect(problems).toEqual(leftOutOfWord);
  });

  test("and files that are as many as they go together in order", async () => {
    const html = '<p>Hai ảnh</p><img src="file:///a.png"><p>và</p><img src="blob:b">';
    const { photos } = await summary(html, [
      jpeg("image.png"),
      jpeg("image.png"),
      new File([], "x.txt"),
    ]);
    expect(photos).toEqual(["image.png", "image.png"]);
  });

  test("from Word are taken from the RTF beside the HTML, where it has as many", async () => {
    const rtf = (pictures: string): File =>
      new File([`{\\rtf1 {\\*\\listpicture{\\pict\\pngblip 00}}${pictures}}`], "a.rtf", {
        type: rtfType,
      });
    const one =
      "{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv \\}}}}\\picw96\\jpegblip\\bliptag-5{\\*\\blipuid ff00}\r\nffd8\r\nff}}" +
      "{\\nonshppict{\\pict\\wmetafile8 0100}}";
    expect(await summary(fixture("word"), [rtf(one)])).toMatchObject({
      photos: ["image/jpeg"],
      problems: leftOutOfWord,
    });
    expect((await summary(fixture("word"), [rtf(one + one)])).photos).toEqual([]);
    const [photo] = (await readPastedHtml(fixture("word"), [rtf(one)])).photos.values();
    expect(await photo?.blob.bytes()).toEqual(Uint8Array.of(0xff, 0xd8, 0xff));
  });

  test("alone are the file, but a picture of the text itself is none of them", async () => {
    const img = '<img src="https://example.vn/a.jpg">';
    expect((await summary(img, [jpeg("image.png")])).photos).toEqual(["image.png"]);
    expect((await summary(`<p>Chữ</p>${img}`, [jpeg("image.png")])).photos).toEqual([]);
    expect((await summary("<p>Chữ</p>", [jpeg("image.png")])).photos).toEqual([]);
  });

  test("in the HTML itself are taken along", async () => {
    const html = '<p>Chữ</p><img alt="Cây chè cổ thụ" src="data:image/png;base64,iVBORw0KGgo=">';
    expect(await summary(html)).toMatchObject({
      markdown: "Chữ\n\n![Cây chè cổ thụ](photo:id0)",
      photos: ["image/png"],
      problems: [],
    });
  });

  test("of LibreOffice are in its HTML", async () => {
    const { markdown, photos, problems } = await summary(fixture("libreoffice"));
    expect(markdown).toContain(`![${caption}](photo:id0 "${caption}")\n\n| Năm | Tấn |`);
    expect(photos).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("of another site are reported, its icons are not", async () => {
    const html = '<p>Chữ<img src="https://a.vn/i.png" width=16></p><img src="https://a.vn/b.jpg">';
    expect((await summary(html)).problems).toEqual([reportWords.photosLeftRemote(1)]);
    expect((await summary(fixture("google-docs"))).problems).toEqual([
      reportWords.photosLeftRemote(1),
      captionLeft,
    ]);
    expect((await summary(fixture("zalo"))).problems).toEqual([]);
  });
});

describe("old fonts in what is pasted", () => {
  const line = "Trạm đo nhiệt độ, độ ẩm và lượng mưa ở xã Nậm Cang.";

  test.each([
    [".VnTime", toTcvn3],
    ["VNI-Times", toVni],
  ])("%s is converted, and says so", async (font, letters) => {
    const html = `<p class=MsoNormal><span style='font-family:"${font}"'>${letters(line)}<o:p></o:p></span></p>`;
    expect(await summary(html)).toMatchObject({ markdown: line, fonts: [font], question: null });
  });

  test("are asked about where they are lost", async () => {
    const html = `<p>${toTcvn3(line)}</p>`;
    const { question, markdown } = await summary(html);
    expect(markdown).toBe(toTcvn3(line));
    expect(question).toEqual({ kind: "tcvn3", before: toTcvn3(line), after: line });
    expect(await summary(html, [], "tcvn3")).toMatchObject({ markdown: line, question: null });
    expect(await summary(html, [], "as-is")).toMatchObject({
      markdown: toTcvn3(line),
      question: null,
    });
  });

  test("are not suspected in Unicode, decomposed or not", async () => {
    expect(await summary(`<p>${line.normalize("NFD")}</p>`)).toMatchObject({
      markdown: line,
      question: null,
    });
  });
});

describe("names of photos", () => {
  test("are never given twice", async () => {
    const html =
      '<img src="data:image/png;base64,iVBORw0KGgo="><img src="data:image/png;base64,iVBORw0KGgo=">';
    const names = [
      ...(await readPastedHtml(html, [])).photos.keys(),
      ...(await readPastedHtml(html, [])).photos.keys(),
    ];
    expect(new Set(names).size).toBe(4);
    expect(names.every((name) => /^[\w-]+$/.test(name))).toBe(true);
  });

  test("give way to ids; what has none goes with its caption", () => {
    const markdown = 'a\n\n![một \\] hai](photo:cho-1-1 "chú \\"thích\\"")\n![](photo:cho-1-11)';
    expect(insertPhotoIds(markdown, new Map([["cho-1-1", "x"]]))).toBe(
      'a\n\n![một \\] hai](photo:x "chú \\"thích\\"")\n![](photo:cho-1-11)',
    );
    expect(insertPhotoIds(markdown, new Map([["cho-1-1", null]]))).toBe(
      "a\n\n\n![](photo:cho-1-11)",
    );
  });

  test("give way however the Markdown was written anew", () => {
    const markdown = "![a [b]](<photo:cho-1-1>) ![](photo:cho-1-1 'chú thích')";
    expect(insertPhotoIds(markdown, new Map([["cho-1-1", "x"]]))).toBe(
      "![a [b]](<photo:x>) ![](photo:x 'chú thích')",
    );
  });
});
