/** Small MP4 and MP3 files, made here box by box and frame by frame. */

/** One box: its length, its type and what is in it. */
export function box(type: string, ...content: (Uint8Array | string)[]): Uint8Array {
  const parts = content.map((part) =>
    typeof part === "string" ? Buffer.from(part, "latin1") : part,
  );
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** A track of this kind ("vide", "soun", "meta") in this coding, with more boxes. */
export function track(kind: string, coding: string, ...more: Uint8Array[]): Uint8Array {
  const described = box("stsd", new Uint8Array(8), box(coding, new Uint8Array(8)));
  const media = box("mdia", handler(kind), box("minf", box("stbl", described)));
  return box("trak", media, ...more);
}

function handler(kind: string): Uint8Array {
  return box("hdlr", new Uint8Array(8), kind, new Uint8Array(12), "\0");
}

/** A file of these tracks and boxes of the movie, 12.5 seconds long. */
export function mp4(...inMovie: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(12_500, 16);
  const movie = box("moov", box("mvhd", header), ...inMovie);
  return Uint8Array.from(
    Buffer.concat([
      box("ftyp", "isom", new Uint8Array(4), "isomavc1"),
      movie,
      box("mdat", "pictures"),
    ]),
  );
}

export const pictures = track("vide", "avc1");
/** Pictures of this size as they are seen. The camera lay on its side, as a phone does. */
export function picturesOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(84);
  header.writeInt32BE(0x1_0000, 44);
  header.writeUInt32BE(height * 0x1_0000, 76);
  header.writeUInt32BE(width * 0x1_0000, 80);
  return track("vide", "avc1", box("tkhd", header));
}

export const sound = track("soun", "mp4a");

/** Frames of MPEG 1, layer III, 128 kbit/s, 44.1 kHz: 417 bytes and 26 ms each. */
export function mp3(frames: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(frames * 417);
  for (let at = 0; at < made.length; at += 417) made.set([0xff, 0xfb, 0x90, 0x00], at);
  return made;
}

/** The sound, an ID3v2 tag before it, and an APEv2, a Lyrics3 and an ID3v1 tag behind it, all with these words. */
export function taggedMp3(frames: number, words: string): Uint8Array<ArrayBuffer> {
  const tag = Buffer.alloc(10 + 100);
  tag.write("ID3\x03\0\0\0\0\0\x64", "latin1");
  tag.write(`COMM${words}`, 10, "latin1");
  const end = Buffer.alloc(128);
  end.write(`TAG${words}`, "latin1");
  const ape = Buffer.alloc(32);
  ape.write("APETAGEX", "latin1");
  ape.writeUInt32LE(32 + words.length, 12);
  const lyrics = `LYRICSBEGIN${words}`;
  const size = String(lyrics.length).padStart(6, "0");
  const behind = [words, ape, `${lyrics}${size}LYRICS200`, end].map((part) => Buffer.from(part));
  return Uint8Array.from(Buffer.concat([tag, mp3(frames), ...behind]));
}
