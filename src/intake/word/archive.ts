import { Inflate } from "fflate";
import { ReadFailure } from "../recognition/read-failure.ts";

/** A file in a zip archive, as its central directory describes it (APPNOTE.TXT 4.3.12). */
type Entry = { name: string; method: number; packed: number; offset: number };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The record at the end, and the longest comment behind it. */
const [endLength, maxComment] = [22, 65_535];

/** Bytes of all text and of all pictures that a document may unpack to. */
const maxUnpackedText = 40_000_000;
const maxUnpackedPictures = 300_000_000;

/** A larger file that was packed tighter than this is no text: documents come to 50 times their packed size. */
const [maxAtAnyRatio, maxRatio] = [8_000_000, 200];

/** Packed bytes that are unpacked at a time: at most a thousand times as many come out. */
const step = 4096;

/**
 * The files of a zip archive. What is unpacked is counted while it is unpacked, because a directory may lie about sizes.
 * Web APIs only.
 */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  #textLeft = maxUnpackedText;
  #picturesLeft = maxUnpackedPictures;

  private constructor(bytes: Uint8Array, entries: readonly Entry[]) {
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** Null if the bytes are no zip archive. */
  static open(bytes: Uint8Array): Archive | null {
    const entries = readEntries(bytes);
    return entries === null ? null : new Archive(bytes, entries);
  }

  /** The text of a file; null if the archive has none of that name. ReadFailures too-large and broken-word. */
  text(name: string): string | null {
    const bytes = this.#unpack(name, (count) => (this.#textLeft -= count));
    if (bytes === null) return null;
    const isUtf16 =
      (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(
      isUtf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8",
    ).decode(bytes);
  }

  /** The bytes of a picture; null if the archive has none of that name. ReadFailures too-large and broken-word. */
  picture(name: string): Uint8Array<ArrayBuffer> | null {
    return this.#unpack(name, (count) => (this.#picturesLeft -= count));
  }

  #unpack(name: string, take: (count: number) => number): Uint8Array<ArrayBuffer> | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return null;
    const packed = this.#packed(entry);
    if (entry.method === 0) {
      if (take(packed.length) < 0) throw new ReadFailure("too-large", name);
      return packed;
    }
    if (entry.method !== 8) throw new ReadFailure("broken-word", name);
    return inflate(packed, name, take);
  }

  #packed({ name, offset, packed }: Entry): Uint8Array<ArrayBuffer> {
    if (offset + 30 > this.#bytes.length) throw new ReadFailure("broken-word", name);
    const numbers = openView(this.#bytes);
    const names = numbers.getUint16(offset + 26, true) + numbers.getUint16(offset + 28, true);
    const start = offset + 30 + names;
    return new Uint8Array(this.#bytes.subarray(start, start + packed));
  }
}

/**
 * Stops as soon as `take` says that more was unpacked than a document may have. fflate, because the browser's own
 * DecompressionStream takes ten times as long for it in Node.
 */
function inflate(
  packed: Uint8Array<ArrayBuffer>,
  name: string,
  take: (count: number) => number,
): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflating = new Inflate((chunk) => {
    size += chunk.length;
    const isBomb = size > maxAtAnyRatio && size > maxRatio * packed.length;
    if (isBomb || take(chunk.length) < 0) throw new ReadFailure("too-large", name);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      inflating.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch (error) {
    throw error instanceof ReadFailure ? error : new ReadFailure("broken-word", name);
  }
  return joinBytes(chunks);
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function readEntries(bytes: Uint8Array): Entry[] | null {
  const numbers = openView(bytes);
  const end = endRecordAt(numbers);
  if (end === null) return null;
  const entries: Entry[] = [];
  let at = numbers.getUint32(end + 16, true);
  for (let left = numbers.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || numbers.getUint32(at, true) !== entrySignature) return null;
    const nameLength = numbers.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      // Some programs write Windows' paths, or a path from the root.
      name: name.replaceAll("\\", "/").replace(/^\//, ""),
      method: numbers.getUint16(at + 10, true),
      packed: numbers.getUint32(at + 20, true),
      offset: numbers.getUint32(at + 42, true),
    });
    at += 46 + nameLength + numbers.getUint16(at + 30, true) + numbers.getUint16(at + 32, true);
  }
  return entries;
}

function endRecordAt(numbers: DataView): number | null {
  const first = Math.max(0, numbers.byteLength - endLength - maxComment);
  for (let at = numbers.byteLength - endLength; at >= first; at--) {
    if (numbers.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

function openView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
