import type { ByteSource } from "../byte-source.ts";
import type { FileFacts, FileFormat } from "../file.ts";
import { findEmail, keepKnown } from "./known-properties.ts";

/** A stream or storage of a compound file ([MS-CFB] 2.6). */
type DirectoryEntry = {
  /** In upper case: names are equal whatever their case. */
  name: string;
  isStream: boolean;
  /** Whether it stands in the root, and not in an embedded object. */
  isTop: boolean;
  start: number;
  size: number;
};

/** An open compound file: what Word, Excel and PowerPoint wrote before 2007. */
export type CompoundFile = {
  entries: DirectoryEntry[];
  /** The first `max` bytes of a stream in the root; null if there is none of that name. */
  read: (name: string, max: number) => Promise<Uint8Array | null>;
};

const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
const entryLength = 128;

const maxDirectorySectors = 4096;

/** Opens a compound file. Throws RangeError if it is broken. */
export async function openCompoundFile(source: ByteSource): Promise<CompoundFile> {
  const header = openView(await source.read(0, 512));
  const sectorSize = 1 << header.getUint16(30, true);
  if (sectorSize !== 512 && sectorSize !== 4096) throw new RangeError("unknown sector size");
  const readSector = async (index: number) =>
    source.read((index + 1) * sectorSize, (index + 2) * sectorSize);
  const fatSectors = await listFatSectors(header, readSector);

  async function nextSector(index: number): Promise<number> {
    const perSector = sectorSize / 4;
    const fatSector = fatSectors[Math.floor(index / perSector)];
    if (fatSector === undefined) return endOfChain;
    const at = (fatSector + 1) * sectorSize + (index % perSector) * 4;
    return openView(await source.read(at, at + 4)).getUint32(0, true);
  }

  async function readChain(start: number, max: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (
      let index = start, length = 0;
      index < endOfChain && length < max;
      index = await nextSector(index)
    ) {
      // A chain longer than the file is a loop.
      if (length > source.length) throw new RangeError("a chain does not end");
      parts.push(await readSector(index));
      length += sectorSize;
    }
    return Buffer.concat(parts).subarray(0, max);
  }

  const directory = await readChain(header.getUint32(48, true), maxDirectorySectors * sectorSize);
  const entries = readDirectory(directory);
  const miniSize = header.getUint32(56, true);
  const miniFat = await readChain(header.getUint32(60, true), maxDirectorySectors * sectorSize);

  /** Short streams lie in pieces of 64 bytes in the stream of the root. */
  async function readMini(start: number, max: number): Promise<Uint8Array> {
    const root = await readChain(entries[0]?.start ?? endOfChain, 4_000_000);
    const parts: Uint8Array[] = [];
    const table = openView(miniFat);
    for (let index = start, length = 0; index < endOfChain && length < max; length += 64) {
      parts.push(root.subarray(index * 64, (index + 1) * 64));
      index = index * 4 + 4 > table.byteLength ? endOfChain : table.getUint32(index * 4, true);
    }
    return Buffer.concat(parts).subarray(0, max);
  }

  return {
    entries,
    async read(name, max) {
      const entry = entries.find(
        (one) => one.isTop && one.isStream && one.name === name.toUpperCase(),
      );
      if (entry === undefined) return null;
      const length = Math.min(max, entry.size);
      return entry.size < miniSize ? readMini(entry.start, length) : readChain(entry.start, length);
    },
  };
}

/** The sectors of the table of chains: 109 stand in the header, the rest in a chain of their own. */
async function listFatSectors(
  header: DataView,
  readSector: (index: number) => Promise<Uint8Array>,
): Promise<number[]> {
  const sectors: number[] = [];
  for (let at = 76; at < 512; at += 4) sectors.push(header.getUint32(at, true));
  let next = header.getUint32(68, true);
  for (let left = Math.min(header.getUint32(72, true), 100); left > 0; left--) {
    if (next >= endOfChain) break;
    const more = openView(await readSector(next));
    for (let at = 0; at < more.byteLength - 4; at += 4) sectors.push(more.getUint32(at, true));
    next = more.getUint32(more.byteLength - 4, true);
  }
  return sectors.filter((sector) => sector !== freeSector);
}

function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = openView(bytes);
  const top = listTopEntries(view);
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + entryLength <= bytes.length; at += entryLength) {
    const nameLength = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + nameLength));
    entries.push({
      name: name.toUpperCase(),
      isStream: view.getUint8(at + 66) === 2,
      isTop: top.has(at / entryLength),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** The numbers of the entries in the root: a tree of siblings below its child ([MS-CFB] 2.6.1). */
function listTopEntries(view: DataView): Set<number> {
  const top = new Set<number>();
  const waiting = view.byteLength < entryLength ? [] : [view.getUint32(76, true)];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const at = number * entryLength;
    if (top.has(number) || at + entryLength > view.byteLength) continue;
    top.add(number);
    waiting.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
  }
  return top;
}

/** What a compound file is; `format` is null if it is none of Office's. */
export async function identifyCompoundFile(
  file: CompoundFile,
): Promise<{ format: FileFormat | null; hasMacros: boolean; isEncrypted: boolean }> {
  const top = new Set(file.entries.filter(({ isTop }) => isTop).map(({ name }) => name));
  const format = top.has("WORDDOCUMENT")
    ? "doc"
    : top.has("WORKBOOK") || top.has("BOOK")
      ? "xls"
      : top.has("POWERPOINT DOCUMENT")
        ? "ppt"
        : null;
  const hasMacros = file.entries.some(({ name }) => macroNames.has(name));
  // The first is how newer Office wraps an encrypted DOCX, XLSX or PPTX.
  const isEncrypted =
    top.has("ENCRYPTEDPACKAGE") || top.has("ENCRYPTEDSUMMARY") || (await hasPassword(file));
  return { format, hasMacros, isEncrypted };
}

/** In an embedded document, too. */
const macroNames = new Set(["MACROS", "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"]);

async function hasPassword(file: CompoundFile): Promise<boolean> {
  const word = await file.read("WordDocument", 32);
  // FibBase.fEncrypted ([MS-DOC] 2.5.2).
  if (word !== null && word.length > 12) return (openView(word).getUint16(10, true) & 0x100) !== 0;
  const book = (await file.read("Workbook", 64)) ?? (await file.read("Book", 64));
  if (book === null || book.length < 8) return false;
  const view = openView(book);
  const next = 4 + view.getUint16(2, true);
  // The record FilePass follows the first one ([MS-XLS] 2.4.117).
  return next + 2 <= book.length && view.getUint16(next, true) === 0x2f;
}

/** The numbers of properties in the two property sets of Office ([MS-OLEPS], [MS-OSHARED] 2.3.3). */
const summary = {
  title: 2,
  author: 4,
  description: 6,
  template: 7,
  lastModifiedBy: 8,
  pages: 14,
};
const documentSummary = { manager: 14, company: 15, slides: 7 };

/** What the properties of a file tell. */
export async function readCompoundFacts(file: CompoundFile): Promise<FileFacts> {
  const first = readPropertySet(await file.read("\u0005SummaryInformation", 60_000));
  const secondBytes = await file.read("\u0005DocumentSummaryInformation", 60_000);
  const second = readPropertySet(secondBytes);
  const text = (value: string | number | undefined) => (typeof value === "string" ? value : null);
  const template = text(first.get(summary.template));
  const pages = first.get(summary.pages) ?? second.get(documentSummary.slides);
  const properties = keepKnown({
    title: text(first.get(summary.title)),
    author: text(first.get(summary.author)),
    lastModifiedBy: text(first.get(summary.lastModifiedBy)),
    company: text(second.get(documentSummary.company)),
    manager: text(second.get(documentSummary.manager)),
    template: template !== null && /[/\\:]/.test(template) ? template : null,
    description: text(first.get(summary.description)),
    // The properties that users and mail programs add have no numbers of their own.
    email: findEmail([...first.values(), Buffer.from(secondBytes ?? []).toString("latin1")]),
  });
  // FibRgLw97.ccpAtn: the length of the comments' text ([MS-DOC] 2.5.4).
  const word = await file.read("WordDocument", 96);
  if (word !== null && word.length === 96 && openView(word).getUint32(92, true) > 0) {
    properties.hasComments = true;
  }
  return {
    pages: typeof pages === "number" && pages > 0 ? pages : null,
    seconds: null,
    properties,
  };
}

/** The texts and whole numbers of a property set, by their number. Empty if it cannot be read. */
function readPropertySet(bytes: Uint8Array | null): Map<number, string | number> {
  const values = new Map<number, string | number>();
  if (bytes === null || bytes.length < 48) return values;
  const view = openView(bytes);
  try {
    const section = view.getUint32(44, true);
    const places = new Map<number, number>();
    for (
      let left = Math.min(view.getUint32(section + 4, true), 100), at = section + 8;
      left > 0;
      left--
    ) {
      places.set(view.getUint32(at, true), section + view.getUint32(at + 4, true));
      at += 8;
    }
    const codePageAt = places.get(1);
    const codePage = codePageAt === undefined ? 1252 : view.getUint16(codePageAt + 4, true);
    for (const [number, at] of places) {
      const value = readProperty(bytes, at, codePage);
      if (value !== null && number !== 1) values.set(number, value);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return values;
}

function readProperty(bytes: Uint8Array, at: number, codePage: number): string | number | null {
  const view = openView(bytes);
  const type = view.getUint32(at, true);
  if (type === 3) return view.getInt32(at + 4, true);
  if (type !== 30 && type !== 31) return null;
  const length = view.getUint32(at + 4, true) * (type === 31 ? 2 : 1);
  const encoding = type === 31 || codePage === 1200 ? "utf-16le" : findEncoding(codePage);
  const text = new TextDecoder(encoding).decode(bytes.subarray(at + 8, at + 8 + length));
  return text.replace(/\0.*$/s, "");
}

function findEncoding(codePage: number): string {
  if (codePage === 65001) return "utf-8";
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : "windows-1252";
}

function openView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
