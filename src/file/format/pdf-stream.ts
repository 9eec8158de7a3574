import type { ByteSource } from "../byte-source.ts";
import { readPdfValue } from "./pdf-value.ts";
import type { PdfValue } from "./pdf-value.ts";
import { inflateUpTo } from "./zip.ts";

export type Dictionary = Map<string, PdfValue>;

/** An object that is not a stream is short; a stream's dictionary is. */
export const objectBytes = 16_000;
const maxStreamBytes = 4_000_000;

/** A stream at a place, unpacked. Throws RangeError if there is none. */
export async function readStream(
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

/** One character for each byte. */
export function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
