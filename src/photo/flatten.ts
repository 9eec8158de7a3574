import { deflateSync } from "node:zlib";
import { encodeLatin1, freeBytes, joinBytes, viewBytes } from "./format/bytes.ts";
import { makePngChunk, readPngChunks, pngSignature, unpackInto } from "./format/png.ts";
import type { Size } from "./photo.ts";

/** The chunks that say which colours the numbers stand for. */
const colourChunks = new Set(["gAMA", "cHRM", "sRGB", "iCCP", "cICP"]);

type Header = Size & { depth: number; colourType: number };

/** The samples of a pixel by PNG's colour type. */
const sampleCounts: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A rectangle in a picture, in whole pixels. It lies inside the picture. */
export type PixelArea = Size & { left: number; top: number };

/**
 * Puts a PNG, or a part of it, on white: an opaque PNG of the same colours. For PNGs that the Images service has drawn: 8 bits a
 * sample, or a palette. Throws RangeError for any other. Images cannot cut out a part everywhere: where it runs locally, it only
 * scales and rotates.
 */
export async function flattenOnWhite(
  png: Uint8Array,
  part: PixelArea | null = null,
): Promise<Uint8Array> {
  const chunks = [...readPngChunks(png)];
  const find = (wanted: string) => chunks.find(({ type }) => type === wanted)?.data ?? null;
  const header = readHeader(find("IHDR"));
  const packed = chunks.flatMap(({ type, data }) => (type === "IDAT" ? [data] : []));
  const area = part ?? { left: 0, top: 0, width: header.width, height: header.height };
  const count = area.top + area.height;
  const rows = unfilter(await unpackInto(packed, count * (measureRow(header) + 1)), header, count);
  const colours = { palette: find("PLTE"), transparency: find("tRNS") };
  const flat = compose(rows, header, area, colours);
  freeBytes(rows);
  const pixels = deflateSync(flat, { level: 1 });
  freeBytes(flat);
  return joinBytes([
    encodeLatin1(pngSignature),
    makePngChunk("IHDR", writeHeader(area)),
    ...chunks.flatMap(({ type, bytes }) => (colourChunks.has(type) ? [bytes] : [])),
    makePngChunk("IDAT", pixels),
    makePngChunk("IEND", new Uint8Array(0)),
  ]);
}

function readHeader(data: Uint8Array | null): Header {
  if (data === null) throw new RangeError("PNG without IHDR");
  const numbers = viewBytes(data);
  const [width, height] = [numbers.getUint32(0), numbers.getUint32(4)];
  const [depth, colourType] = [numbers.getUint8(8), numbers.getUint8(9)];
  const isInterlaced = numbers.getUint8(12) !== 0;
  if (isInterlaced || (depth !== 8 && colourType !== 3)) {
    throw new RangeError("a PNG that Images does not draw");
  }
  return { width, height, depth, colourType };
}

/** RGB, 8 bits a sample, not interlaced. */
function writeHeader({ width, height }: Size): Uint8Array {
  const data = new DataView(new ArrayBuffer(13));
  data.setUint32(0, width);
  data.setUint32(4, height);
  data.setUint8(8, 8);
  data.setUint8(9, 2);
  return new Uint8Array(data.buffer);
}

/** The bytes of a row without its filter byte. */
function measureRow({ width, depth, colourType }: Header): number {
  return Math.ceil((width * depth * (sampleCounts[colourType] ?? 1)) / 8);
}

/** Undoes PNG's filters (none, left, above, average, Paeth) of the first rows in place; rows keep their filter byte. */
function unfilter(rows: Uint8Array, header: Header, count: number): Uint8Array {
  const length = measureRow(header);
  const step = Math.max(1, (header.depth * (sampleCounts[header.colourType] ?? 1)) >> 3);
  for (let row = 0; row < count; row++) {
    const start = row * (length + 1) + 1;
    const filter = rows[start - 1] ?? 0;
    if (filter === 0) continue;
    for (let at = 0; at < length; at++) {
      const here = start + at;
      const left = at < step ? 0 : (rows[here - step] ?? 0);
      const above = row === 0 ? 0 : (rows[here - length - 1] ?? 0);
      const corner = at < step || row === 0 ? 0 : (rows[here - length - 1 - step] ?? 0);
      rows[here] = (rows[here] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return rows;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

type Colours = { palette: Uint8Array | null; transparency: Uint8Array | null };

/** The area as rows of RGB with a filter byte of zero each. */
function compose(
  rows: Uint8Array,
  header: Header,
  { left, top, width, height }: PixelArea,
  colours: Colours,
): Uint8Array {
  const { depth, colourType } = header;
  const length = measureRow(header) + 1;
  const flat = new Uint8Array(height * (3 * width + 1));
  const samples = sampleCounts[colourType] ?? 1;
  let at = 0;
  for (let y = top; y < top + height; y++) {
    at += 1;
    for (let x = left; x < left + width; x++) {
      const row = y * length + 1;
      const [red, green, blue, alpha] =
        colourType === 3
          ? readPaletteColour(readPaletteIndex(rows, row, x, depth), colours)
          : readPixel(rows, row + x * samples, colourType);
      const white = 255 * (255 - alpha);
      flat[at++] = Math.round((red * alpha + white) / 255);
      flat[at++] = Math.round((green * alpha + white) / 255);
      flat[at++] = Math.round((blue * alpha + white) / 255);
    }
  }
  return flat;
}

/** Red, green, blue and alpha, 0 to 255 each. */
type Pixel = [number, number, number, number];

function readPixel(rows: Uint8Array, at: number, colourType: number): Pixel {
  const samples = sampleCounts[colourType] ?? 1;
  const first = rows[at] ?? 0;
  // Colour types 4 and 6 have an alpha channel.
  const alpha = (colourType & 4) === 0 ? 255 : (rows[at + samples - 1] ?? 255);
  if (samples < 3) return [first, first, first, alpha];
  return [first, rows[at + 1] ?? 0, rows[at + 2] ?? 0, alpha];
}

/** `row` begins after its filter byte. */
function readPaletteIndex(rows: Uint8Array, row: number, x: number, depth: number): number {
  const bit = x * depth;
  const shift = 8 - depth - (bit & 7);
  return ((rows[row + (bit >> 3)] ?? 0) >> shift) & (2 ** depth - 1);
}

function readPaletteColour(index: number, { palette, transparency }: Colours): Pixel {
  const at = 3 * index;
  const alpha = transparency?.[index] ?? 255;
  return [palette?.[at] ?? 0, palette?.[at + 1] ?? 0, palette?.[at + 2] ?? 0, alpha];
}
