import { photoWords } from "../vietnamese/words/photo.ts";
import { readGifSize } from "./format/gif.ts";
import { readHeicSize } from "./format/heic.ts";
import { readJpegSize } from "./format/jpeg.ts";
import { readPngSize } from "./format/png.ts";
import { readWebpSize } from "./format/webp.ts";
import type { Size, PhotoType } from "./photo.ts";
import { orCorrupt, makeRefusal } from "./refusal.ts";
import { decodeLatin1, viewBytes, startsWith } from "./format/bytes.ts";

/** The formats that may be uploaded. */
export type UploadType = PhotoType | "image/heic";

/** Brands of ISO/IEC 23008-12 that announce HEVC-coded pictures. */
const heicBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]);

/**
 * The format of the bytes, whatever the file name says; null for any other. AVIF is refused on purpose: the Images
 * service takes it from enterprise accounts only, and no phone camera writes it.
 */
export function sniffPhotoType(bytes: Uint8Array): UploadType | null {
  if (startsWith(bytes, "\xff\xd8\xff")) return "image/jpeg";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a")) return "image/gif";
  if (startsWith(bytes, "RIFF") && decodeLatin1(bytes.subarray(8, 12)) === "WEBP")
    return "image/webp";
  return isHeic(bytes) ? "image/heic" : null;
}

/** An `ftyp` box whose major or compatible brands (four letters each, after a version number) include HEVC. */
function isHeic(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || decodeLatin1(bytes.subarray(4, 8)) !== "ftyp") return false;
  const brands = decodeLatin1(bytes.subarray(8, Math.min(viewBytes(bytes).getUint32(0), 256)));
  return (brands.match(/.{4}/gs) ?? []).some((brand) => heicBrands.has(brand));
}

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
  if (width < 1 || height < 1) throw makeRefusal("invalid", photoWords.corrupt);
  if (width > maxSide || height > maxSide || width * height > maxMegapixels * 1_000_000) {
    throw makeRefusal("invalid", photoWords.tooLarge(width, height, maxMegapixels, maxSide));
  }
  return { width, height };
}

const readers: Record<UploadType, (bytes: Uint8Array) => Size> = {
  "image/jpeg": readJpegSize,
  "image/png": readPngSize,
  "image/webp": readWebpSize,
  "image/gif": readGifSize,
  "image/heic": readHeicSize,
};
