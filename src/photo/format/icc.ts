import { decodeLatin1, encodeLatin1, joinBytes, takeBytes, viewBytes } from "./bytes.ts";

/** What stays of a colour profile; null if none of it does. */
export type ProfileRule = (profile: Uint8Array) => Uint8Array | null;

/** For a picture that Images draws from, and that nobody else gets. */
export const wholeProfile: ProfileRule = (profile) => profile;

/** The most bytes that are read; a profile with tables for CMYK has two or three million. */
export const maxProfileLength = 5_000_000;

const headerLength = 128;

/** The tags that turn numbers into colours, by colour space. ICC.1:2022, table 25 and 9.2. */
const neededTags: Record<string, string[]> = {
  "RGB ": ["rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"],
  GRAY: ["kTRC"],
};

/** Tags that make the colours more exact. */
const helpfulTags = ["wtpt", "chad"];

/** Whether the bytes claim to be a profile, of whatever colour space. */
export function isProfile(profile: Uint8Array): boolean {
  return (
    profile.length > headerLength + 4 &&
    profile.length <= maxProfileLength &&
    decodeLatin1(profile.subarray(36, 40)) === "acsp"
  );
}

/**
 * A profile with its primaries and curves alone: no names, dates, makers, comments or unknown tags, and nothing after
 * it. Null for a profile that is damaged or that works by tables, as those for CMYK do: tables can hold anything.
 */
export const reduceProfile: ProfileRule = (profile) => {
  if (!isProfile(profile)) return null;
  try {
    return writeProfile(profile);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

function writeProfile(profile: Uint8Array): Uint8Array | null {
  const needed = neededTags[decodeLatin1(profile.subarray(16, 20))];
  if (needed === undefined) return null;
  const found = readTags(profile);
  const tags: [name: string, data: Uint8Array][] = [];
  for (const name of [...needed, ...helpfulTags]) {
    const element = found.get(name);
    const data = element === undefined ? null : readElement(element);
    if (data !== null) tags.push([name, data]);
    else if (needed.includes(name)) return null;
  }
  return joinProfile(profile, tags);
}

/** The elements of a profile by the names of their tags. Throws RangeError if one lies outside. */
function readTags(profile: Uint8Array): Map<string, Uint8Array> {
  const numbers = viewBytes(profile);
  const size = numbers.getUint32(0);
  const count = numbers.getUint32(headerLength);
  const tags = new Map<string, Uint8Array>();
  if (count > 100) throw new RangeError("too many tags");
  for (let at = headerLength + 4; at < headerLength + 4 + 12 * count; at += 12) {
    const start = numbers.getUint32(at + 4);
    const end = start + numbers.getUint32(at + 8);
    if (end > size) throw new RangeError("a tag outside the profile");
    tags.set(decodeLatin1(profile.subarray(at, at + 4)), takeBytes(profile, start, end));
  }
  return tags;
}

/** The exact bytes of an element of numbers; null if it has another type or its numbers describe no colour. */
function readElement(element: Uint8Array): Uint8Array | null {
  const numbers = viewBytes(element);
  const type = decodeLatin1(takeBytes(element, 0, 4));
  if (type === "XYZ ") return readFixedNumbers(element, { from: 8, count: 3 });
  if (type === "sf32") return readFixedNumbers(element, { from: 8, count: 9 });
  if (type === "para") {
    const count = [1, 3, 4, 5, 7][numbers.getUint16(8)];
    return count === undefined ? null : readFixedNumbers(element, { from: 12, count });
  }
  return type === "curv" ? readCurve(element, numbers) : null;
}

/** Primaries, matrices and parameters are small. Letters read as a number of 16.16 bits are above 8,000. */
const maxNumber = 16;

function readFixedNumbers(
  element: Uint8Array,
  { from, count }: { from: number; count: number },
): Uint8Array | null {
  const numbers = viewBytes(element);
  for (let at = from; at < from + 4 * count; at += 4) {
    if (Math.abs(numbers.getInt32(at) / 65_536) > maxNumber) return null;
  }
  return cutElement(element, from, 4 * count);
}

const maxCurveLength = 4096;

/** A curve: none (straight), one number (gamma), or points that never fall. */
function readCurve(element: Uint8Array, numbers: DataView): Uint8Array | null {
  const count = numbers.getUint32(8);
  if (count > maxCurveLength) return null;
  const points = Array.from({ length: count }, (_, index) => numbers.getUint16(12 + 2 * index));
  const falls = points.some((point, index) => point < (points[index - 1] ?? 0));
  return falls ? null : cutElement(element, 12, 2 * count);
}

/** The element without its four reserved bytes and whatever follows its numbers, padded to four bytes. */
function cutElement(element: Uint8Array, from: number, length: number): Uint8Array {
  const exact = takeBytes(element, 0, from + length);
  const padded = new Uint8Array(Math.ceil(exact.length / 4) * 4);
  padded.set(exact);
  padded.fill(0, 4, 8);
  if (from === 12 && decodeLatin1(exact.subarray(0, 4)) === "para") padded.fill(0, 10, 12);
  return padded;
}

/** Equal elements, as the three curves mostly are, are written once. */
function joinProfile(profile: Uint8Array, tags: [name: string, data: Uint8Array][]): Uint8Array {
  const table = new DataView(new ArrayBuffer(4 + 12 * tags.length));
  const starts = new Map<string, number>();
  const elements: Uint8Array[] = [];
  let end = headerLength + table.byteLength;
  table.setUint32(0, tags.length);
  for (const [index, [name, data]] of tags.entries()) {
    const key = decodeLatin1(data);
    const start = starts.get(key) ?? end;
    if (start === end) {
      starts.set(key, start);
      elements.push(data);
      end += data.length;
    }
    encodeLatin1(name).forEach((byte, at) => table.setUint8(4 + 12 * index + at, byte));
    table.setUint32(8 + 12 * index, start);
    table.setUint32(12 + 12 * index, data.length);
  }
  return joinBytes([writeHeader(profile, end), new Uint8Array(table.buffer), ...elements]);
}

/** Version, class, colour space and intent of the profile; all else is fixed or zero. ICC.1:2022, 7.2. */
function writeHeader(profile: Uint8Array, size: number): Uint8Array {
  const header = new Uint8Array(headerLength);
  const numbers = viewBytes(header);
  numbers.setUint32(0, size);
  header.set(profile.subarray(8, 10), 8);
  header.set(encodeLatin1("mntr"), 12);
  header.set(profile.subarray(16, 20), 16);
  header.set(encodeLatin1("XYZ "), 20);
  header.set(encodeLatin1("acsp"), 36);
  header.set([0, 0, 0, (profile[67] ?? 0) & 3], 64);
  // The illuminant D50.
  [0xf6d6, 0x10000, 0xd32d].forEach((value, index) => numbers.setUint32(68 + 4 * index, value));
  return header;
}
