import { createHash } from "node:crypto";
import { AppError } from "../src/errors.ts";
import { measurePhoto, sniffPhotoType } from "../src/photo/photo-header.ts";
import { cleanPhoto, readMetadata } from "../src/photo/metadata.ts";
import { photoWords } from "../src/vietnamese/words/photo.ts";

/** A photo as the API will see it: its type by its bytes, its size as seen, and what tells it from any other. */
export type MeasuredPhoto = { extension: string; width: number; height: number; digest: string };

/** What the API takes (src/photo/photo-upload.ts, which needs a Worker). */
export const maxPhotoBytes = 20_000_000;

const extensions = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
} as const;

/** Looks a photo through as the API does, before it is sent. AppErrors: what the API would refuse. */
export function checkPhoto(bytes: Uint8Array): MeasuredPhoto {
  if (bytes.length > maxPhotoBytes) {
    throw new AppError("too-large", photoWords.tooHeavy(maxPhotoBytes / 1_000_000));
  }
  const type = sniffPhotoType(bytes);
  if (type === null) throw new AppError("unsupported-type", photoWords.unsupported);
  const size = measurePhoto(bytes, type);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const known = { extension: extensions[type], digest };
  if (type === "image/heic") return { ...known, ...size };
  const metadata = readMetadata(bytes, type);
  cleanPhoto(bytes, type, metadata);
  const isLying = metadata.orientation >= 5;
  return isLying ? { ...known, width: size.height, height: size.width } : { ...known, ...size };
}
