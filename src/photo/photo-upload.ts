import { sha256Hex } from "../digest.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { measurePhoto } from "./dimensions.ts";
import { preparePhoto, stripPhoto } from "./photo-preparation.ts";
import type { PreparedPhoto } from "./photo-preparation.ts";
import { findPhoto, recordSender, savePhoto } from "./photo-store.ts";
import type { PhotoHome } from "./photo-store.ts";
import { variantNames } from "./photo.ts";
import type { Photo, PhotoVariants, Size } from "./photo.ts";
import { refusal } from "./refusal.ts";
import { sniffPhotoType } from "./sniff.ts";
import type { UploadType } from "./sniff.ts";
import type { PhotoTransforms } from "./transform.ts";

/** What the Images binding takes (20 MB); phones give 2 to 12 MB. Exported for the routes' body limits. */
export const maxPhotoBytes = 20_000_000;

/** What storing a photo needs of the Worker's bindings. */
export type PhotoUploadEnv = PhotoHome & { IMAGES: PhotoTransforms };

/** `bytes` as they were sent; `credit` already normalised; `ownerId` of the person who sent it. */
export type PhotoUpload = { bytes: Uint8Array; credit: string | null; ownerId: string };

/**
 * What is known of a photo before it is stored: its id, and its size as seen (of a HEIC, as its header states it).
 * Refuses what storePhoto would refuse by the bytes alone, so that several photos can be looked at before the first
 * is stored. AppErrors name the field `file`: too-large, unsupported-type, invalid.
 */
export async function inspectPhoto(bytes: Uint8Array): Promise<Size & { id: string }> {
  const { id, type } = identifyPhoto(bytes);
  const { width, height } =
    type === "image/heic" ? measurePhoto(bytes, type) : stripPhoto(bytes, type);
  return { id, width, height };
}

/**
 * Takes in a photo: refuses what is no photo, strips and orients it, derives its variants, stores all of it. The same
 * bytes again find the photo as it is (its first credit included) and do no work, but note who sent them: `created` is then false.
 * AppErrors name the field `file`: too-large, unsupported-type, invalid, gone (an erased photo does not come back).
 */
export async function storePhoto(
  env: PhotoUploadEnv,
  { bytes, credit, ownerId }: PhotoUpload,
): Promise<{ photo: Photo; created: boolean }> {
  const { id, type } = identifyPhoto(bytes);
  const known = await findPhoto(env.DB, id);
  if (known === "erased") throw refusal("gone", photoWords.erased);
  if (known !== null) {
    await recordSender(env.DB, id, ownerId);
    return { photo: known, created: false };
  }
  const prepared = await preparePhoto(env.IMAGES, bytes, type);
  const photo = buildPhoto(id, prepared, credit);
  const created = await savePhoto(env, photo, prepared, ownerId);
  if (!created) await recordSender(env.DB, id, ownerId);
  return { photo, created };
}

function identifyPhoto(bytes: Uint8Array): { id: string; type: UploadType } {
  if (bytes.length > maxPhotoBytes) {
    throw refusal("too-large", photoWords.tooHeavy(maxPhotoBytes / 1_000_000));
  }
  const type = sniffPhotoType(bytes);
  if (type === null) throw refusal("unsupported-type", photoWords.unsupported);
  return { id: sha256Hex(bytes), type };
}

function buildPhoto(id: string, { upload, variants }: PreparedPhoto, credit: string | null): Photo {
  const { type, width, height, bytes } = upload;
  const made: PhotoVariants = {};
  for (const name of variantNames) {
    const file = variants.find((variant) => variant.name === name);
    if (file === undefined) continue;
    made[name] = { width: file.width, height: file.height, bytes: file.bytes.length };
  }
  return { id, type, width, height, bytes: bytes.length, variants: made, credit };
}
