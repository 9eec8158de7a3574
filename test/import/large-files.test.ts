import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FactsTable } from "../../import/facts-table.ts";
import { findDocuments } from "../../import/find-documents.ts";
import { findPhotos } from "../../import/find-photos.ts";
import { PhotoFiles } from "../../import/folder/photo-files.ts";
import { readSource } from "../../import/read-source.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ban-tin-large-"));
  for (const name of ["nang.pdf", "nang.jpg"]) {
    await writeFile(join(folder, name), "");
    // Without content, so it takes no room on the disk.
    await truncate(join(folder, name), 3 * 2 ** 30);
  }
});

afterAll(() => rm(folder, { recursive: true }));

test("a document and a photo of 3 GB are noted, and the article comes without them", async () => {
  const words = "Sáng 28/01, Sở tổ chức hội nghị tổng kết công tác năm 2020 tại Hạ Long. ".repeat(
    5,
  );
  const path = join(folder, "bai.html");
  await writeFile(
    path,
    `<h1>Hội nghị tổng kết</h1><p>${words}</p><p>${words} <a href="nang.pdf">Báo cáo</a></p><p><img src="nang.jpg"></p><p>${words}</p>`,
  );
  const reading = { now: Date.now(), dateOrder: null, legacy: null, charset: null, strict: true };
  const options = { ...reading, keepsDocumentLinks: true };
  const source = await readSource({ name: "bai.html", path, kind: "page" }, options);
  const files = new PhotoFiles(folder);
  const { documents, notes } = await findDocuments(source, files);
  const photos = await findPhotos(source, files, new FactsTable());
  expect([documents, photos.found.size]).toEqual([[], 0]);
  expect([...notes, ...photos.notes]).toMatchObject([
    { code: "document-refused", about: expect.stringContaining("“nang.pdf” nặng quá 25 MB") },
    { code: "link" },
    { code: "photo-refused", about: expect.stringContaining("nang.jpg") },
  ]);
});
