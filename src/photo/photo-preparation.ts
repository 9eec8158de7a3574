import { photoWords } from "../vietnamese/words/photo.ts";
import type { Bytes } from "./byte-pieces.ts";
import { measurePhoto } from "./dimensions.ts";
import { cleanPhoto, readMetadata } from "./metadata.ts";
import { uploadName } from "./photo.ts";
import type { PhotoType, Size } from "./photo.ts";
import { refusal } from "./refusal.ts";
import type { UploadType } from "./sniff.ts";
import { transformPhoto } from "./transform.ts";
import type { PhotoTransforms } from "./transform.ts";
import { planUpright, planVariants } from "./variant-plan.ts";
import { deriveVariants } from "./variants.ts";
import type { PhotoFile } from "./variants.ts";

/** Everything to be stored of one photo. `upload` is the whole photo, clean and shown upright. */
export type PreparedPhoto = { upload: PhotoFile; variants: PhotoFile[] };

/** For all of a photo's transformations together, in milliseconds: the person who sent it is waiting. */
const patience = 25_000;

/**
 * Measures, strips, orients and derives. A photo lying on its side is drawn upright at full size; when that cannot be
 * done it keeps EXIF's orientation (beside the copyright), by which browsers turn it.
 */
export async function preparePhoto(
  images: PhotoTransforms,
  sent: Bytes,
  sentType: UploadType,
): Promise<PreparedPhoto> {
  const deadline = Date.now() + patience;
  measurePhoto(sent, sentType);
  const { source, type } = await inKeptFormat(images, sent, sentType, deadline);
  const metadata = readMetadata(source, type);
  const size = upright(measurePhoto(source, type), metadata.orientation);
  const bytes = cleanPhoto(source, type, metadata);
  const plans = metadata.orientation === 1 ? [] : [planUpright(size, type)];
  const { copyright } = metadata;
  const files = await deriveVariants(
    images,
    { bytes, copyright },
    [...planVariants(size), ...plans],
    deadline,
  );
  const name = uploadName(type);
  const upload = files.find((file) => file.name === name) ?? { name, type, ...size, bytes };
  return { upload, variants: files.filter((file) => file.name !== name) };
}

/** HEIC, which few browsers show, becomes JPEG; without Images (or with a local one, which cannot) it is refused. */
async function inKeptFormat(
  images: PhotoTransforms,
  sent: Bytes,
  sentType: UploadType,
  deadline: number,
): Promise<{ source: Bytes; type: PhotoType }> {
  if (sentType !== "image/heic") return { source: sent, type: sentType };
  const type = "image/jpeg";
  try {
    const source = await transformPhoto(images, sent, {}, { type, quality: 92 }, deadline);
    return { source, type };
  } catch (error) {
    console.warn("HEIC was not converted:", String(error));
    throw refusal("unsupported-type", photoWords.heicUnreadable);
  }
}

/** Orientations 5 to 8 lie on their side. */
function upright({ width, height }: Size, orientation: number): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
