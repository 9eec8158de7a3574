import { MemoryBudget } from "../memory-budget.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { measurePhoto } from "./photo-header.ts";
import type { PhotoMetadata } from "./format/exif.ts";
import { completeJpeg } from "./format/jpeg-end.ts";
import { freeBytes, joinBytes } from "./format/bytes.ts";
import { reduceProfile, wholeProfile } from "./format/icc.ts";
import { checkPngPixels } from "./format/png.ts";
import {
  cleanPhoto,
  listCleanPieces,
  losesProfile,
  mayBeTransparent,
  readMetadata,
} from "./metadata.ts";
import { uploadName } from "./photo.ts";
import type { PhotoType, Size } from "./photo.ts";
import { orCorrupt, orCorruptLater, makeRefusal } from "./refusal.ts";
import type { UploadType } from "./photo-header.ts";
import { isFaultOfPhoto, transformPhoto } from "./transform.ts";
import type { Encoding, PhotoTransforms } from "./transform.ts";
import { planUpright, planVariants } from "./variant-plan.ts";
import type { VariantPlan } from "./variant-plan.ts";
import { deriveVariants } from "./variants.ts";
import type { PhotoFile } from "./variants.ts";
import { logFailure } from "../log.ts";

/**
 * A photo without its metadata, in pieces that share memory with what was sent; `width` and `height` after
 * `metadata.orientation` is applied. `mustBeDrawn` says that it has a colour profile that it needs and that cannot stay.
 */
export type StrippedPhoto = Size & {
  type: PhotoType;
  pieces: Uint8Array[];
  mustBeDrawn: boolean;
  metadata: PhotoMetadata;
};

/** All files to store for one photo. `upload` is the whole photo, stripped and upright. */
export type PreparedPhoto = { upload: PhotoFile; variants: PhotoFile[] };

/** Memory besides the sent photos, in bytes: for one of the largest at a time, or for many small ones. */
export const preparations = new MemoryBudget(40_000_000);

/** The time for all transformations of a photo, in ms: a person is waiting. */
const timeout = 25_000;

/**
 * Measures and strips a photo and makes its variants. A rotated photo, and one whose colour profile cannot stay (CMYK),
 * is drawn upright and in sRGB at full size. If Images is not there it keeps its EXIF orientation (and copyright), and
 * browsers rotate it. Frees the memory of `sent` as soon as possible. AppErrors invalid for a photo that Images cannot decode,
 * and unavailable while too many large photos are prepared.
 */
export async function preparePhoto(
  images: PhotoTransforms,
  sent: Uint8Array,
  sentType: UploadType,
): Promise<PreparedPhoto> {
  return preparations.use(2 * sent.length, () => prepare(images, sent, sentType));
}

async function prepare(
  images: PhotoTransforms,
  sent: Uint8Array,
  sentType: UploadType,
): Promise<PreparedPhoto> {
  const deadline = Date.now() + timeout;
  const drawn = sentType === "image/heic" ? await convertHeic(images, sent, deadline) : null;
  const photo = await checkPhoto(
    drawn ?? sent,
    sentType === "image/heic" ? "image/jpeg" : sentType,
  );
  const { type, width, height, metadata } = photo;
  const size = { width, height };
  const bytes = joinBytes(photo.pieces);
  if (drawn !== null) freeBytes(drawn);
  freeBytes(sent);
  const plans: VariantPlan[] = planVariants(size);
  if (metadata.orientation !== 1 || photo.mustBeDrawn) plans.push(planUpright(size, type));
  const source = {
    type,
    ...size,
    bytes,
    copyright: metadata.copyright,
    mayBeTransparent: mayBeTransparent(bytes, type),
  };
  const { files, failure } = await deriveVariants(images, source, plans, deadline);
  if (files.length === 0 && (await isFaultOfPhoto(images, failure, deadline))) {
    throw makeRefusal("invalid", photoWords.corrupt);
  }
  const name = uploadName(type);
  const clean = () => (photo.mustBeDrawn ? cleanPhoto(bytes, type, metadata) : bytes);
  const upload = files.find((file) => file.name === name) ?? {
    name,
    type,
    ...size,
    bytes: clean(),
  };
  return { upload, variants: files.filter((file) => file.name !== name) };
}

/**
 * Converts a HEIC, which few browsers show, to JPEG. Refused when Images is missing or cannot read it, as the local
 * one.
 */
async function convertHeic(
  images: PhotoTransforms,
  sent: Uint8Array,
  deadline: number,
): Promise<Uint8Array> {
  measurePhoto(sent, "image/heic");
  const jpeg: Encoding = { type: "image/jpeg", quality: 92 };
  try {
    const drawn = await transformPhoto(images, sent, {}, jpeg, deadline);
    measurePhoto(drawn, "image/jpeg");
    return drawn;
  } catch (error) {
    logFailure("HEIC was not converted", error);
    throw makeRefusal("unsupported-type", photoWords.heicUnreadable);
  }
}

/**
 * Strips a photo, and checks it as far as that is possible without decoding it. AppError invalid when it is too large,
 * incomplete or damaged.
 */
export async function checkPhoto(sent: Uint8Array, type: PhotoType): Promise<StrippedPhoto> {
  const photo = stripPhoto(sent, type);
  if (type === "image/png") await orCorruptLater(() => checkPngPixels(photo.pieces));
  return photo;
}

/** A JPEG that only lacks its end gets one. */
function stripPhoto(sent: Uint8Array, type: PhotoType): StrippedPhoto {
  const { width, height } = measurePhoto(sent, type);
  const bytes = type === "image/jpeg" ? orCorrupt(() => completeJpeg(sent)) : sent;
  const metadata = readMetadata(bytes, type);
  // Orientations 5 to 8 are rotated by a quarter.
  const seen = metadata.orientation >= 5 ? { width: height, height: width } : { width, height };
  const mustBeDrawn = losesProfile(bytes, type);
  const rule = mustBeDrawn ? wholeProfile : reduceProfile;
  const pieces = listCleanPieces(bytes, type, metadata, rule);
  return { ...seen, type, pieces, mustBeDrawn, metadata };
}
