import { randomFillSync } from "node:crypto";
import sharp from "sharp";
import type { Sharp } from "sharp";

export type LargeFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

type Encode = (picture: Sharp) => Sharp;

/** How each format packs noise. Nothing packs noise well, so few pixels make many bytes. */
const encodings: Record<string, { channels: 3 | 4; encode: Encode }> = {
  jpg: {
    channels: 3,
    encode: (picture) => picture.jpeg({ quality: 98, chromaSubsampling: "4:4:4" }),
  },
  png: { channels: 3, encode: (picture) => picture.png({ compressionLevel: 1 }) },
  "transparent.png": { channels: 4, encode: (picture) => picture.png({ compressionLevel: 1 }) },
  webp: { channels: 3, encode: (picture) => picture.webp({ lossless: true, effort: 0 }) },
  heic: {
    channels: 3,
    encode: (picture) => picture.heif({ compression: "av1", quality: 90, effort: 0 }),
  },
};

export const photoFormats = Object.keys(encodings);

/**
 * A photo of nearly `size` bytes in one of `photoFormats`. The local Images cannot read HEVC, so the HEIC has AV1 inside, in the
 * same container.
 */
export async function makeLargePhoto(format: string, size: number): Promise<LargeFile> {
  const encoding = encodings[format];
  if (encoding === undefined) throw new Error(`no such format: ${format}`);
  const trial = await encodeNoise(encoding, 1000);
  let side = Math.floor(1000 * Math.sqrt(size / trial.length));
  for (;;) {
    const bytes = await encodeNoise(encoding, side);
    if (bytes.length <= size) {
      if (format === "heic") bytes.set(Buffer.from("heic"), 8);
      return { name: `lon.${format}`, bytes };
    }
    side = Math.floor(side * 0.98);
  }
}

async function encodeNoise(
  { channels, encode }: { channels: 3 | 4; encode: Encode },
  side: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = randomFillSync(Buffer.alloc(side * side * channels));
  const picture = sharp(pixels, { raw: { width: side, height: side, channels } });
  return new Uint8Array(await encode(picture).toBuffer());
}
