import { crc32, deflateSync, inflateSync } from "node:zlib";
import type { Size } from "../photo.ts";
import {
  encodeLatin1,
  encodeUtf8,
  joinBytes,
  decodeLatin1,
  viewBytes,
  takeBytes,
} from "./bytes.ts";
import { readXmpCopyright, readLegibleText } from "./copyright.ts";
import { readExif, writeExif } from "./exif.ts";
import type { PhotoMetadata } from "./exif.ts";
import { maxProfileLength } from "./icc.ts";
import type { ProfileRule } from "./icc.ts";

/**
 * The chunks of the picture and its colours, with the most bytes that each may hold. Without its animation chunks an APNG
 * is its still picture.
 */
const keptChunks: Record<string, number> = {
  IHDR: 13,
  PLTE: 768,
  IDAT: Infinity,
  IEND: 0,
  tRNS: 256,
  pHYs: 9,
  bKGD: 6,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  iCCP: Infinity,
  sBIT: 4,
  cICP: 4,
  mDCV: 24,
  cLLI: 8,
};

const xmpKeyword = "XML:com.adobe.xmp";

/** The copyright comes from PNG's Copyright text, or else EXIF, or else XMP. */
export function readPngMetadata(file: Uint8Array): PhotoMetadata {
  let orientation = 1;
  let text: string | null = null;
  let exif: string | null = null;
  let xmp: string | null = null;
  for (const chunk of readPngChunks(file)) {
    if (chunk.type === "eXIf") ({ orientation, copyright: exif } = readExif(chunk.data));
    const [keyword, words] = readTextChunk(chunk);
    if (keyword === "Copyright") text ??= readLegibleText(words);
    if (keyword === xmpKeyword) xmp ??= readXmpCopyright(words);
  }
  return { orientation, copyright: text ?? exif ?? xmp };
}

/** Returns the pieces of the clean file: the signature, then one chunk each. */
export function cleanPng(
  file: Uint8Array,
  kept: PhotoMetadata,
  profileRule: ProfileRule,
): Uint8Array[] {
  const pieces = [...readPngChunks(file)]
    .filter(isKept)
    .map((chunk) => (chunk.type === "iCCP" ? cleanProfile(chunk, profileRule) : chunk.bytes));
  const [header, ...rest] = pieces.filter((piece) => piece !== null);
  if (header === undefined) throw new RangeError("PNG without chunks");
  return [encodeLatin1(pngSignature), header, ...makeNoticeChunks(kept), ...rest];
}

/** The chunk of a colour profile under a name of ours; null if nothing of it stays or it does not unpack. */
function cleanProfile({ data }: PngChunk, profileRule: ProfileRule): Uint8Array | null {
  const packed = data.subarray(data.indexOf(0) + 2);
  try {
    const profile = profileRule(inflateSync(packed, { maxOutputLength: maxProfileLength }));
    if (profile === null) return null;
    return makePngChunk("iCCP", joinBytes([encodeLatin1("icc\0\0"), deflateSync(profile)]));
  } catch {
    return null;
  }
}

/** A damaged chunk is left out unless the picture needs it. */
function isKept(chunk: PngChunk): boolean {
  const { type, data } = chunk;
  if (data.length > (keptChunks[type] ?? -1)) return false;
  const isNeeded = type === type.toUpperCase();
  return isNeeded || hasRightChecksum(chunk);
}

function makeNoticeChunks({ orientation, copyright }: PhotoMetadata): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  if (copyright !== null) {
    // Keyword, not compressed, no language, no translated keyword, UTF-8.
    const head = encodeLatin1("Copyright\0\0\0\0\0");
    chunks.push(makePngChunk("iTXt", joinBytes([head, encodeUtf8(copyright)])));
  }
  const exif = writeExif({ orientation, copyright: null });
  if (exif !== null) chunks.push(makePngChunk("eXIf", exif));
  return chunks;
}

const empty = new Uint8Array(0);

/** Keyword and text of a text chunk; only the keyword of a compressed one. */
function readTextChunk({ type, data }: PngChunk): [string, Uint8Array] {
  if (type !== "tEXt" && type !== "iTXt") return ["", empty];
  const keywordEnd = data.indexOf(0);
  // PNG allows a keyword 79 bytes.
  if (keywordEnd === -1 || keywordEnd > 79) return ["", empty];
  const keyword = decodeLatin1(data.subarray(0, keywordEnd));
  if (type === "tEXt") return [keyword, data.subarray(keywordEnd + 1)];
  const compressed = data[keywordEnd + 1] !== 0;
  const languageEnd = data.indexOf(0, keywordEnd + 3);
  const translationEnd = languageEnd === -1 ? -1 : data.indexOf(0, languageEnd + 1);
  if (compressed || translationEnd === -1) return [keyword, empty];
  return [keyword, data.subarray(translationEnd + 1)];
}

export const pngSignature = "\x89PNG\r\n\x1a\n";

/** `bytes` is the whole chunk: length, type, data, checksum. */
export type PngChunk = { type: string; bytes: Uint8Array; data: Uint8Array };

/**
 * Throws RangeError unless every chunk has the right checksum and the pixels unpack to their full length. `pieces` are those of
 * cleanPng. Browsers refuse such a PNG. Whether the pixels make sense is not checked.
 */
export async function checkPngPixels([, ...pieces]: readonly Uint8Array[]): Promise<void> {
  const packed: Uint8Array[] = [];
  let rawLength = 0;
  for (const bytes of pieces) {
    if (!hasRightChecksum({ bytes })) throw new RangeError("wrong PNG checksum");
    const type = decodeLatin1(bytes.subarray(4, 8));
    const data = bytes.subarray(8, -4);
    if (type === "IHDR") rawLength = measureRawPixels(viewBytes(data));
    if (type === "IDAT") packed.push(data);
  }
  if ((await countUnpacked(packed, rawLength)) < rawLength)
    throw new RangeError("PNG lacks pixels");
}

function hasRightChecksum({ bytes }: Pick<PngChunk, "bytes">): boolean {
  return crc32(bytes.subarray(4, -4)) === viewBytes(bytes).getUint32(bytes.length - 4);
}

/** How many bytes a zlib stream unpacks to, counting no further than `enough`. */
async function countUnpacked(packed: readonly Uint8Array[], enough: number): Promise<number> {
  const reader = openUnpacked(packed).getReader();
  let count = 0;
  try {
    while (count < enough) {
      const { done, value } = await reader.read();
      if (done) break;
      count += value.length;
    }
    await reader.cancel();
  } catch {
    // A stream that is damaged further on has unpacked so much.
  }
  return count;
}

/** Unpacks the start of a zlib stream into memory of this length, without a copy. Throws RangeError if there is less. */
export async function unpackInto(
  packed: readonly Uint8Array[],
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = openUnpacked(packed).getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(length);
  for (let at = 0; at < length;) {
    const { value } = await reader.read(new Uint8Array(buffer, at));
    if (value === undefined || value.length === 0) throw new RangeError("PNG lacks pixels");
    ({ buffer } = value);
    at += value.length;
  }
  await reader.cancel();
  return new Uint8Array(buffer);
}

function openUnpacked(packed: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const { readable, writable } = new DecompressionStream("deflate");
  // It fails when the reader stops first.
  writeSlowly(writable, packed).catch(() => undefined);
  return readable;
}

/** A block unpacks to 1,032 times its length at most, and what is unpacked waits in memory. */
const packedBlock = 8192;

async function writeSlowly(writable: WritableStream, pieces: readonly Uint8Array[]): Promise<void> {
  const writer = writable.getWriter();
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += packedBlock) {
      await writer.write(piece.subarray(at, at + packedBlock));
    }
  }
  await writer.close();
}

/** Where the pixels of each pass of an interlaced PNG start, and how far apart they are: x, y, across, down. */
const interlacePasses = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The length of all rows in bytes, each with its filter byte, from the data of IHDR. */
function measureRawPixels(header: DataView): number {
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[header.getUint8(9)];
  if (samples === undefined) throw new RangeError("unknown PNG colour type");
  const bits = header.getUint8(8) * samples;
  const passes = header.getUint8(12) === 0 ? ([[0, 0, 1, 1]] as const) : interlacePasses;
  return passes.reduce((length, [x, y, across, down]) => {
    const columns = Math.max(0, Math.ceil((width - x) / across));
    const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((height - y) / down));
    return length + rows * (1 + Math.ceil((columns * bits) / 8));
  }, 0);
}

/**
 * Yields a PNG's chunks up to IEND, not what is appended; one that only lacks IEND gets it. Throws RangeError when it is
 * cut short.
 */
export function* readPngChunks(file: Uint8Array): Generator<PngChunk> {
  const numbers = viewBytes(file);
  let at = pngSignature.length;
  let hasPixels = false;
  for (;;) {
    if (hasPixels && file.length - at < 12) {
      const data = new Uint8Array(0);
      yield { type: "IEND", bytes: makePngChunk("IEND", data), data };
      return;
    }
    const dataEnd = at + 8 + numbers.getUint32(at);
    const type = decodeLatin1(takeBytes(file, at + 4, at + 8));
    yield { type, bytes: takeBytes(file, at, dataEnd + 4), data: takeBytes(file, at + 8, dataEnd) };
    if (type === "IEND") return;
    hasPixels ||= type === "IDAT";
    at = dataEnd + 4;
  }
}

export function makePngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = joinBytes([encodeLatin1(type), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(body));
  const framing = new Uint8Array(frame.buffer);
  return joinBytes([framing.subarray(0, 4), body, framing.subarray(4)]);
}

export function readPngSize(bytes: Uint8Array): Size {
  for (const { type, data } of readPngChunks(bytes)) {
    if (type !== "IHDR") break;
    const numbers = viewBytes(data);
    return { width: numbers.getUint32(0), height: numbers.getUint32(4) };
  }
  throw new RangeError("PNG without IHDR");
}

export function hasPngAlpha(file: Uint8Array): boolean {
  for (const { type, data } of readPngChunks(file)) {
    // Colour types 4 and 6 have an alpha channel.
    if (type === "IHDR" && ((data[9] ?? 0) & 4) !== 0) return true;
    if (type === "tRNS") return true;
  }
  return false;
}
