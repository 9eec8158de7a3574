import type { ByteSource } from "../byte-source.ts";

/** A box of an MP4 file (ISO/IEC 14496-12): `start` is where its content begins. */
type Box = { type: string; at: number; start: number; end: number };

/** What an MP4 file is. Byte ranges that hold metadata, each the content of one box; `at` is where that box begins. */
export type Mp4Facts = {
  seconds: number | null;
  /** The size of the picture as it is seen, in pixels; null for sound alone. */
  width: number | null;
  height: number | null;
  /** The four letters of each track's coding, such as "avc1", "mp4a" or "hvc1". */
  codings: string[];
  /** Whether a track besides picture and sound says something, such as where the camera was. */
  hasDataTrack: boolean;
  metadata: { at: number; start: number; end: number }[];
};

/** Boxes in one box. A file that a camera or a program writes has a few dozen. */
const maxBoxes = 2000;

/** Data about the file that no player needs: names, places, programs, pictures. */
const metadataBoxes = ["udta", "meta", "uuid", "Xtra"];

/** Tracks that are played, or that say how to play the others. Text and data may say where a camera was. */
const playedTracks = ["vide", "soun", "hint", "odsm", "sdsm", "tmcd"];

/** True for the first bytes of an MP4 file. A QuickTime file (.mov) begins nearly alike. */
export function isMp4(head: string): boolean {
  return head.slice(4, 8) === "ftyp" && head.slice(8, 12) !== "qt  ";
}

/** Reads the boxes of the file. Throws RangeError when the bytes contradict one another. */
export async function readMp4(source: ByteSource): Promise<Mp4Facts> {
  const top = await listBoxes(source, 0, source.length);
  const movie = top.find(({ type }) => type === "moov");
  if (movie === undefined) throw new RangeError("no moov box");
  const inMovie = await listBoxes(source, movie.start, movie.end);
  const facts: Mp4Facts = {
    seconds: await readSeconds(source, inMovie),
    width: null,
    height: null,
    codings: [],
    hasDataTrack: false,
    metadata: metadataIn([...top, ...inMovie]),
  };
  for (const track of inMovie.filter(({ type }) => type === "trak")) {
    await readTrack(source, track, facts);
  }
  return facts;
}

async function readTrack(source: ByteSource, track: Box, facts: Mp4Facts): Promise<void> {
  const inTrack = await listBoxes(source, track.start, track.end);
  facts.metadata.push(...metadataIn(inTrack));
  const media = await listInside(source, inTrack, "mdia");
  facts.metadata.push(...metadataIn(media));
  const handler = media.find(({ type }) => type === "hdlr");
  const kind = handler === undefined ? "" : await readLetters(source, handler.start + 8);
  if (!playedTracks.includes(kind)) facts.hasDataTrack = true;
  if (kind === "vide") Object.assign(facts, await readSize(source, inTrack));
  if (kind !== "vide" && kind !== "soun") return;
  const information = await listInside(source, media, "minf");
  const table = await listInside(source, information, "stbl");
  const descriptions = table.find(({ type }) => type === "stsd");
  if (descriptions === undefined) throw new RangeError("no stsd box");
  const entries = await listBoxes(source, descriptions.start + 8, descriptions.end);
  facts.codings.push(...entries.map(({ type }) => type));
}

function metadataIn(boxes: readonly Box[]): Mp4Facts["metadata"] {
  return boxes.filter(({ type }) => metadataBoxes.includes(type));
}

async function listInside(source: ByteSource, boxes: Box[], type: string): Promise<Box[]> {
  const box = boxes.find((one) => one.type === type);
  if (box === undefined) throw new RangeError(`no ${type} box`);
  return listBoxes(source, box.start, box.end);
}

async function listBoxes(source: ByteSource, from: number, until: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= until;) {
    const head = view(await source.read(at, at + 16));
    const short = head.getUint32(0);
    const isLong = short === 1;
    const length = isLong ? Number(head.getBigUint64(8)) : short === 0 ? until - at : short;
    const start = at + (isLong ? 16 : 8);
    const end = at + length;
    if (end < start || end > until || boxes.length >= maxBoxes) throw new RangeError("bad box");
    boxes.push({ type: readType(head, 4), at, start, end });
    at = end;
  }
  return boxes;
}

async function readSeconds(source: ByteSource, inMovie: readonly Box[]): Promise<number | null> {
  const header = inMovie.find(({ type }) => type === "mvhd");
  if (header === undefined) return null;
  const content = view(await source.read(header.start, header.start + 32));
  const isLong = content.getUint8(0) === 1;
  const scale = content.getUint32(isLong ? 20 : 12);
  const length = isLong ? Number(content.getBigUint64(24)) : content.getUint32(16);
  // A film in fragments states no length.
  return scale === 0 || length === 0 ? null : length / scale;
}

/** The size of a track: cameras record lying down and state by a matrix how to turn the picture. */
async function readSize(
  source: ByteSource,
  inTrack: readonly Box[],
): Promise<Pick<Mp4Facts, "width" | "height">> {
  const header = inTrack.find(({ type }) => type === "tkhd");
  if (header === undefined) return { width: null, height: null };
  const content = view(await source.read(header.start, header.end));
  const matrix = content.byteLength - 44;
  // Numbers of 16 bits before the point and 16 after it.
  const width = content.getUint32(matrix + 36) >>> 16;
  const height = content.getUint32(matrix + 40) >>> 16;
  if (width === 0 || height === 0) return { width: null, height: null };
  const isTurned = content.getInt32(matrix) === 0 && content.getInt32(matrix + 4) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}

async function readLetters(source: ByteSource, at: number): Promise<string> {
  return readType(view(await source.read(at, at + 4)), 0);
}

function readType(bytes: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => bytes.getUint8(at + offset)));
}

/** Reading past its end throws RangeError. */
function view(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
