import type { ByteSource } from "../byte-source.ts";

/** What an MP3 file is. The ranges hold its tags, the first one without its header. No player needs them. */
export type Mp3Facts = { seconds: number | null; metadata: { start: number; end: number }[] };

/** kbit/s of MPEG 1 and of MPEG 2, layer III, by the index in the header of a frame. */
const bitRates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/** Hz of MPEG 1 by the index in the header of a frame. MPEG 2 has half of it, MPEG 2.5 a quarter. */
const sampleRates = [44_100, 48_000, 32_000];

type Frame = { bytes: number; bitRate: number; seconds: number; isMono: boolean; isFirst: boolean };

/** Reads the tags and the first frames. Null for what is no MP3. Throws RangeError when bytes are missing. */
export async function readMp3(source: ByteSource): Promise<Mp3Facts | null> {
  const metadata: Mp3Facts["metadata"] = [];
  let start = 0;
  const head = await source.read(0, 10);
  if (letters(head, 0, 3) === "ID3") {
    start = 10 + readId3Size(head.subarray(6, 10));
    if (start > source.length) throw new RangeError("ID3 tag ends after the file");
    metadata.push({ start: 10, end: start });
  }
  let end = source.length;
  for (let tag = await measureLastTag(source, end); tag > 0 && tag <= end - start;) {
    metadata.push({ start: end - tag, end });
    end -= tag;
    tag = await measureLastTag(source, end);
  }
  const first = await findFrame(source, start, end);
  if (first === null) return null;
  const frames = await readFrameCount(source, first);
  const { seconds, bitRate } = first.frame;
  const bySize = ((end - first.at) * 8) / (bitRate * 1000);
  return { seconds: frames === null || frames === 0 ? bySize : frames * seconds, metadata };
}

/** The bytes of the tag that ends here (ID3v1, ID3v2, APEv2, Lyrics3); 0 if none does. */
async function measureLastTag(source: ByteSource, end: number): Promise<number> {
  const tail = Buffer.alloc(128);
  tail.set(await source.read(end - 128, end));
  const text = tail.toString("latin1");
  if (text.startsWith("TAG")) return 128;
  if (text.startsWith("3DI", 118)) return 20 + readId3Size(tail.subarray(124));
  // The size that an APEv2 tag states has its footer in it, but not its header.
  if (text.startsWith("APETAGEX", 96)) {
    return tail.readUInt32LE(108) + (tail.readUInt32LE(116) >>> 31) * 32;
  }
  return Number(/(\d{6})LYRICS200$/.exec(text)?.[1] ?? -15) + 15;
}

/** Seven bits of each of four bytes. */
function readId3Size([a = 0, b = 0, c = 0, d = 0]: Uint8Array): number {
  return ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127);
}

/** Bytes between the tag and the sound: padding of some programs. */
const maxGap = 64 * 1024;

/** The first frame that another one follows. */
async function findFrame(
  source: ByteSource,
  start: number,
  end: number,
): Promise<{ at: number; frame: Frame } | null> {
  const bytes = await source.read(start, Math.min(end, start + maxGap));
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const frame = parseFrame(bytes.subarray(at, at + 4));
    if (frame === null) continue;
    const next = start + at + frame.bytes;
    if (next === end || parseFrame(await source.read(next, next + 4)) !== null) {
      return { at: start + at, frame };
    }
  }
  return null;
}

function parseFrame(head: Uint8Array): Frame | null {
  const [sync = 0, kind = 0, rates = 0, mode = 0] = head;
  // Eleven bits of sync, then layer III.
  if (head.length < 4 || sync !== 0xff || (kind & 0xe6) !== 0xe2) return null;
  const version = (kind >> 3) & 3;
  const isFirst = version === 3;
  const bitRate = bitRates[isFirst ? 0 : 1]?.[rates >> 4] ?? 0;
  const sampleRate = (sampleRates[(rates >> 2) & 3] ?? 0) >> (isFirst ? 0 : version === 2 ? 1 : 2);
  if (version === 1 || bitRate === 0 || sampleRate === 0) return null;
  const samples = isFirst ? 1152 : 576;
  const bytes = Math.floor((samples / 8) * ((bitRate * 1000) / sampleRate)) + ((rates >> 1) & 1);
  return { bytes, bitRate, seconds: samples / sampleRate, isMono: mode >> 6 === 3, isFirst };
}

/** The number of frames that the first frame states where the bit rate varies (Xing, Info); null if it states none. */
async function readFrameCount(
  source: ByteSource,
  { at, frame }: { at: number; frame: Frame },
): Promise<number | null> {
  const side = frame.isFirst ? (frame.isMono ? 17 : 32) : frame.isMono ? 9 : 17;
  const place = at + 4 + side;
  const bytes = await source.read(place, place + 12);
  if (!["Xing", "Info"].includes(letters(bytes, 0, 4)) || ((bytes[7] ?? 0) & 1) === 0) return null;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8);
}

function letters(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
