import { joinBytes, viewBytes } from "./bytes.ts";
import { isFrameHeader, jpegMarker, readJpegSegments } from "./jpeg.ts";
import type { JpegSegment } from "./jpeg.ts";

/**
 * The JPEG with its end marker, which some cameras and broken copies leave out. Throws RangeError if more than that
 * marker is missing: the lower part of such a picture would be grey.
 */
export function completeJpeg(file: Uint8Array): Uint8Array {
  if (hasEnd(file)) return file;
  const cut = file.at(-1) === 0xff ? file.subarray(0, -1) : file;
  const whole = joinBytes([cut, new Uint8Array([0xff, jpegMarker.endOfImage])]);
  checkAllBlocks(readJpegSegments(whole));
  return whole;
}

/** Whether a marker follows the last scan. */
function hasEnd(file: Uint8Array): boolean {
  try {
    for (const segment of readJpegSegments(file)) {
      if (segment.marker === jpegMarker.endOfImage) return true;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
}

/** The bits of a scan, without stuffed zeros. Throws RangeError after the last one. */
type Bits = { readBit: () => number; alignToRestart: () => void };

/** Codes of one length: how many there are, the first of them, and the values of all codes. */
type HuffmanTable = { counts: Uint8Array; values: Uint8Array };

type Component = { id: number; across: number; down: number };

type Frame = { width: number; height: number; components: Component[] };

/**
 * Throws RangeError if a scan of a JPEG ends before its last block, or cannot be read. Only sequential Huffman coding,
 * which cameras write, can be checked without decoding the picture; others throw, too. It reads every bit, so it is for
 * files that are suspected.
 */
function checkAllBlocks(segments: Iterable<JpegSegment>): void {
  const tables = new Map<number, HuffmanTable>();
  let frame: Frame | null = null;
  let restartInterval = 0;
  for (const { marker, bytes, payload } of segments) {
    if (marker === jpegMarker.huffmanTables) readTables(payload, tables);
    if (marker === jpegMarker.restartInterval) restartInterval = viewBytes(payload).getUint16(0);
    if (isFrameHeader(marker)) frame = readFrame(marker, payload);
    if (marker !== jpegMarker.startOfScan) continue;
    if (frame === null) throw new RangeError("scan before its frame");
    const bits = readBits(bytes.subarray(4 + payload.length));
    readScan(bits, payload, { frame, tables, restartInterval });
  }
  if (frame === null) throw new RangeError("JPEG without a frame header");
}

/** Tables by class (16 for AC) and number. */
function readTables(payload: Uint8Array, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at < payload.length;) {
    const counts = payload.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    tables.set(payload[at] ?? 0, { counts, values: payload.subarray(at + 17, at + 17 + total) });
    at += 17 + total;
  }
}

function readFrame(marker: number, payload: Uint8Array): Frame {
  if (marker !== 0xc0 && marker !== 0xc1) throw new RangeError("not a sequential Huffman JPEG");
  const numbers = viewBytes(payload);
  const components = Array.from({ length: numbers.getUint8(5) }, (_, index) => {
    const factors = numbers.getUint8(7 + 3 * index);
    return { id: numbers.getUint8(6 + 3 * index), across: factors >> 4, down: factors & 15 };
  });
  return { width: numbers.getUint16(3), height: numbers.getUint16(1), components };
}

type ScanContext = {
  frame: Frame;
  tables: Map<number, HuffmanTable>;
  restartInterval: number;
};

function readScan(bits: Bits, payload: Uint8Array, context: ScanContext): void {
  const { frame, tables, restartInterval } = context;
  const parts = Array.from({ length: payload[0] ?? 0 }, (_, index) => {
    const component = frame.components.find(({ id }) => id === payload[1 + 2 * index]);
    const numbers = payload[2 + 2 * index] ?? 0;
    const dc = tables.get(numbers >> 4);
    const ac = tables.get(16 + (numbers & 15));
    if (component === undefined || dc === undefined || ac === undefined) {
      throw new RangeError("scan without a component or a table");
    }
    return { component, dc, ac };
  });
  const units = countUnits(
    frame,
    parts.map(({ component }) => component),
  );
  for (let unit = 0; unit < units; unit++) {
    if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0) bits.alignToRestart();
    for (const { component, dc, ac } of parts) {
      const blocks = parts.length === 1 ? 1 : component.across * component.down;
      for (let block = 0; block < blocks; block++) readBlock(bits, dc, ac);
    }
  }
}

/** The units of a scan (ITU-T T.81, A.2): single blocks if it has one component. */
function countUnits({ width, height, components }: Frame, scanned: Component[]): number {
  const findMax = (side: "across" | "down") => Math.max(...components.map((each) => each[side]));
  const [only, second] = scanned;
  if (only === undefined) throw new RangeError("scan without a component");
  const [unitWidth, unitHeight] =
    second === undefined
      ? [(8 * findMax("across")) / only.across, (8 * findMax("down")) / only.down]
      : [8 * findMax("across"), 8 * findMax("down")];
  return Math.ceil(width / unitWidth) * Math.ceil(height / unitHeight);
}

/** Reads the 64 coefficients of a block and forgets them. */
function readBlock(bits: Bits, dc: HuffmanTable, ac: HuffmanTable): void {
  skipBits(bits, readCode(bits, dc));
  for (let index = 1; index < 64;) {
    const code = readCode(bits, ac);
    const [zeros, size] = [code >> 4, code & 15];
    if (size === 0 && zeros < 15) return;
    index += zeros + 1;
    skipBits(bits, size);
  }
}

function readCode(bits: Bits, { counts, values }: HuffmanTable): number {
  let code = 0;
  let first = 0;
  let passed = 0;
  for (const count of counts) {
    code = (code << 1) | bits.readBit();
    first <<= 1;
    if (code - first < count) return values[passed + code - first] ?? 0;
    first += count;
    passed += count;
  }
  throw new RangeError("unknown Huffman code");
}

function skipBits(bits: Bits, count: number): void {
  for (let bit = 0; bit < count; bit++) bits.readBit();
}

function readBits(data: Uint8Array): Bits {
  let at = 0;
  let byte = 0;
  let left = 0;
  return {
    readBit() {
      if (left === 0) {
        const next = data[at];
        const isMarker = next === 0xff && data[at + 1] !== 0;
        if (next === undefined || isMarker) throw new RangeError("the scan ends too soon");
        at += next === 0xff ? 2 : 1;
        [byte, left] = [next, 8];
      }
      left -= 1;
      return (byte >> left) & 1;
    },
    alignToRestart() {
      const code = data[at + 1] ?? 0;
      if (data[at] !== 0xff || code < 0xd0 || code > 0xd7) {
        throw new RangeError("a restart marker is missing");
      }
      at += 2;
      left = 0;
    },
  };
}
