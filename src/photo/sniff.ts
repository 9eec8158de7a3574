import { decodeLatin1, viewBytes, startsWith } from "./format/bytes.ts";
import type { PhotoType } from "./photo.ts";

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
