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
 * The same picture, not a pixel recompressed, with every block of metadata gone (places, dates, devices, thumbnails,
 * comments, appended files) but colour profiles and `kept`. What is not known to be needed is dropped.
 */
export function cleanPhoto(bytes: Uint8Array, type: PhotoType, kept: PhotoMetadata): Uint8Array {
  return orCorrupt(() => formats[type].clean(bytes, kept));
}
