import { photoWords } from "../vietnamese/words/photo.ts";
import { measurePhoto } from "./dimensions.ts";
import type { PhotoMetadata } from "./format/exif.ts";
import { cleanPhoto, readMetadata } from "./metadata.ts";
import { uploadName } from "./photo.ts";
import type { PhotoType, Size } from "./photo.ts";
import { refusal } from "./refusal.ts";
import type { UploadType } from "./sniff.ts";
import { describeFailure, transformPhoto } from "./transform.ts";
import type { Encoding, PhotoTransforms } from "./transform.ts";
import { planUpright, planVariants } from "./variant-plan.ts";
import type { VariantPlan } from "./variant-plan.ts";
import { deriveVariants } from "./variants.ts";
import type { PhotoFile } from "./variants.ts";

/** A photo without its metadata: `width` and `height` as seen, once `metadata.orientation` is applied. */
export type StrippedPhoto = Size & { type: PhotoType; bytes: Uint8Array; metadata: PhotoMetadata };

/** Everything to be stored of one photo. `upload` is the whole photo, clean and shown upright. */
export type PreparedPhoto = { upload: PhotoFile; variants: PhotoFile[] };

/** For all of a photo's transformations together, in milliseconds: the person who sent it is waiting. */
const timeout = 25_000;

/**
 * Measures, strips, orients and derives. A photo lying on its side is drawn upright at full size; when that cannot be
 * done it keeps EXIF's orientation (beside the copyright), by which browsers turn it.
 */
export async function preparePhoto(
  images: PhotoTransforms,
  sent: Uint8Array,
  sentType: UploadType,
): Promise<PreparedPhoto> {
  const deadline = Date.now() + timeout;
  const photo =
    sentType === "image/heic"
      ? await convertHeic(images, sent, deadline)
      : stripPhoto(sent, sentType);
  const { type, width, height, bytes, metadata } = photo;
  const size = { width, height };
  const plans: VariantPlan[] = planVariants(size);
  if (metadata.orientation !== 1) plans.push(planUpright(size, type));
  const source = { bytes, copyright: metadata.copyright };
  const files = await deriveVariants(images, source, plans, deadline);
  const name = uploadName(type);
  const upload = files.find((file) => file.name === name) ?? { name, type, ...size, bytes };
  return { upload, variants: files.filter((file) => file.name !== name) };
}

/** HEIC, which few browsers show, becomes JPEG; without Images (or with a local one, which cannot) it is refused. */
async function convertHeic(
  images: PhotoTransforms,
  sent: Uint8Array,
  deadline: number,
): Promise<StrippedPhoto> {
  measurePhoto(sent, "image/heic");
  const jpeg: Encoding = { type: "image/jpeg", quality: 92 };
  try {
    return stripPhoto(await transformPhoto(images, sent, {}, jpeg, deadline), "image/jpeg");
  } catch (error) {
    console.warn(`HEIC was not converted: ${describeFailure(error)}`);
    throw refusal("unsupported-type", photoWords.heicUnreadable);
  }
}

/** Reads the photo through, without decoding it; AppError invalid where it is too large or not whole. */
export function stripPhoto(bytes: Uint8Array, type: PhotoType): StrippedPhoto {
  const { width, height } = measurePhoto(bytes, type);
  const metadata = readMetadata(bytes, type);
  // Orientations 5 to 8 lie on their side.
  const seen = metadata.orientation >= 5 ? { width: height, height: width } : { width, height };
  return { ...seen, type, bytes: cleanPhoto(bytes, type, metadata), metadata };
}
