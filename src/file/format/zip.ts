import type { ByteSource } from "../byte-source.ts";

/** A file in a zip archive, as its central directory describes it (APPNOTE.TXT 4.3.12). */
export type ZipEntry = {
  name: string;
  isEncrypted: boolean;
  method: number;
  packed: number;
  offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** The record at the end, and the longest comment behind it. */
const [endLength, maxComment] = [22, 65_535];

/** Beyond these an archive counts as broken: no document and no honest archive comes near. */
const maxEntries = 20_000;
const maxDirectoryBytes = 8_000_000;

/** The entries of an archive. Throws RangeError if it is broken. */
export async function listZipEntries(source: ByteSource): Promise<ZipEntry[]> {
  const tail = await source.read(source.length - endLength - maxComment, source.length);
  const view = openView(tail);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count > maxEntries || size > maxDirectoryBytes || start + size > source.length) {
    throw new RangeError("the directory of the archive is too large");
  }
  return readDirectory(await source.read(start, start + size), count);
}

function readDirectory(bytes: Uint8Array, count: number): ZipEntry[] {
  const view = openView(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== entrySignature) throw new RangeError("no entry of an archive");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      // Some programs write Windows' paths, or a path from the root.
      name: name.replaceAll("\\", "/").replace(/^\//, ""),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEndRecord(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new RangeError("the archive has no end record");
}

/** The first `max` bytes of a file in the archive, unpacked. Throws RangeError if it cannot be read. */
export async function readZipFile(
  source: ByteSource,
  { offset, packed, method }: ZipEntry,
  max: number,
): Promise<Uint8Array> {
  const header = openView(await source.read(offset, offset + 30));
  if (header.getUint32(0, true) !== localSignature) throw new RangeError("no file of an archive");
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  // What is needed of a file stands near its beginning, and text is never packed to more than it was.
  const bytes = await source.read(start, start + Math.min(packed, max));
  if (method === 0) return bytes;
  if (method !== 8) throw new RangeError("unknown compression");
  return inflateUpTo(bytes, "deflate-raw", max);
}

/** Unpacks at most `max` bytes. What cannot be unpacked any more is left out. Throws RangeError if nothing can be unpacked. */
export async function inflateUpTo(
  packed: Uint8Array<ArrayBuffer>,
  format: "deflate" | "deflate-raw",
  max: number,
): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < max) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
    }
  } catch (error) {
    if (length === 0) throw new RangeError("cannot be unpacked", { cause: error });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return Buffer.concat(chunks).subarray(0, max);
}

function openView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
