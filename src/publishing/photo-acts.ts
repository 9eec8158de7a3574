import { commit } from "../article/commit.ts";
import { tags } from "../edge-cache/tags.ts";
import { actOnEach, AppError } from "../errors.ts";
import { recordAct } from "../people/log-store.ts";
import { deleteProposal } from "../photo/credit-proposal-store.ts";
import { normaliseEdit } from "../photo/edit.ts";
import { factNames, mergeFacts, refuseIncompleteFacts } from "../photo/photo-facts.ts";
import type { PhotoFacts } from "../photo/photo-facts.ts";
import { storeEditedVariants } from "../photo/edited-variants.ts";
import {
  markPagesDue,
  mayReporterChange,
  readPagesDue,
  recordPagesRendered,
  requireChangeable,
  setEdit,
  setFacts,
} from "../photo/photo-change-store.ts";
import type { PagesDue } from "../photo/photo-change-store.ts";
import { findStaffPhoto, readPhotos } from "../photo/photo-store.ts";
import type { PhotoUploadEnv } from "../photo/photo-upload.ts";
import type { Photo, PhotoEdit } from "../photo/photo.ts";
import { updateBannerPhoto } from "../published/block-store.ts";
import { showPhoto } from "./rendering/render-photos.ts";
import { photoWords } from "../vietnamese/words/photo.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import { filterByViewer } from "./permission.ts";
import type { ActContext, ReadContext } from "./permission.ts";
import { rebuildArticlesWithPhoto } from "./rebuild.ts";
import { logFailure } from "../log.ts";

/**
 * Reads a photo that the actor may change: editors every photo, reporters their own until an article that shows it is published or
 * scheduled. AppErrors not-found for a photo that they may not see, forbidden.
 */
async function readPhotoToChange({ db, actor }: ReadContext, id: string): Promise<Photo> {
  const reporterId = filterByViewer(actor);
  const photo = await findStaffPhoto(db, id, reporterId);
  if (photo === null) throw new AppError("not-found", photoWords.notFound);
  if (reporterId === null || (await mayReporterChange(db, id, reporterId))) return photo;
  throw new AppError("forbidden", photoWords.mayNotChange);
}

/** What changes; the rest stays. */
export type PhotoUpdate = {
  photoId: string;
  facts?: Partial<PhotoFacts>;
  edit?: Partial<PhotoEdit>;
};

/**
 * Changes what is said about a photo and how readers see it, and returns it as it is then. The files of an edit are stored first,
 * under names of their own, so that a failure leaves everything as it was. AppErrors as readPhotoToChange, refuseIncompleteFacts,
 * normaliseEdit and storeEditedVariants.
 */
export async function updatePhoto(
  env: PhotoUploadEnv,
  act: ActContext,
  { photoId, facts = {}, edit = {} }: PhotoUpdate,
): Promise<Photo> {
  const photo = await readPhotoToChange(act, photoId);
  refuseIncompleteFacts(mergeFacts(photo, facts), photo);
  return commitChanges(act, photo, facts, await changeEdit(env, act, photo, edit));
}

/** Sets who took a photo. AppErrors as readPhotoToChange. */
export async function creditPhoto(
  act: ActContext,
  { photoId, credit }: { photoId: string; credit: string | null },
): Promise<void> {
  const photo = await readPhotoToChange(act, photoId);
  await commitChanges(act, photo, { credit }, []);
}

/** Commits what changes, and renders the published pages again that show it. Returns the photo as it is then. */
async function commitChanges(
  act: ActContext,
  photo: Photo,
  facts: Partial<PhotoFacts>,
  editChanges: D1PreparedStatement[],
): Promise<Photo> {
  const { db, actor, now } = act;
  const { id } = photo;
  const changed = findChangedFacts(photo, facts);
  const changes = [...changeFacts(act, id, changed), ...editChanges];
  if (changes.length === 0) return photo;
  const isSeen = changed.credit !== undefined || changed.madeByAi !== undefined;
  const pages = isSeen || editChanges.length > 0 ? listPageStatements(act, id) : [];
  await commit(act, [requireChangeable(db, id, filterByViewer(actor)), ...changes, ...pages]);
  if (pages.length > 0) await tryToRenderPages(db, { id, since: now }, now);
  return (await readPhotos(db, [id])).get(id) ?? photo;
}

function findChangedFacts(photo: Photo, facts: Partial<PhotoFacts>): Partial<PhotoFacts> {
  const names = factNames.filter(
    (name) => facts[name] !== undefined && facts[name] !== photo[name],
  );
  return Object.fromEntries(names.map((name) => [name, facts[name]]));
}

function changeFacts(
  act: ActContext,
  id: string,
  changed: Partial<PhotoFacts>,
): D1PreparedStatement[] {
  const names = Object.keys(changed);
  if (names.length === 0) return [];
  const isCredit = names.join() === "credit";
  const logged = isCredit ? "photo.credited" : "photo.described";
  const changes = [
    setFacts(act.db, id, changed),
    recordAct(act, { act: logged, subject: id, detail: changed }),
  ];
  // Changing the photographer decides about a proposal, too.
  return changed.credit === undefined ? changes : [...changes, deleteProposal(act.db, id)];
}

const noEdit: PhotoEdit = { rotation: 0, crop: null, focus: null };

async function changeEdit(
  env: PhotoUploadEnv,
  act: ActContext,
  photo: Photo,
  changed: Partial<PhotoEdit>,
): Promise<D1PreparedStatement[]> {
  const edit = normaliseEdit({ ...(photo.edit ?? noEdit), ...changed });
  if (isSame(edit, photo.edit)) return [];
  const stored = edit === null ? null : await storeEditedVariants(env, photo, edit);
  const { rotation, crop, focus } = edit ?? noEdit;
  const detail = { rotation, crop: writePercentages(crop), focus: writePercentages(focus) };
  return [
    setEdit(act.db, photo.id, stored),
    recordAct(act, { act: "photo.edited", subject: photo.id, detail }),
  ];
}

/** The numbers of a place in a photo for the log: "8% 0% 92% 100%". */
function writePercentages(place: object | null): string | null {
  if (place === null) return null;
  return Object.values(place)
    .map((part) => `${Math.round(Number(part) * 100)}%`)
    .join(" ");
}

function isSame(one: object | null, other: object | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The statements for a change that readers see. They request the purge of the photo's files, and mark the published pages that
 * show the photo: these must be rendered again. If that stops half-way, the clock continues it (`resumePagesDue`).
 */
function listPageStatements({ db, now }: ActContext, id: string): D1PreparedStatement[] {
  return [
    markPagesDue(db, id, now),
    requestPurge(db, { tags: [tags.photo(id)], rounds: purgeRounds, at: now }),
  ];
}

const maxPhotosAtOnce = 20;

/** Renders the pages of photos that changed, where that stopped half-way. */
export async function resumePagesDue(db: D1Database, now: number): Promise<void> {
  await actOnEach(await readPagesDue(db, maxPhotosAtOnce), (due) => renderPages(db, due, now));
}

/** A failure here does not fail the request: the photo is changed already, and the clock tries again. */
async function tryToRenderPages(db: D1Database, due: PagesDue, now: number): Promise<void> {
  try {
    await renderPages(db, due, now);
  } catch (error) {
    logFailure("rendering the pages of a photo failed; it is tried again", error, {
      photoId: due.id,
    });
  }
}

async function renderPages(db: D1Database, due: PagesDue, now: number): Promise<void> {
  const photo = (await readPhotos(db, [due.id])).get(due.id);
  if (photo !== undefined) await updateBannerPhoto(db, showPhoto(photo)).run();
  await rebuildArticlesWithPhoto(db, due.id, now);
  await recordPagesRendered(db, due);
}
