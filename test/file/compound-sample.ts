/** What is in a storage: streams by name, and further storages. */
export type Storage = { [name: string]: Uint8Array | Storage };

const sectorLength = 512;
const miniLength = 64;
/** Shorter streams lie in the stream of the root. */
const miniLimit = 4096;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;

type Entry = {
  name: string;
  type: number;
  bytes: Uint8Array;
  child: number;
  next: number;
  start: number;
};

/** A compound file ([MS-CFB]): what Word, Excel and PowerPoint wrote before 2007. */
export function compoundFile(root: Storage): Uint8Array<ArrayBuffer> {
  const entries: Entry[] = [];
  const rootEntry = addEntry(entries, "Root Entry", 5, new Uint8Array());
  rootEntry.child = addStorage(entries, root);
  const short = entries.filter(({ type, bytes }) => type === 2 && bytes.length < miniLimit);
  const mini = packStreams(short, miniLength);
  rootEntry.bytes = mini.bytes;
  const directory = { bytes: new Uint8Array(entries.length * 128), start: 0 };
  const miniTable = { bytes: writeNumbers(mini.chains), start: 0 };
  const long = [
    directory,
    miniTable,
    rootEntry,
    ...entries.filter((entry) => entry.type === 2 && !short.includes(entry)),
  ];
  const packed = packStreams(long, sectorLength);
  // The table of chains comes last, and has chains for its own sectors, too.
  const tableSectors = Math.ceil((packed.chains.length + 2) / (sectorLength / 4));
  const tableStart = packed.chains.length;
  const table = writeNumbers([
    ...packed.chains,
    ...Array.from({ length: tableSectors }, () => 0xfffffffd),
  ]);
  const body = new Uint8Array((tableStart + tableSectors) * sectorLength);
  body.set(packed.bytes);
  body.set(writeDirectory(entries), directory.start * sectorLength);
  body.fill(255, tableStart * sectorLength);
  body.set(table, tableStart * sectorLength);
  const file = new Uint8Array(sectorLength + body.length);
  file.set(writeHeader(directory.start, miniTable.start, tableStart, tableSectors));
  file.set(body, sectorLength);
  return file;
}

function addEntry(entries: Entry[], name: string, type: number, bytes: Uint8Array): Entry {
  const entry = { name, type, bytes, child: none, next: none, start: endOfChain };
  entries.push(entry);
  return entry;
}

/** Adds what is in a storage, each entry the right sibling of the one before. Returns the number of the first. */
function addStorage(entries: Entry[], storage: Storage): number {
  let [first, before] = [none, null as Entry | null];
  for (const [name, content] of Object.entries(storage)) {
    const number = entries.length;
    const isStream = content instanceof Uint8Array;
    const entry = addEntry(entries, name, isStream ? 2 : 1, isStream ? content : new Uint8Array());
    if (before === null) first = number;
    else before.next = number;
    before = entry;
    if (!isStream) entry.child = addStorage(entries, content);
  }
  return first;
}

/** Puts streams one after another, sets where each begins, and returns the chain of each. */
function packStreams(
  streams: { bytes: Uint8Array; start: number }[],
  unit: number,
): { bytes: Uint8Array; chains: number[] } {
  const chains: number[] = [];
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    const units = Math.ceil(stream.bytes.length / unit);
    stream.start = units === 0 ? endOfChain : chains.length;
    const part = new Uint8Array(units * unit);
    part.set(stream.bytes);
    parts.push(part);
    for (let left = units; left > 0; left--)
      chains.push(left === 1 ? endOfChain : chains.length + 1);
  }
  return { bytes: Buffer.concat(parts), chains };
}

function writeNumbers(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const bytes = Buffer.alloc(entries.length * 128);
  for (const [number, { name, type, bytes: content, child, next, start }] of entries.entries()) {
    const at = number * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = type;
    bytes.writeUInt32LE(none, at + 68);
    bytes.writeUInt32LE(next, at + 72);
    bytes.writeUInt32LE(child, at + 76);
    bytes.writeUInt32LE(start, at + 116);
    bytes.writeUInt32LE(content.length, at + 120);
  }
  return bytes;
}

function writeHeader(
  directory: number,
  miniTable: number,
  table: number,
  tableSectors: number,
): Uint8Array {
  const header = Buffer.alloc(sectorLength, 255);
  header.write("d0cf11e0a1b11ae1", 0, "hex");
  header.fill(0, 8, 76);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(miniLimit, 56);
  header.writeUInt32LE(miniTable, 60);
  header.writeUInt32LE(endOfChain, 68);
  for (let index = 0; index < tableSectors; index++)
    header.writeUInt32LE(table + index, 76 + index * 4);
  return header;
}

/** A property set ([MS-OLEPS]) of texts in UTF-8 and whole numbers, by their numbers. */
export function propertySet(values: Record<number, string | number>): Uint8Array {
  const all: [number, string | number][] = [
    [1, 65001],
    ...Object.entries(values).map(
      ([key, value]) => [Number(key), value] as [number, string | number],
    ),
  ];
  const parts = all.map(([key, value]) => writeProperty(key, value));
  const head = Buffer.alloc(48 + 8 + all.length * 8);
  head.writeUInt16LE(0xfffe, 0);
  head.writeUInt32LE(1, 24);
  head.writeUInt32LE(48, 44);
  head.writeUInt32LE(all.length, 52);
  let at = 8 + all.length * 8;
  for (const [index, [key]] of all.entries()) {
    head.writeUInt32LE(key, 56 + index * 8);
    head.writeUInt32LE(at, 60 + index * 8);
    at += parts[index]?.length ?? 0;
  }
  return Buffer.concat([head, ...parts]);
}

function writeProperty(key: number, value: string | number): Buffer {
  if (typeof value === "number") {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE(key === 1 ? 2 : 3, 0);
    bytes.writeUInt32LE(value, 4);
    return bytes;
  }
  const text = Buffer.from(`${value}\0`);
  const bytes = Buffer.alloc(8 + Math.ceil(text.length / 4) * 4);
  bytes.writeUInt32LE(30, 0);
  bytes.writeUInt32LE(text.length, 4);
  text.copy(bytes, 8);
  return bytes;
}
