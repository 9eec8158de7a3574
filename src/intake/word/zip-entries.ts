/** A file in a zip archive, as its central directory tells (APPNOTE.TXT 4.3.12). */
type ZipEntry = { name: string; method: number; packed: number; unpacked: number; offset: number };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The record at the end, and the longest comment behind it. */
const [endLength, longestComment] = [22, 65_535];

/**
 * The files of a zip archive. Only what is needed before mammoth opens it: how large it is when unpacked, and one small
 * file of it. Web APIs only. Null when the bytes are no zip.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(numbers);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = numbers.getUint32(end + 16, true);
  for (let left = numbers.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || numbers.getUint32(at, true) !== entrySignature) return null;
    const nameLength = numbers.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: numbers.getUint16(at + 10, true),
      packed: numbers.getUint32(at + 20, true),
      unpacked: numbers.getUint32(at + 24, true),
      offset: numbers.getUint32(at + 42, true),
    });
    at += 46 + nameLength + numbers.getUint16(at + 30, true) + numbers.getUint16(at + 32, true);
  }
  return entries;
}

/** The text of one file of an archive, "" when it is not there or not packed as Word packs. */
export async function zipText(bytes: Uint8Array, name: string): Promise<string> {
  const entry = zipEntries(bytes)?.find((one) => one.name === name);
  if (entry === undefined || entry.offset + 30 > bytes.length) return "";
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start =
    entry.offset +
    30 +
    numbers.getUint16(entry.offset + 26, true) +
    numbers.getUint16(entry.offset + 28, true);
  const packed = new Uint8Array(bytes.subarray(start, start + entry.packed));
  if (entry.method === 0) return new TextDecoder().decode(packed);
  if (entry.method !== 8) return "";
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(unpacked).text();
}

function endRecordAt(numbers: DataView): number | null {
  const first = Math.max(0, numbers.byteLength - endLength - longestComment);
  for (let at = numbers.byteLength - endLength; at >= first; at--) {
    if (numbers.getUint32(at, true) === endSignature) return at;
  }
  return null;
}
