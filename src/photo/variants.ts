import { measurePhoto } from "./dimensions.ts";
import { cleanPhoto } from "./metadata.ts";
import type { PhotoType, Size } from "./photo.ts";
import { describeFailure, transformPhoto } from "./transform.ts";
import type { PhotoTransforms } from "./transform.ts";
import type { VariantPlan } from "./variant-plan.ts";

/** A file to store: stripped, with the size in its own header. */
export type PhotoFile = Size & { name: string; type: PhotoType; bytes: Uint8Array };

/** Two at a time, which fits a local machine's two cores and the Worker's 128 MB. */
const lanes = 2;

/**
 * Makes the planned variants until the first failure. What stops one (quota, error 9422; a busy or missing service; a
 * picture that cannot be decoded; the deadline) would stop the next, and a failed call may be billed. Returns what was
 * made; each file carries the copyright.
 */
export async function deriveVariants(
  images: PhotoTransforms,
  photo: { bytes: Uint8Array; copyright: string | null },
  plans: VariantPlan[],
  deadline: number,
): Promise<PhotoFile[]> {
  const waiting = [...plans];
  const derived: PhotoFile[] = [];
  const lane = async () => {
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      try {
        derived.push(await deriveVariant(images, photo, plan, deadline));
      } catch (error) {
        waiting.length = 0;
        console.warn(`photo variant ${plan.name} was not made: ${describeFailure(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return derived;
}

async function deriveVariant(
  images: PhotoTransforms,
  photo: { bytes: Uint8Array; copyright: string | null },
  plan: VariantPlan,
  deadline: number,
): Promise<PhotoFile> {
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
  return { name, type, ...size, bytes };
}
