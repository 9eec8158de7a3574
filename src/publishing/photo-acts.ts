import { deletePhotoUses } from "../article/photo-use-store.ts";
import { commit } from "../article/commit.ts";
import { tags } from "../edge-cache/tags.ts";
import { recordAct } from "../people/log-store.ts";
import {
  deletePhotoFiles,
  markErased,
  readPublicUses,
  readUnfinishedErasures,
  recordErasureDone,
  setCredit,
} from "../photo/photo-store.ts";
import type { PhotoHome } from "../photo/photo-store.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import type { ActContext } from "./permission.ts";
import { rebuildArticlesWithPhoto } from "./rebuild.ts";

/** Which photo to erase, and why. */
export type Erasure = { photoId: string; reason: string };

/**
 * Erases a photo for good: nobody is shown it from the first transaction on, which also asks for the purge and writes the
 * log; then the pages that show it are made again without it, and its files are deleted. Whatever is left undone when this
 * dies half-way, the clock does (`resumeErasures`). Whether the actor may is the caller's to ask.
 */
export async function erasePhoto(
  env: PhotoHome,
  { db, actor, now }: ActContext,
  { photoId, reason }: Erasure,
): Promise<void> {
  const shownBy = await readPublicUses(db, photoId);
  await commit(db, [
    markErased(db, photoId, now),
    deletePhotoUses(db, photoId),
    recordAct(db, {
      at: now,
      actorId: actor.id,
      act: "photo.erased",
      subject: photoId,
      detail: { reason, articles: shownBy.join(" ") },
    }),
    requestPurge(db, { tags: [tags.photo(photoId)], rounds: purgeRounds, at: now }),
  ]);
  await tryToFinishErasure(env, photoId, now);
}

const maxErasuresAtOnce = 20;

/** Goes on with erasures that were not finished. */
export async function resumeErasures(env: PhotoHome, now: number): Promise<void> {
  for (const id of await readUnfinishedErasures(env.DB, maxErasuresAtOnce))
    await tryToFinishErasure(env, id, now);
}

/** What fails here fails nobody's request: the photo is out of sight already, and the clock goes on. */
async function tryToFinishErasure(env: PhotoHome, id: string, now: number): Promise<void> {
  try {
    await finishErasure(env, id, now);
  } catch (error) {
    console.error(`erasing photo ${id} failed; it is tried again`, error);
  }
}

/** A page that cannot be made again does not keep the photo's files alive; the photo then stays unfinished. */
async function finishErasure(env: PhotoHome, id: string, now: number): Promise<void> {
  const [pages] = await Promise.allSettled([rebuildArticlesWithPhoto(env.DB, id, now)]);
  await deletePhotoFiles(env.PHOTOS, id);
  if (pages.status === "rejected") throw pages.reason;
  await recordErasureDone(env.DB, id, now);
}

/**
 * Says who took a photo, on every published page that shows it too. Whether the actor may is the caller's to ask. When this
 * dies half-way some pages still have the former credit; asked for again it makes all of them.
 */
export async function creditPhoto(
  { db, actor, now }: ActContext,
  { photoId, credit }: { photoId: string; credit: string | null },
): Promise<void> {
  await commit(db, [
    setCredit(db, photoId, credit),
    recordAct(db, {
      at: now,
      actorId: actor.id,
      act: "photo.credited",
      subject: photoId,
      detail: { credit },
    }),
  ]);
  await rebuildArticlesWithPhoto(db, photoId, now);
}
