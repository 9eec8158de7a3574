import type { PhotoMetadata } from "./format/exif.ts";
import { cleanGif, readGifMetadata } from "./format/gif.ts";
import { cleanJpeg, readJpegMetadata } from "./format/jpeg.ts";
import type { PhotoType } from "./photo.ts";
import { cleanPng, readPngMetadata } from "./format/png.ts";
import { orCorrupt } from "./refusal.ts";
import { cleanWebp, readWebpMetadata } from "./format/webp.ts";

type Format = {
  read: (bytes: Uint8Array) => PhotoMetadata;
  clean: (bytes: Uint8Array, kept: PhotoMetadata) => Uint8Array;
};

const formats: Record<PhotoType, Format> = {
  "image/jpeg": { read: readJpegMetadata, clean: cleanJpeg },
  "image/png": { read: readPngMetadata, clean: cleanPng },
  "image/webp": { read: readWebpMetadata, clean: cleanWebp },
  "image/gif": { read: readGifMetadata, clean: cleanGif },
};

export function readMetadata(bytes: Uint8Array, type: PhotoType): PhotoMetadata {
  return orCorrupt(() => formats[type].read(bytes));
}

/**
 * Removes every block of metadata (places, dates, devices, thumbnails, comments, appended files) except colour profiles
 * and `kept`; unknown blocks are removed, too. No pixel is compressed again.
 */
export function cleanPhoto(bytes: Uint8Array, type: PhotoType, kept: PhotoMetadata): Uint8Array {
  return orCorrupt(() => formats[type].clean(bytes, kept));
}
