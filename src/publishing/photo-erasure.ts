import { actOnEach } from "../errors.ts";
import { deletePhotoUses } from "../article/photo-use-store.ts";
import { commit } from "../article/commit.ts";
import { removePhotoFromProfiles } from "../published/label-profile-store.ts";
import { readCampaign } from "../campaign.ts";
import { tags } from "../edge-cache/tags.ts";
import { recordAct } from "../people/log-store.ts";
import { deleteProposal } from "../photo/credit-proposal-store.ts";
import {
  deletePhotoFiles,
  markErased,
  readPublicUses,
  readUnfinishedErasures,
  recordErasureDone,
} from "../photo/photo-store.ts";
import type { PhotoHome } from "../photo/photo-store.ts";
import { clearBannerOfPhoto, readSettings } from "../settings-store.ts";
import { clearNotesOfPhoto } from "./notes.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import type { ActContext } from "./permission.ts";
import { rebuildArticlesWithPhoto } from "./rebuild.ts";
import { logFailure } from "../log.ts";

/** Which photo to erase, and why. */
export type Erasure = { photoId: string; reason: string };

/**
 * Erases a photo for good. The first transaction hides the photo from everybody, requests the purge and writes the log.
 * Then the pages that show it are rendered again without it, and its files are deleted; if that stops half-way, the
 * clock finishes it (`resumeErasures`). The caller checks the actor's right.
 */
export async function erasePhoto(
  env: PhotoHome,
  act: ActContext,
  { photoId, reason }: Erasure,
): Promise<void> {
  const { db, now } = act;
  const shownBy = await readPublicUses(db, photoId);
  const notes = await clearNotesOfPhoto(db, photoId);
  const isOnBanner = readCampaign(await readSettings(db)).banner?.photo.id === photoId;
  await commit(act, [
    markErased(db, photoId, now),
    ...notes,
    deletePhotoUses(db, photoId),
    removePhotoFromProfiles(db, photoId),
    deleteProposal(db, photoId),
    clearBannerOfPhoto(db, photoId),
    recordAct(act, {
      act: "photo.erased",
      subject: photoId,
      detail: { reason, articles: shownBy.join(" ") },
    }),
    requestPurge(db, {
      tags: [tags.photo(photoId), ...(isOnBanner ? [tags.site] : [])],
      rounds: purgeRounds,
      at: now,
    }),
  ]);
  await tryToFinishErasure(env, photoId, now);
}

const maxErasuresAtOnce = 20;

/** Finishes erasures that stopped half-way. */
export async function resumeErasures(env: PhotoHome, now: number): Promise<void> {
  const unfinished = await readUnfinishedErasures(env.DB, maxErasuresAtOnce);
  await actOnEach(unfinished, (id) => finishErasure(env, id, now));
}

/** A failure here does not fail the request: the photo is hidden already, and the clock tries again. */
async function tryToFinishErasure(env: PhotoHome, id: string, now: number): Promise<void> {
  try {
    await finishErasure(env, id, now);
  } catch (error) {
    logFailure("erasing a photo failed; it is tried again", error, { photoId: id });
  }
}

/** Deletes the files even if a page could not be rendered again; the erasure then stays unfinished. */
async function finishErasure(env: PhotoHome, id: string, now: number): Promise<void> {
  const [pages] = await Promise.allSettled([rebuildArticlesWithPhoto(env.DB, id, now)]);
  await deletePhotoFiles(env.PHOTOS, id);
  if (pages.status === "rejected") throw pages.reason;
  await recordErasureDone(env.DB, id, now);
}
