import { bytesOfLatin1, joinPieces, latin1Of, numbersOf, pieceOf } from "./byte-pieces.ts";
import type { Size } from "./photo.ts";

/** Flags in the first byte of VP8X. */
export const webpFlag = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04, animation: 0x02 };

/** `bytes` is the whole chunk: four-letter type, length, data, and a padding byte after an odd length. */
export type WebpChunk = { type: string; bytes: Uint8Array; data: Uint8Array };

/** A WebP's chunks, lazily, within the length that RIFF states. Throws RangeError when the file is shorter. */
export function* webpChunks(file: Uint8Array): Generator<WebpChunk> {
  const numbers = numbersOf(file);
  const fileEnd = 8 + numbers.getUint32(4, true);
  let at = 12;
  while (at < fileEnd) {
    const dataEnd = at + 8 + numbers.getUint32(at + 4, true);
    const end = Math.min(dataEnd + (dataEnd % 2), Math.max(dataEnd, fileEnd));
    const type = latin1Of(pieceOf(file, at, at + 4));
    yield { type, bytes: pieceOf(file, at, end), data: pieceOf(file, at + 8, dataEnd) };
    at = end;
  }
}

export function webpChunk(type: string, data: Uint8Array): Uint8Array {
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, data.length, true);
  const padding = new Uint8Array(data.length % 2);
  return joinPieces([bytesOfLatin1(type), new Uint8Array(length.buffer), data, padding]);
}

/** The VP8X chunk that makes room for colour, alpha, animation and metadata. */
export function webpHeader(flags: number, { width, height }: Size): Uint8Array {
  const data = new DataView(new ArrayBuffer(10));
  data.setUint8(0, flags);
  data.setUint16(4, (width - 1) & 0xffff, true);
  data.setUint8(6, (width - 1) >> 16);
  data.setUint16(7, (height - 1) & 0xffff, true);
  data.setUint8(9, (height - 1) >> 16);
  return webpChunk("VP8X", new Uint8Array(data.buffer));
}

export function webpFile(chunks: Uint8Array[]): Uint8Array {
  return webpChunk("RIFF", joinPieces([bytesOfLatin1("WEBP"), ...chunks]));
}
