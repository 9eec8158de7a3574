import { commit } from "../article/commit.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { recordAct } from "../people/log-store.ts";
import type { Act } from "../people/log-store.ts";
import { normaliseEdit } from "../photo/edit.ts";
import { storeEditedVariants } from "../photo/edited-variants.ts";
import {
  isOwnAndUnpublished,
  markPagesDue,
  readPagesDue,
  recordPagesRendered,
  requireChangeable,
  setCredit,
  setEdit,
} from "../photo/photo-change-store.ts";
import type { PagesDue } from "../photo/photo-change-store.ts";
import { findStaffPhoto } from "../photo/photo-store.ts";
import type { PhotoUploadEnv } from "../photo/photo-upload.ts";
import type { Photo, PhotoEdit } from "../photo/photo.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import { viewerFilter } from "./permission.ts";
import type { ActContext, ReadContext } from "./permission.ts";
import { rebuildArticlesWithPhoto } from "./rebuild.ts";

/**
 * Reads a photo that the actor may change: editors every photo, reporters their own while no published article shows it. AppErrors
 * not-found for a photo that they may not see, forbidden.
 */
async function readPhotoToChange({ db, actor }: ReadContext, id: string): Promise<Photo> {
  const ownerId = viewerFilter(actor);
  const photo = await findStaffPhoto(db, id, ownerId);
  if (photo === null) throw new AppError("not-found", photoWords.notFound);
  if (ownerId === null || (await isOwnAndUnpublished(db, id, ownerId))) return photo;
  throw new AppError("forbidden", photoWords.mayNotChange);
}

/** Sets a photo's credit. AppErrors as readPhotoToChange. */
export async function creditPhoto(
  act: ActContext,
  { photoId, credit }: { photoId: string; credit: string | null },
): Promise<void> {
  const photo = await readPhotoToChange(act, photoId);
  await changePhoto(act, photo, setCredit(act.db, photoId, credit), {
    act: "photo.credited",
    subject: photoId,
    detail: { credit },
  });
}

/**
 * Shows a photo by an edit from now on, or as it was uploaded if the edit changes nothing. Its new files are stored first, under
 * names of their own, so that a failure leaves everything as it was. Returns the photo as it is then. AppErrors as
 * readPhotoToChange, normaliseEdit and storeEditedVariants.
 */
export async function editPhoto(
  env: PhotoUploadEnv,
  act: ActContext,
  { photoId, edit }: { photoId: string; edit: PhotoEdit },
): Promise<Photo> {
  const photo = await readPhotoToChange(act, photoId);
  const wanted = normaliseEdit(edit);
  if (JSON.stringify(wanted) === JSON.stringify(photo.edit)) return photo;
  const stored = wanted === null ? null : await storeEditedVariants(env, photo, wanted);
  await changePhoto(act, photo, setEdit(act.db, photoId, stored), {
    act: "photo.edited",
    subject: photoId,
    detail: { edit: wanted === null ? null : JSON.stringify(wanted) },
  });
  return (await findStaffPhoto(act.db, photoId, viewerFilter(act.actor))) ?? photo;
}

/**
 * Changes a photo in one transaction with the log, the purge of its files, and a note that the published pages which show it are
 * due. Then renders these pages; if that stops half-way, the clock goes on (`resumePagesDue`).
 */
async function changePhoto(
  act: ActContext,
  { id }: Photo,
  change: D1PreparedStatement,
  logged: Act,
): Promise<void> {
  const { db, actor, now } = act;
  await commit(act, [
    requireChangeable(db, id, viewerFilter(actor)),
    change,
    markPagesDue(db, id, now),
    recordAct(act, logged),
    requestPurge(db, { tags: [tags.photo(id)], rounds: purgeRounds, at: now }),
  ]);
  await tryToRenderPages(db, { id, since: now }, now);
}

const maxPhotosAtOnce = 20;

/** Renders the pages of photos that changed, where that stopped half-way. */
export async function resumePagesDue(db: D1Database, now: number): Promise<void> {
  for (const due of await readPagesDue(db, maxPhotosAtOnce)) await tryToRenderPages(db, due, now);
}

/** A failure here does not fail the request: the photo is changed already, and the clock tries again. */
async function tryToRenderPages(db: D1Database, due: PagesDue, now: number): Promise<void> {
  try {
    await rebuildArticlesWithPhoto(db, due.id, now);
    await recordPagesRendered(db, due);
  } catch (error) {
    console.error(`rendering the pages of photo ${due.id} failed; it is tried again`, error);
  }
}
