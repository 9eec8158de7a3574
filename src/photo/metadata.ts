import type { Bytes } from "./byte-pieces.ts";
import type { PhotoMetadata } from "./exif.ts";
import { cleanGif, readGifMetadata } from "./gif-metadata.ts";
import { cleanJpeg, readJpegMetadata } from "./jpeg-metadata.ts";
import type { PhotoType } from "./photo.ts";
import { cleanPng, readPngMetadata } from "./png-metadata.ts";
import { orCorrupt } from "./refusal.ts";
import { cleanWebp, readWebpMetadata } from "./webp-metadata.ts";

type Format = {
  read: (bytes: Bytes) => PhotoMetadata;
  clean: (bytes: Bytes, kept: PhotoMetadata) => Bytes;
};

const formats: Record<PhotoType, Format> = {
  "image/jpeg": { read: readJpegMetadata, clean: cleanJpeg },
  "image/png": { read: readPngMetadata, clean: cleanPng },
  "image/webp": { read: readWebpMetadata, clean: cleanWebp },
  "image/gif": { read: readGifMetadata, clean: cleanGif },
};

export function readMetadata(bytes: Bytes, type: PhotoType): PhotoMetadata {
  return orCorrupt(() => formats[type].read(bytes));
}

/**
 * The same picture, not a pixel recompressed, with every block of metadata gone (places, dates, devices, thumbnails,
 * comments, appended files) but colour profiles and `kept`. What is not known to be needed is dropped.
 */
export function cleanPhoto(bytes: Bytes, type: PhotoType, kept: PhotoMetadata): Bytes {
  return orCorrupt(() => formats[type].clean(bytes, kept));
}
