import type { ByteSource } from "../byte-source.ts";
import type { FileFacts } from "../file.ts";
import { decodeCharacterReferences } from "../../markdown/character-references.ts";
import { findEmail, keepKnown } from "./known-properties.ts";
import { objectBytes, readStream, toText } from "./pdf-stream.ts";
import type { Dictionary } from "./pdf-stream.ts";
import { readPdfDictionary, readPdfValue } from "./pdf-value.ts";
import type { PdfValue } from "./pdf-value.ts";

/** Where an object is: at a place of the file, or as one of those in a stream of objects. */
type Place = { at: number } | { inStream: number };

/** The tables of a file, newest first. */
type Tables = { places: Map<number, Place>; trailer: Dictionary };

const maxTables = 50;
/** Rows of all tables together: a small file can claim millions. */
const maxRows = 500_000;
const maxLineBytes = 21;
const maxMetadataBytes = 50_000;

/** More than any real document has. */
const maxPages = 100_000;

/** What a PDF tells of itself; everything is unknown if its tables are damaged. */
export async function readPdfFacts(
  source: ByteSource,
): Promise<FileFacts & { isEncrypted: boolean }> {
  try {
    return await readFacts(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  try {
    // Bytes before the beginning: some programs count places from there.
    const beginning = toText(await source.read(0, 1024)).indexOf("%PDF-");
    return await readFacts(skipBytes(source, Math.max(beginning, 0)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const tail = toText(await source.read(source.length - objectBytes, source.length));
    const isEncrypted = /\/Encrypt\s+\d+\s+\d+\s+R/.test(tail);
    return { isEncrypted, pages: null, seconds: null, properties: {} };
  }
}

function skipBytes({ length, read }: ByteSource, skipped: number): ByteSource {
  return {
    length: length - skipped,
    read: (start, end) => read(Math.max(start, 0) + skipped, Math.max(end, 0) + skipped),
  };
}

async function readFacts(source: ByteSource): Promise<FileFacts & { isEncrypted: boolean }> {
  const tables = await readTables(source);
  const { trailer } = tables;
  const root = await resolve(source, tables, trailer.get("Root"));
  if (!(root instanceof Map)) throw new RangeError("no catalog");
  const pages = await resolve(source, tables, root.get("Pages"));
  const count = pages instanceof Map ? await resolve(source, tables, pages.get("Count")) : null;
  const isCount = typeof count === "number" && Number.isInteger(count) && count > 0;
  const info = await resolve(source, tables, trailer.get("Info"));
  return {
    isEncrypted: trailer.has("Encrypt"),
    pages: isCount && count <= maxPages ? count : null,
    seconds: null,
    properties: readInfo(
      info instanceof Map ? info : new Map(),
      await readMetadata(source, tables, root.get("Metadata")),
    ),
  };
}

/** The properties that the dictionary Info and the XMP metadata tell. Newer files may have only the second. */
function readInfo(info: Dictionary, xmp: string): FileFacts["properties"] {
  const text = (key: string) => {
    const value = info.get(key);
    return typeof value === "object" && value !== null && "text" in value
      ? decodeString(value.text)
      : null;
  };
  return keepKnown({
    title: text("Title") ?? readXmp(xmp, "title"),
    author: text("Author") ?? readXmp(xmp, "creator"),
    company: text("Company"),
    description: text("Subject") ?? readXmp(xmp, "description"),
    email: findEmail([...info.keys()].map(text).concat(xmp)),
  });
}

/** The first value of a property of Dublin Core in XMP: the text of the first `rdf:li` in it. */
function readXmp(xmp: string, name: string): string | null {
  const start = xmp.indexOf(`<dc:${name}`);
  if (start === -1) return null;
  const element = xmp.slice(start, xmp.indexOf(`</dc:${name}`, start));
  const value = /<rdf:li[^<>]*>([^<]*)</.exec(element)?.[1];
  return value === undefined ? null : decodeCharacterReferences(value);
}

/** The XMP metadata. Empty if there is none, or if it cannot be read. */
async function readMetadata(
  source: ByteSource,
  { places }: Tables,
  value: PdfValue | undefined,
): Promise<string> {
  const isReference = typeof value === "object" && value !== null && "object" in value;
  const place = isReference ? places.get(value.object) : undefined;
  if (place === undefined || !("at" in place)) return "";
  try {
    const { bytes } = await readStream(source, place.at);
    return new TextDecoder().decode(bytes.subarray(0, maxMetadataBytes));
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}

async function readTables(source: ByteSource): Promise<Tables> {
  const tail = toText(await source.read(source.length - 2048, source.length));
  const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  if (start === undefined) throw new RangeError("no table");
  const places = new Map<number, Place>();
  const rows = { left: maxRows };
  const trailer: Dictionary = new Map();
  const waiting = [Number(start)];
  const seen = new Set<number>();
  while (seen.size < maxTables) {
    const at = waiting.shift();
    if (at === undefined) return { places, trailer };
    if (seen.has(at)) continue;
    seen.add(at);
    const dictionary = await readTable(source, at, places, rows);
    for (const [key, value] of dictionary) if (!trailer.has(key)) trailer.set(key, value);
    const more = [dictionary.get("XRefStm"), dictionary.get("Prev")];
    waiting.push(...more.filter((place) => typeof place === "number"));
  }
  throw new RangeError("too many tables");
}

type RowBudget = { left: number };

function takeRow(rows: RowBudget): void {
  if (rows.left-- <= 0) throw new RangeError("too many objects");
}

async function readTable(
  source: ByteSource,
  at: number,
  places: Map<number, Place>,
  rows: RowBudget,
): Promise<Dictionary> {
  const beginning = toText(await source.read(at, at + 32));
  return /^\s*xref/.test(beginning)
    ? readClassicTable(source, at, places, rows)
    : readTableStream(source, at, places, rows);
}

/** The table of ISO 32000-1, 7.5.4: lines of 20 bytes. Some programs write 19 or 21. */
async function readClassicTable(
  source: ByteSource,
  start: number,
  places: Map<number, Place>,
  rows: RowBudget,
): Promise<Dictionary> {
  let at =
    start + (/^\s*xref\s*/.exec(toText(await source.read(start, start + 64)))?.[0].length ?? 0);
  for (;;) {
    const text = toText(await source.read(at, at + 64));
    const [head, first, count] = /^\s*(\d+)\s+(\d+)\s*/.exec(text) ?? [];
    if (head === undefined) break;
    at += head.length;
    const lines = toText(await source.read(at, at + maxLineBytes * Number(count)));
    let length = 0;
    const line = /\s*(\d{10}) \d{5} ([nf])/y;
    for (let index = 0; index < Number(count); index++) {
      takeRow(rows);
      const [, offset, kind] = line.exec(lines) ?? [];
      if (offset === undefined) break;
      const number = Number(first) + index;
      if (kind === "n" && !places.has(number)) places.set(number, { at: Number(offset) });
      length = line.lastIndex;
    }
    at += length;
  }
  const text = toText(await source.read(at, at + objectBytes));
  const trailer = readPdfDictionary(text, text.indexOf("trailer") + "trailer".length);
  if (trailer === null) throw new RangeError("no trailer");
  return trailer;
}

/** The table of ISO 32000-1, 7.5.8: a stream of numbers, as many bytes wide as /W says. */
async function readTableStream(
  source: ByteSource,
  at: number,
  places: Map<number, Place>,
  rows: RowBudget,
): Promise<Dictionary> {
  const { dictionary, bytes } = await readStream(source, at);
  const widths = numbersIn(dictionary.get("W"));
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const size = typeWidth + secondWidth + thirdWidth;
  if (size === 0) throw new RangeError("a table without columns");
  const ranges = numbersIn(dictionary.get("Index"));
  if (ranges.length === 0) ranges.push(0, Number(dictionary.get("Size")));
  let row = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let left = ranges[range + 1] ?? 0, number = ranges[range] ?? 0; left > 0; left--) {
      if ((row + 1) * size > bytes.length) return dictionary;
      takeRow(rows);
      const start = row * size;
      const type = typeWidth === 0 ? 1 : readNumber(bytes, start, typeWidth);
      const second = readNumber(bytes, start + typeWidth, secondWidth);
      if (!places.has(number) && type === 1) places.set(number, { at: second });
      if (!places.has(number) && type === 2) places.set(number, { inStream: second });
      number++;
      row++;
    }
  }
  return dictionary;
}

/** The value, or the object that it refers to. Null if there is none. */
async function resolve(
  source: ByteSource,
  tables: Tables,
  value: PdfValue | undefined,
  depth = 0,
): Promise<PdfValue> {
  if (value === undefined || depth > 5) return null;
  if (value === null || typeof value !== "object" || !("object" in value)) return value;
  const place = tables.places.get(value.object);
  if (place === undefined) return null;
  const found =
    "at" in place
      ? await readObject(source, place.at)
      : await readStreamedObject(source, tables, place.inStream, value.object);
  return resolve(source, tables, found, depth + 1);
}

async function readObject(source: ByteSource, at: number): Promise<PdfValue> {
  const text = toText(await source.read(at, at + objectBytes));
  const head = /^\s*\d+\s+\d+\s+obj/.exec(text)?.[0];
  if (head === undefined) throw new RangeError("no object");
  return readPdfValue(text, head.length).value;
}

/** One object of a stream of objects (ISO 32000-1, 7.5.7). */
async function readStreamedObject(
  source: ByteSource,
  { places }: Tables,
  streamNumber: number,
  number: number,
): Promise<PdfValue> {
  const place = places.get(streamNumber);
  if (place === undefined || !("at" in place)) return null;
  const { dictionary, bytes } = await readStream(source, place.at);
  const text = toText(bytes);
  const first = Number(dictionary.get("First"));
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    if (numbers[index] === number) {
      return readPdfValue(text, first + (numbers[index + 1] ?? 0)).value;
    }
  }
  return null;
}

function numbersIn(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "number") : [];
}

function readNumber(bytes: Uint8Array, start: number, width: number): number {
  let value = 0;
  for (let at = start; at < start + width; at++) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with its mark, else one byte for each letter. */
function decodeString(text: string): string {
  const bytes = Buffer.from(text, "latin1");
  const encoding = text.startsWith("\xfe\xff")
    ? "utf-16be"
    : text.startsWith("\xff\xfe")
      ? "utf-16le"
      : text.startsWith("\xef\xbb\xbf")
        ? "utf-8"
        : "windows-1252";
  return new TextDecoder(encoding).decode(bytes);
}
