import { deflateSync } from "node:zlib";
import { joinBytes } from "../../src/photo/format/bytes.ts";
import { makePngChunk, pngSignature } from "../../src/photo/format/png.ts";
import { toBytes } from "./fixture.ts";

export type Drawing = {
  width: number;
  height: number;
  /** Samples of the pixel: red, green, blue, and alpha unless the picture is opaque. */
  pixel: (x: number, y: number) => number[];
  isOpaque?: boolean;
  /** Chunks between IHDR and IDAT. */
  more?: Uint8Array[];
};

/** Draws a PNG of 8 bits a sample, without filters. */
export function drawPng({ width, height, pixel, isOpaque = false, more = [] }: Drawing) {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, isOpaque ? 2 : 6);
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_column, x) => pixel(x, y)).flat(),
  ]);
  return joinBytes([
    toBytes(pngSignature),
    makePngChunk("IHDR", new Uint8Array(header.buffer)),
    ...more,
    makePngChunk("IDAT", deflateSync(new Uint8Array(rows.flat()))),
    makePngChunk("IEND", new Uint8Array(0)),
  ]);
}
