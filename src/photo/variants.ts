import { measurePhoto } from "./photo-header.ts";
import { flattenOnWhite } from "./flatten.ts";
import { freeBytes } from "./format/bytes.ts";
import { cleanPhoto } from "./metadata.ts";
import { uploadName } from "./photo.ts";
import type { PhotoType, Size } from "./photo.ts";
import { transformPhoto } from "./transform.ts";
import type { PhotoTransforms } from "./transform.ts";
import type { VariantPlan } from "./variant-plan.ts";
import { logFailure } from "../log.ts";

/** A file to store: stripped, with the size in its own header. */
export type PhotoFile<Name extends string = string> = Size & {
  name: Name;
  type: PhotoType;
  bytes: Uint8Array;
};

/** The photo to draw variants of, with its upright size. */
type Source = Size & {
  type: PhotoType;
  bytes: Uint8Array;
  copyright: string | null;
  mayBeTransparent: boolean;
};

/** Two at a time, which fits a local machine's two cores. */
const lanes = 2;

/** The most bytes of a photo that is sent to Images for each variant: every call holds it in memory once more. */
const maxDirectBytes = 4_000_000;

/** The most pixels of the smaller picture of a large photo. */
const maxSourcePixels = 4_000_000;

/**
 * Makes the planned variants until the first failure. What stops one (quota; a busy or missing service; a picture that
 * cannot be decoded; the deadline) would stop the next, and a failed call may be billed. Returns the files that were
 * made, each with the copyright, and the failure, or null.
 */
export async function deriveVariants<Name extends string>(
  images: PhotoTransforms,
  photo: Source,
  plans: VariantPlan<Name>[],
  deadline: number,
): Promise<{ files: PhotoFile<Name>[]; failure: unknown }> {
  const waiting = [...plans];
  const files: PhotoFile<Name>[] = [];
  let failure: unknown = null;
  const lane = async (source: Uint8Array) => {
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      const bytes = plan.name === uploadName(photo.type) ? photo.bytes : source;
      try {
        files.push(await deriveVariant(images, { ...photo, bytes }, plan, deadline));
      } catch (error) {
        waiting.length = 0;
        failure ??= error;
        logFailure("a photo variant was not made", error, { variant: plan.name });
      }
    }
  };
  try {
    const source = await drawSource(images, photo, plans, deadline);
    await Promise.all(Array.from({ length: lanes }, () => lane(source)));
    if (source !== photo.bytes) freeBytes(source);
  } catch (error) {
    failure = error;
    logFailure("a photo was not drawn for its variants", error);
  }
  return { files, failure };
}

/**
 * The picture that variants are drawn of. JPEG has no transparency, and a transparent WebP would vanish in the dark
 * theme, so a photo that may be transparent is drawn as PNG first, as large as the variants need it, and put on white. A large
 * photo is drawn so, too, because it would be in memory again with every call.
 */
async function drawSource(
  images: PhotoTransforms,
  photo: Source,
  plans: VariantPlan[],
  deadline: number,
): Promise<Uint8Array> {
  const scales = plans
    .filter(({ name }) => name !== uploadName(photo.type))
    .map(({ width, height }) => Math.max(width / photo.width, height / photo.height));
  const width = Math.ceil(photo.width * Math.max(...scales));
  const pixels = (width * width * photo.height) / photo.width;
  const isLarge = photo.bytes.length > maxDirectBytes && pixels <= maxSourcePixels;
  if (!photo.mayBeTransparent && !isLarge) return photo.bytes;
  const transform: ImageTransform = { width, fit: "scale-down" };
  const png = { type: "image/png", quality: null } as const;
  const drawn = await transformPhoto(images, photo.bytes, transform, png, deadline);
  if (!photo.mayBeTransparent) return drawn;
  const flat = await flattenOnWhite(drawn);
  freeBytes(drawn);
  return flat;
}

async function deriveVariant<Name extends string>(
  images: PhotoTransforms,
  photo: Source,
  plan: VariantPlan<Name>,
  deadline: number,
): Promise<PhotoFile<Name>> {
  const { name, type, width, height, crop } = plan;
  const transform: ImageTransform = crop
    ? { width, height, fit: "cover", gravity: "auto" }
    : { width, fit: "scale-down" };
  const drawn = await transformPhoto(images, photo.bytes, transform, plan, deadline);
  const size = measurePhoto(drawn, type);
  // A larger difference than rounding means that Images did not rotate the photo, or returned another picture.
  if (Math.abs(size.width - width) > 1 || Math.abs(size.height - height) > 1) {
    throw new Error(`asked for ${width}×${height}, got ${size.width}×${size.height}`);
  }
  const bytes = cleanPhoto(drawn, type, { orientation: 1, copyright: photo.copyright });
  freeBytes(drawn);
  return { name, type, ...size, bytes };
}
