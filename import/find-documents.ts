import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { documentPath } from "../src/addresses/public.ts";
import { maxDocuments } from "../src/article/document.ts";
import { sourceOfBytes } from "../src/file/byte-source.ts";
import { AppError } from "../src/errors.ts";
import { addressName, fileFormats, maxFileBytes } from "../src/file/file.ts";
import type { FileProperties } from "../src/file/file.ts";
import { checkNameAndSize, inspectFile } from "../src/file/inspect-file.ts";
import type { Block, Inline } from "../src/intake/blocks/block.ts";
import { documentName } from "../src/intake/page/page-links.ts";
import { reportIntake } from "../src/intake/report.ts";
import type { PhotoFiles } from "./folder/photo-files.ts";
import { note } from "./note.ts";
import type { Note } from "./note.ts";
import type { ReadSource } from "./read-source.ts";

/** A document that will be sent. `id` is the digest of its bytes, as the site will have it; `title` may be empty. */
export type FoundDocument = {
  id: string;
  name: string;
  title: string;
  bytes: Uint8Array<ArrayBuffer>;
  properties: FileProperties;
};

/** Words of links that say nothing of the document: "tại đây", "tải về", "xem file đính kèm". */
const emptyTitle =
  /^\W*(?:(?:xem|tải|bấm|click|nhấn|vào|về|xuống|tại|ở|đây|here|download|file|tệp|văn bản|tài liệu|đính kèm|chi tiết|toàn văn|pdf|word|excel)\W*)+$/iu;

/**
 * Finds the documents that an article links to, and those in a folder named after a text or Word file. The links then lead to
 * where the site will have them. What is missing or refused is noted; a link to it leads to the old site, if its address is known.
 */
export async function findDocuments(
  source: ReadSource,
  files: PhotoFiles,
): Promise<{ documents: FoundDocument[]; notes: Note[] }> {
  const notes: Note[] = [];
  const documents = new Map<string, FoundDocument>();
  for (const [link, pieces] of groupByLink(source.article.body)) {
    const path = await files.find(link, source.file, source.base);
    const title = [...new Set(pieces.map(({ text }) => text))].join("").replace(/\s+/g, " ").trim();
    if (path === null) notes.push(note("document-missing", link.slice(0, 200)));
    const found = path === null ? null : await readDocument(path, title, notes);
    if (found !== null && !documents.has(found.id)) documents.set(found.id, found);
    const address = found === null ? findOldAddress(link, source.base) : addressOnSite(found);
    if (address === null) notes.push(reportIntake("link", link));
    for (const piece of pieces) piece.link = address;
  }
  for (const path of await files.documentsBeside(source.file)) {
    const found = await readDocument(path, "", notes);
    if (found !== null && !documents.has(found.id)) documents.set(found.id, found);
  }
  if (documents.size > maxDocuments) notes.push(note("documents-too-many", String(maxDocuments)));
  return { documents: [...documents.values()].slice(0, maxDocuments), notes };
}

/** The pieces of text of each link to a document, in reading order. Links to documents of other sites are among them. */
function groupByLink(blocks: readonly Block[]): Map<string, Inline[]> {
  const pieces = blocks.flatMap(listInlines);
  const groups = new Map<string, Inline[]>();
  for (const piece of pieces) {
    if (piece.link === null || !documentName.test(piece.link.replace(/[?#].*$/s, ""))) continue;
    groups.set(piece.link, [...(groups.get(piece.link) ?? []), piece]);
  }
  return groups;
}

function listInlines(block: Block): Inline[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "note":
      return block.text;
    case "photos":
      return [];
    case "list":
      return block.items.flat().flatMap(listInlines);
    case "quote":
      return block.blocks.flatMap(listInlines);
    case "table":
      return block.rows.flat(2);
  }
}

/** Reads and inspects a file as the site will. Null if the site would refuse it. */
async function readDocument(
  path: string,
  words: string,
  notes: Note[],
): Promise<FoundDocument | null> {
  // One byte more than is allowed shows that a file is too large. Node cannot read 2 GB at once.
  const bytes = new Uint8Array(
    await buffer(createReadStream(path, { end: maxFileBytes.document })),
  );
  const name = basename(path);
  try {
    const format = checkNameAndSize(name, bytes.length);
    const { properties } = await inspectFile(sourceOfBytes(bytes), format, name);
    const id = createHash("sha256").update(bytes).digest("hex");
    const title = emptyTitle.test(words) ? "" : words.slice(0, 300);
    return { id, name, title, bytes, properties };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notes.push(note("document-refused", error.message));
    return null;
  }
}

function addressOnSite({ id, name }: FoundDocument): string {
  const format = checkNameAndSize(name, 1);
  return documentPath(id, addressName({ name, type: fileFormats[format].type }));
}

/** The whole address of a link on the old site; null if that is not known. */
function findOldAddress(link: string, base: string | null): string | null {
  return URL.canParse(link, base ?? undefined) ? new URL(link, base ?? undefined).href : null;
}
