import { viewBytes, encodeLatin1, decodeLatin1, takeBytes } from "./bytes.ts";
import { readXmpCopyright } from "./copyright.ts";
import { readExif, writeExif } from "./exif.ts";
import type { PhotoMetadata } from "./exif.ts";
import type { ProfileRule } from "./icc.ts";
import type { Size } from "../photo.ts";

/** The chunks of the picture, in the format's order. */
const pictureTypes = new Set(["ANIM", "ANMF", "ALPH", "VP8 ", "VP8L"]);

export function readWebpMetadata(file: Uint8Array): PhotoMetadata {
  let orientation = 1;
  let exif: string | null = null;
  let xmp: string | null = null;
  for (const { type, data } of readWebpChunks(file)) {
    if (type === "EXIF") ({ orientation, copyright: exif } = readExif(data));
    if (type === "XMP ") xmp = readXmpCopyright(data);
  }
  return { orientation, copyright: exif ?? xmp };
}

/** Returns the clean file as pieces, which share memory with `bytes`. */
export function cleanWebp(
  file: Uint8Array,
  kept: PhotoMetadata,
  profileRule: ProfileRule,
): Uint8Array[] {
  const chunks = [...readWebpChunks(file)];
  const profile = cleanProfile(chunks, profileRule);
  const pictures = chunks.flatMap((chunk) => (isPicture(chunk) ? cleanPicture(chunk) : []));
  const exif = writeExif(kept);
  if (exif === null && chunks[0]?.type !== "VP8X") return makeWebpFile(pictures);
  const flags =
    readPictureFlags(chunks) |
    (profile === null ? 0 : webpFlag.icc) |
    (exif === null ? 0 : webpFlag.exif);
  return makeWebpFile([
    ...makeWebpHeader(flags, readWebpSize(file)),
    ...(profile === null ? [] : makeWebpChunk("ICCP", [profile])),
    ...pictures,
    ...(exif === null ? [] : makeWebpChunk("EXIF", [exif])),
  ]);
}

function cleanProfile(chunks: WebpChunk[], profileRule: ProfileRule): Uint8Array | null {
  const chunk = chunks.find(({ type }) => type === "ICCP");
  return chunk === undefined ? null : profileRule(chunk.data);
}

function isPicture({ type }: WebpChunk): boolean {
  return pictureTypes.has(type);
}

/** The length of a frame's own header in an animation, before its chunks. */
const frameHeaderLength = 16;

/** A frame of an animation holds chunks itself: only those of its picture stay. */
function cleanPicture({ type, bytes, data }: WebpChunk): Uint8Array[] {
  if (type !== "ANMF") return [bytes];
  const inner = [...readChunks(data, frameHeaderLength, data.length)].filter(isPicture);
  const header = takeBytes(data, 0, frameHeaderLength);
  return makeWebpChunk("ANMF", [header, ...inner.map((chunk) => chunk.bytes)]);
}

/** The picture's flags in VP8X, or, without VP8X, whether a lossless picture has alpha. */
function readPictureFlags([first]: WebpChunk[]): number {
  if (first === undefined) throw new RangeError("WebP without chunks");
  const numbers = viewBytes(first.data);
  if (first.type === "VP8X") {
    return numbers.getUint8(0) & (webpFlag.alpha | webpFlag.animation);
  }
  const hasAlpha = first.type === "VP8L" && (numbers.getUint8(4) & 0x10) !== 0;
  return hasAlpha ? webpFlag.alpha : 0;
}

export function hasWebpAlpha(file: Uint8Array): boolean {
  const chunks = [...readWebpChunks(file)];
  return (
    (readPictureFlags(chunks) & webpFlag.alpha) !== 0 || chunks.some(({ type }) => type === "ALPH")
  );
}

/** Flags in the first byte of VP8X. */
const webpFlag = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04, animation: 0x02 };

/** `bytes` is the whole chunk: four-letter type, length, data, and a padding byte after an odd length. */
export type WebpChunk = { type: string; bytes: Uint8Array; data: Uint8Array };

/** Yields a WebP's chunks within the length in RIFF. Throws RangeError when the file is shorter. */
export function* readWebpChunks(file: Uint8Array): Generator<WebpChunk> {
  yield* readChunks(file, 12, 8 + viewBytes(file).getUint32(4, true));
}

function* readChunks(file: Uint8Array, from: number, chunksEnd: number): Generator<WebpChunk> {
  const numbers = viewBytes(file);
  let at = from;
  while (at < chunksEnd) {
    const dataEnd = at + 8 + numbers.getUint32(at + 4, true);
    const end = Math.min(dataEnd + (dataEnd % 2), Math.max(dataEnd, chunksEnd));
    const type = decodeLatin1(takeBytes(file, at, at + 4));
    yield { type, bytes: takeBytes(file, at, end), data: takeBytes(file, at + 8, dataEnd) };
    at = end;
  }
}

/** The pieces of a chunk with this data. */
function makeWebpChunk(type: string, data: readonly Uint8Array[]): Uint8Array[] {
  const length = new DataView(new ArrayBuffer(4));
  const size = data.reduce((sum, piece) => sum + piece.length, 0);
  length.setUint32(0, size, true);
  return [encodeLatin1(type), new Uint8Array(length.buffer), ...data, new Uint8Array(size % 2)];
}

/** The VP8X chunk, which announces colour, alpha, animation and metadata. */
function makeWebpHeader(flags: number, { width, height }: Size): Uint8Array[] {
  const data = new DataView(new ArrayBuffer(10));
  data.setUint8(0, flags);
  data.setUint16(4, (width - 1) & 0xffff, true);
  data.setUint8(6, (width - 1) >> 16);
  data.setUint16(7, (height - 1) & 0xffff, true);
  data.setUint8(9, (height - 1) >> 16);
  return makeWebpChunk("VP8X", [new Uint8Array(data.buffer)]);
}

function makeWebpFile(chunks: Uint8Array[]): Uint8Array[] {
  return makeWebpChunk("RIFF", [encodeLatin1("WEBP"), ...chunks]);
}

export function readWebpSize(bytes: Uint8Array): Size {
  for (const { type, data } of readWebpChunks(bytes)) {
    const numbers = viewBytes(data);
    if (type === "VP8X") {
      const width = 1 + (numbers.getUint32(4, true) & 0xffffff);
      return { width, height: 1 + (numbers.getUint32(6, true) >>> 8) };
    }
    if (type === "VP8 ") {
      const width = numbers.getUint16(6, true) & 0x3fff;
      return { width, height: numbers.getUint16(8, true) & 0x3fff };
    }
    if (type === "VP8L") {
      const packed = numbers.getUint32(1, true);
      return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
    }
  }
  throw new RangeError("WebP without a picture");
}
