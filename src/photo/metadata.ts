import { joinBytes } from "./format/bytes.ts";
import type { PhotoMetadata } from "./format/exif.ts";
import { cleanGif, hasGifAlpha, readGifMetadata } from "./format/gif.ts";
import { isProfile, reduceProfile } from "./format/icc.ts";
import type { ProfileRule } from "./format/icc.ts";
import { cleanJpeg, readJpegMetadata } from "./format/jpeg.ts";
import type { PhotoType } from "./photo.ts";
import { cleanPng, hasPngAlpha, readPngMetadata } from "./format/png.ts";
import { orCorrupt } from "./refusal.ts";
import { cleanWebp, hasWebpAlpha, readWebpMetadata } from "./format/webp.ts";
import type { AiLabel } from "../ai-label.ts";

type Format = {
  read: (bytes: Uint8Array) => PhotoMetadata;
  clean: (bytes: Uint8Array, kept: PhotoMetadata, profileRule: ProfileRule) => Uint8Array[];
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
 * Removes every block of metadata (places, dates, devices, thumbnails, comments, appended files) except `kept` and what
 * `profileRule` leaves of a colour profile; unknown blocks are removed, too. No pixel is compressed again.
 */
export function cleanPhoto(
  bytes: Uint8Array,
  type: PhotoType,
  kept: PhotoMetadata,
  profileRule: ProfileRule = reduceProfile,
): Uint8Array {
  return joinBytes(listCleanPieces(bytes, type, kept, profileRule));
}

/** The pieces of a clean photo, which share memory with `bytes`. See cleanPhoto. */
export function listCleanPieces(
  bytes: Uint8Array,
  type: PhotoType,
  kept: PhotoMetadata,
  profileRule: ProfileRule = reduceProfile,
): Uint8Array[] {
  return orCorrupt(() => formats[type].clean(bytes, kept, profileRule));
}

/** Whether cleaning a photo takes away a colour profile that its numbers need. One that is damaged does not count. */
export function losesProfile(bytes: Uint8Array, type: PhotoType): boolean {
  let isLost = false;
  listCleanPieces(bytes, type, { orientation: 1, copyright: null }, (profile) => {
    const reduced = reduceProfile(profile);
    isLost = reduced === null && isProfile(profile);
    return reduced;
  });
  return isLost;
}

/** Whether parts of a photo may be transparent. A picture with an alpha channel may still be opaque. */
export function mayBeTransparent(bytes: Uint8Array, type: PhotoType): boolean {
  return orCorrupt(() => formats[type].hasAlpha(bytes));
}

/**
 * Reads from the metadata of a photo whether AI made it or altered it: the IPTC term of DigitalSourceType, which cameras, editors and
 * generators write into XMP, and into C2PA manifests. The terms are so long that pixels do not look like them.
 * https://cv.iptc.org/newscodes/digitalsourcetype/
 */
export function readAiLabel(file: Uint8Array): AiLabel | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.includes("trainedAlgorithmicMedia")) return "generated";
  const altered = ["compositeWithTrainedAlgorithmicMedia", "digitalsourcetype/compositeSynthetic"];
  return altered.some((term) => bytes.includes(term)) ? "altered" : null;
}
