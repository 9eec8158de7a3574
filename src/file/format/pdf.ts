import type { ByteSource } from "../byte-source.ts";
import type { FileFacts } from "../file.ts";
import { keepKnown } from "./office-zip.ts";
import { readPdfDictionary, readPdfValue } from "./pdf-value.ts";
import type { PdfValue } from "./pdf-value.ts";
import { inflateUpTo } from "./zip.ts";

/** Where an object is: at a place of the file, or as one of those in a stream of objects. */
type Place = { at: number } | { inStream: number };

type Dictionary = Map<string, PdfValue>;

/** The tables of a file, newest first. */
type Tables = { places: Map<number, Place>; trailer: Dictionary };

/** An object that is not a stream is short; a stream's dictionary is. */
const objectBytes = 16_000;
const maxStreamBytes = 4_000_000;
const maxTables = 200;

/** What a PDF tells of itself; everything is unknown if its tables are damaged. */
export async function readPdfFacts(
  source: ByteSource,
): Promise<FileFacts & { isEncrypted: boolean }> {
  try {
    const tables = await readTables(source);
    const { trailer } = tables;
    const root = await resolve(source, tables, trailer.get("Root"));
    const pages = root instanceof Map ? await resolve(source, tables, root.get("Pages")) : null;
    const count = pages instanceof Map ? await resolve(source, tables, pages.get("Count")) : null;
    const info = await resolve(source, tables, trailer.get("Info"));
    return {
      isEncrypted: trailer.has("Encrypt"),
      pages: typeof count === "number" && Number.isInteger(count) && count > 0 ? count : null,
      seconds: null,
      properties: info instanceof Map ? readInfo(info) : {},
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const tail = toText(await source.read(source.length - objectBytes, source.length));
    const isEncrypted = /\/Encrypt\s+\d+\s+\d+\s+R/.test(tail);
    return { isEncrypted, pages: null, seconds: null, properties: {} };
  }
}

function readInfo(info: Dictionary): FileFacts["properties"] {
  const text = (key: string) => {
    const value = info.get(key);
    return typeof value === "object" && value !== null && "text" in value
      ? decodeString(value.text)
      : null;
  };
  return keepKnown({ title: text("Title"), author: text("Author"), company: text("Company") });
}

async function readTables(source: ByteSource): Promise<Tables> {
  const tail = toText(await source.read(source.length - 2048, source.length));
  const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  if (start === undefined) throw new RangeError("no table");
  const places = new Map<number, Place>();
  const trailer: Dictionary = new Map();
  const waiting = [Number(start)];
  const seen = new Set<number>();
  while (seen.size < maxTables) {
    const at = waiting.shift();
    if (at === undefined) return { places, trailer };
    if (seen.has(at)) continue;
    seen.add(at);
    const dictionary = await readTable(source, at, places);
    for (const [key, value] of dictionary) if (!trailer.has(key)) trailer.set(key, value);
    const more = [dictionary.get("XRefStm"), dictionary.get("Prev")];
    waiting.push(...more.filter((place) => typeof place === "number"));
  }
  throw new RangeError("too many tables");
}

async function readTable(
  source: ByteSource,
  at: number,
  places: Map<number, Place>,
): Promise<Dictionary> {
  const beginning = toText(await source.read(at, at + 32));
  return /^\s*xref/.test(beginning)
    ? readClassicTable(source, at, places)
    : readTableStream(source, at, places);
}

/** The table of ISO 32000-1, 7.5.4: lines of 20 bytes. */
async function readClassicTable(
  source: ByteSource,
  start: number,
  places: Map<number, Place>,
): Promise<Dictionary> {
  let at =
    start + (/^\s*xref\s*/.exec(toText(await source.read(start, start + 64)))?.[0].length ?? 0);
  for (;;) {
    const text = toText(await source.read(at, at + 64));
    const [head, first, count] = /^\s*(\d+)\s+(\d+)\s*/.exec(text) ?? [];
    if (head === undefined) break;
    at += head.length;
    const lines = toText(await source.read(at, at + 20 * Number(count)));
    for (const [index, [, offset, kind]] of [
      ...lines.matchAll(/(\d{10}) \d{5} ([nf])/g),
    ].entries()) {
      const number = Number(first) + index;
      if (kind === "n" && !places.has(number)) places.set(number, { at: Number(offset) });
    }
    at += 20 * Number(count);
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

async function readStream(
  source: ByteSource,
  at: number,
): Promise<{ dictionary: Dictionary; bytes: Uint8Array }> {
  const text = toText(await source.read(at, at + objectBytes));
  const head = /^\s*\d+\s+\d+\s+obj/.exec(text)?.[0];
  if (head === undefined) throw new RangeError("no stream");
  const { value: dictionary, end } = readPdfValue(text, head.length);
  const start = /^\s*stream(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0];
  if (!(dictionary instanceof Map) || start === undefined) throw new RangeError("no stream");
  const length = dictionary.get("Length");
  const from = at + end + start.length;
  const size = typeof length === "number" ? Math.min(length, maxStreamBytes) : maxStreamBytes;
  const packed = await source.read(from, from + size);
  return { dictionary, bytes: await unpack(packed, dictionary) };
}

async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  dictionary: Dictionary,
): Promise<Uint8Array> {
  const filter = readFirst(dictionary.get("Filter"));
  if (filter === null) return packed;
  if (typeof filter !== "object" || !("name" in filter) || filter.name !== "FlateDecode") {
    throw new RangeError("unknown filter");
  }
  const bytes = await inflateUpTo(packed, "deflate", maxStreamBytes);
  const parameters = readFirst(dictionary.get("DecodeParms"));
  if (!(parameters instanceof Map) || Number(parameters.get("Predictor") ?? 1) < 10) return bytes;
  return undoPredictor(bytes, Number(parameters.get("Columns") ?? 1));
}

/** Undoes the row filters of PNG (ISO/IEC 15948, 9), one byte for each pixel. */
function undoPredictor(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const type = bytes[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0;
      const place = row * columns + column;
      const left = column === 0 ? 0 : (out[place - 1] ?? 0);
      const up = row === 0 ? 0 : (out[place - columns] ?? 0);
      const corner = row === 0 || column === 0 ? 0 : (out[place - columns - 1] ?? 0);
      out[place] = raw + predict(type, left, up, corner);
    }
  }
  return out;
}

function predict(type: number, left: number, up: number, corner: number): number {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return Math.floor((left + up) / 2);
  if (type !== 4) return 0;
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (byLeft === undefined || byUp === undefined || byCorner === undefined) return 0;
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function readFirst(value: PdfValue | undefined): PdfValue {
  return Array.isArray(value) ? (value[0] ?? null) : (value ?? null);
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

/** One character for each byte. */
function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
