import type { AiLabel } from "../ai-label.ts";
import { sha256Hex } from "../digest.ts";
import type { Actor } from "../people/person.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { freeBytes } from "./format/bytes.ts";
import { measurePhoto, sniffPhotoType } from "./photo-header.ts";
import { checkPhoto, preparePhoto } from "./photo-preparation.ts";
import type { PreparedPhoto } from "./photo-preparation.ts";
import { readAiLabel } from "./metadata.ts";
import { mergeFacts, noFacts, refuseIncompleteFacts } from "./photo-facts.ts";
import type { PhotoFacts } from "./photo-facts.ts";
import { findPhoto, recordSender, savePhoto } from "./photo-store.ts";
import type { PhotoHome } from "./photo-store.ts";
import { listVariants } from "./photo.ts";
import type { Photo, Size } from "./photo.ts";
import { makeRefusal } from "./refusal.ts";
import type { UploadType } from "./photo-header.ts";
import type { PhotoTransforms } from "./transform.ts";

/** The most bytes of a photo that the Images binding takes (20 MB); phones make 2 to 12 MB. */
export const maxPhotoBytes = 20_000_000;

/** The Worker's bindings that storing a photo needs. */
export type PhotoUploadEnv = PhotoHome & { IMAGES: PhotoTransforms };

/** `bytes` as they were sent, with the facts that are known. They have their memory alone, and it is freed. */
export type PhotoUpload = { bytes: Uint8Array; sender: Actor } & Partial<PhotoFacts>;

/**
 * Returns a photo's id and its size after orientation (for a HEIC, the size in its header), without storing it. Refuses
 * everything that storePhoto would refuse by the bytes alone, so that several photos can be checked before the first is
 * stored. AppErrors too-large, unsupported-type and invalid name the field `file`.
 */
export async function inspectPhoto(bytes: Uint8Array): Promise<Size & { id: string }> {
  const { id, type } = identifyPhoto(bytes);
  const { width, height } =
    type === "image/heic" ? measurePhoto(bytes, type) : await checkPhoto(bytes, type);
  return { id, width, height };
}

/**
 * Stores a photo: checks, strips and rotates it, and makes its variants. The same bytes again return the stored photo
 * with its first facts and record the sender; `created` is then false. AppErrors: those of makeReadyPhoto,
 * and forbidden if the sender has lost the right to act meanwhile.
 */
export async function storePhoto(
  env: PhotoUploadEnv,
  { bytes, sender, ...facts }: PhotoUpload,
): Promise<{ photo: Photo; created: boolean }> {
  refuseIncompleteFacts(mergeFacts(noFacts, facts));
  return storeReadyPhoto(env, await makeReadyPhoto(env, bytes), { sender, ...facts });
}

/** A photo that nothing can refuse any more: stored already, or with all its files made. */
export type ReadyPhoto =
  | { id: string; stored: Photo }
  | { id: string; prepared: PreparedPhoto; madeByAi: AiLabel | null };

/**
 * Makes all files of a photo, without storing them, unless it is stored already. Frees the memory of `bytes`. AppErrors too-large, unsupported-type,
 * invalid and gone (an erased photo cannot return) name the field `file`.
 */
export async function makeReadyPhoto(env: PhotoUploadEnv, bytes: Uint8Array): Promise<ReadyPhoto> {
  const { id, type } = identifyPhoto(bytes);
  const known = await findPhoto(env.DB, id);
  if (known === "erased") throw makeRefusal("gone", photoWords.erased);
  if (known !== null) return { id, stored: known };
  const madeByAi = readAiLabel(bytes);
  const prepared = await preparePhoto(env.IMAGES, bytes, type);
  return { id, prepared, madeByAi };
}

/** Stores a photo that makeReadyPhoto has made ready. Its own metadata tell whether AI made it, unless the sender does. */
export async function storeReadyPhoto(
  env: PhotoHome,
  ready: ReadyPhoto,
  { sender, ...facts }: Omit<PhotoUpload, "bytes">,
): Promise<{ photo: Photo; created: boolean }> {
  const { id } = ready;
  if ("stored" in ready) {
    await recordSender(env.DB, id, sender);
    return { photo: ready.stored, created: false };
  }
  const known = mergeFacts({ ...noFacts, madeByAi: ready.madeByAi }, facts);
  const photo = buildPhoto(id, ready.prepared, known);
  const isSaved = await savePhoto(env, photo, ready.prepared, sender);
  freeBytes(ready.prepared.upload.bytes);
  if (isSaved) return { photo, created: true };
  const stored = await findPhoto(env.DB, id);
  if (stored === null || stored === "erased") throw makeRefusal("gone", photoWords.erased);
  await recordSender(env.DB, id, sender);
  return { photo: stored, created: false };
}

function identifyPhoto(bytes: Uint8Array): { id: string; type: UploadType } {
  if (bytes.length > maxPhotoBytes) {
    throw makeRefusal("too-large", photoWords.tooHeavy(maxPhotoBytes / 1_000_000));
  }
  const type = sniffPhotoType(bytes);
  if (type === null) throw makeRefusal("unsupported-type", photoWords.unsupported);
  return { id: sha256Hex(bytes), type };
}

function buildPhoto(id: string, { upload, variants }: PreparedPhoto, facts: PhotoFacts): Photo {
  const { type, width, height, bytes } = upload;
  const original = { width, height, variants: listVariants(variants) };
  return { id, type, ...original, bytes: bytes.length, ...facts, edit: null, original };
}
