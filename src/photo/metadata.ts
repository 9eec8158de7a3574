import type { PhotoMetadata } from "./format/exif.ts";
import { cleanGif, hasGifAlpha, readGifMetadata } from "./format/gif.ts";
import { cleanJpeg, readJpegMetadata } from "./format/jpeg.ts";
import type { PhotoType } from "./photo.ts";
import { cleanPng, hasPngAlpha, readPngMetadata } from "./format/png.ts";
import { orCorrupt } from "./refusal.ts";
import { cleanWebp, hasWebpAlpha, readWebpMetadata } from "./format/webp.ts";

type Format = {
  read: (bytes: Uint8Array) => PhotoMetadata;
  clean: (bytes: Uint8Array, kept: PhotoMetadata) => Uint8Array;
  hasAlpha: (bytes: Uint8Array) => boolean;
};

const formats: Record<PhotoType, Format> = {
  "image/jpeg": { read: readJpegMetadata, clean: cleanJpeg, hasAlpha: () => false },
  "image/png": { read: readPngMetadata, clean: cleanPng, hasAlpha: hasPngAlpha },
  "image/webp": { read: readWebpMetadata, clean: cleanWebp, hasAlpha: hasWebpAlpha },
  "image/gif": { read: readGifMetadata, clean: cleanGif, hasAlpha: hasGifAlpha },
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

/** Whether parts of a photo may be transparent. A picture with an alpha channel may still be opaque. */
export function mayBeTransparent(bytes: Uint8Array, type: PhotoType): boolean {
  return orCorrupt(() => formats[type].hasAlpha(bytes));
}
