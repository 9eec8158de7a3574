import type { Size } from "../photo.ts";
import {
  encodeLatin1,
  encodeUtf8,
  joinBytes,
  decodeLatin1,
  viewBytes,
  takeBytes,
} from "./bytes.ts";
import { readXmpCopyright, legibleText } from "./copyright.ts";
import { readExif, writeExif } from "./exif.ts";
import type { PhotoMetadata } from "./exif.ts";

/** The chunks of the picture and its colours. Without its animation chunks an APNG is its still picture. */
const keptTypes = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "pHYs",
  "bKGD",
  "gAMA",
  "cHRM",
  "sRGB",
  "iCCP",
  "sBIT",
  "cICP",
  "mDCV",
  "cLLI",
]);

const xmpKeyword = "XML:com.adobe.xmp";

/** The copyright comes from PNG's Copyright text, or else EXIF, or else XMP. */
export function readPngMetadata(file: Uint8Array): PhotoMetadata {
  let orientation = 1;
  let text: string | null = null;
  let exif: string | null = null;
  let xmp: string | null = null;
  for (const chunk of pngChunks(file)) {
    if (chunk.type === "eXIf") ({ orientation, copyright: exif } = readExif(chunk.data));
    const [keyword, words] = readTextChunk(chunk);
    if (keyword === "Copyright") text ??= legibleText(words);
    if (keyword === xmpKeyword) xmp ??= readXmpCopyright(words);
  }
  return { orientation, copyright: text ?? exif ?? xmp };
}

export function cleanPng(file: Uint8Array, kept: PhotoMetadata): Uint8Array {
  const pieces = [...pngChunks(file)].filter(({ type }) => keptTypes.has(type));
  const [header, ...rest] = pieces.map(({ bytes }) => bytes);
  if (header === undefined) throw new RangeError("PNG without chunks");
  return joinBytes([encodeLatin1(pngSignature), header, ...keptChunks(kept), ...rest]);
}

function keptChunks({ orientation, copyright }: PhotoMetadata): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  if (copyright !== null) {
    // Keyword, not compressed, no language, no translated keyword, UTF-8.
    const head = encodeLatin1("Copyright\0\0\0\0\0");
    chunks.push(pngChunk("iTXt", joinBytes([head, encodeUtf8(copyright)])));
  }
  const exif = writeExif({ orientation, copyright: null });
  if (exif !== null) chunks.push(pngChunk("eXIf", exif));
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

const pngSignature = "\x89PNG\r\n\x1a\n";

/** `bytes` is the whole chunk: length, type, data, checksum. */
export type PngChunk = { type: string; bytes: Uint8Array; data: Uint8Array };

/** Yields a PNG's chunks up to IEND, not what is appended. Throws RangeError when it is cut short. */
export function* pngChunks(file: Uint8Array): Generator<PngChunk> {
  const numbers = viewBytes(file);
  let at = pngSignature.length;
  for (;;) {
    const dataEnd = at + 8 + numbers.getUint32(at);
    const type = decodeLatin1(takeBytes(file, at + 4, at + 8));
    yield { type, bytes: takeBytes(file, at, dataEnd + 4), data: takeBytes(file, at + 8, dataEnd) };
    if (type === "IEND") return;
    at = dataEnd + 4;
  }
}

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = joinBytes([encodeLatin1(type), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, checksum(body));
  const framing = new Uint8Array(frame.buffer);
  return joinBytes([framing.subarray(0, 4), body, framing.subarray(4)]);
}

/** CRC-32 of ISO 3309. Bit by bit is fast enough for one line of text. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

export function pngSize(bytes: Uint8Array): Size {
  for (const { type, data } of pngChunks(bytes)) {
    if (type !== "IHDR") break;
    const numbers = viewBytes(data);
    return { width: numbers.getUint32(0), height: numbers.getUint32(4) };
  }
  throw new RangeError("PNG without IHDR");
}
