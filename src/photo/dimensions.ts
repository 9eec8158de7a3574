import { photoWords } from "../vietnamese/words/photo.ts";
import { gifSize } from "./format/gif.ts";
import { heicSize } from "./format/heic.ts";
import { jpegSize } from "./format/jpeg.ts";
import { pngSize } from "./format/png.ts";
import { webpSize } from "./format/webp.ts";
import type { Size } from "./photo.ts";
import { orCorrupt, refusal } from "./refusal.ts";
import type { UploadType } from "./sniff.ts";

/** The longest side that the Images service accepts. https://developers.cloudflare.com/images/get-started/limits/ */
const maxSide = 12_000;

/**
 * Enough for a phone's 64-megapixel mode. The service accepts 100, but when its quota is used up, readers get the
 * upload itself, and a phone needs four bytes of memory per pixel.
 */
const maxMegapixels = 65;

/** Reads width and height from the headers, before orientation and before anything is decoded. */
export function measurePhoto(bytes: Uint8Array, type: UploadType): Size {
  const { width, height } = orCorrupt(() => readers[type](bytes));
  if (width < 1 || height < 1) throw refusal("invalid", photoWords.corrupt);
  if (width > maxSide || height > maxSide || width * height > maxMegapixels * 1_000_000) {
    throw refusal("invalid", photoWords.tooLarge(width, height, maxMegapixels, maxSide));
  }
  return { width, height };
}

const readers: Record<UploadType, (bytes: Uint8Array) => Size> = {
  "image/jpeg": jpegSize,
  "image/png": pngSize,
  "image/webp": webpSize,
  "image/gif": gifSize,
  "image/heic": heicSize,
};
