import { bytesOfLatin1, joinPieces, latin1Of, numbersOf, pieceOf } from "./byte-pieces.ts";

export const pngSignature = "\x89PNG\r\n\x1a\n";

/** `bytes` is the whole chunk: length, type, data, checksum. */
export type PngChunk = { type: string; bytes: Uint8Array; data: Uint8Array };

/** A PNG's chunks up to IEND, lazily; anything appended is never reached. Throws RangeError when cut short. */
export function* pngChunks(file: Uint8Array): Generator<PngChunk> {
  const numbers = numbersOf(file);
  let at = pngSignature.length;
  for (;;) {
    const dataEnd = at + 8 + numbers.getUint32(at);
    const type = latin1Of(pieceOf(file, at + 4, at + 8));
    yield { type, bytes: pieceOf(file, at, dataEnd + 4), data: pieceOf(file, at + 8, dataEnd) };
    if (type === "IEND") return;
    at = dataEnd + 4;
  }
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = joinPieces([bytesOfLatin1(type), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, checksum(body));
  const framing = new Uint8Array(frame.buffer);
  return joinPieces([framing.subarray(0, 4), body, framing.subarray(4)]);
}

/** CRC-32 of ISO 3309; bit by bit, since only a line of text is ever written. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
