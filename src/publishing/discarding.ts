import { listNamedPhotoIds } from "../article/article-photos.ts";
import { commit } from "../article/commit.ts";
import { readDiscardedBefore, removeDraft, setDiscarded } from "../article/discarded-store.ts";
import { recordEvent, wasSubmitted } from "../article/event-store.ts";
import type { Article } from "../article/article.ts";
import { readTexts } from "../article/version-store.ts";
import { actOnEach, AppError } from "../errors.ts";
import { deleteUnusedFiles } from "../file/file-store.ts";
import { deleteUnusedPhotos } from "../photo/photo-change-store.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { listFileIds } from "./article-documents.ts";
import { readKeptArticle } from "./permission.ts";
import type { ActContext } from "./permission.ts";

/** How long a discarded draft is kept, in ms. */
export const discardedTime = 30 * 24 * 60 * 60 * 1000;

/**
 * Discards a draft of the actor that was never submitted: it leaves all lists, and can be restored for 30 days. Discarding
 * it again changes nothing. AppErrors: forbidden for a draft of somebody else, conflict for an article that was submitted.
 */
export async function discardDraft(act: ActContext, id: string): Promise<void> {
  const article = await readOwnArticle(act, id);
  if (article.discardedAt !== null) return;
  if (article.state !== "draft" || (await wasSubmitted(act.db, id))) {
    throw new AppError("conflict", articleWords.onlyDraftsDiscarded);
  }
  await commit(act, [
    recordEvent(act, article, "discarded", article.version),
    setDiscarded(act.db, id, act.now),
  ]);
}

/** Restores a discarded draft of the actor. AppErrors: forbidden, and conflict for a draft that is not discarded. */
export async function restoreDraft(act: ActContext, id: string): Promise<void> {
  const article = await readOwnArticle(act, id);
  if (article.discardedAt === null) throw new AppError("conflict", articleWords.notDiscarded);
  await commit(act, [
    recordEvent(act, article, "restored", article.version),
    setDiscarded(act.db, id, null),
  ]);
}

async function readOwnArticle(act: ActContext, id: string): Promise<Article> {
  const article = await readKeptArticle(act, id);
  if (article.ownerId === act.actor.id) return article;
  throw new AppError("forbidden", articleWords.ownersOnly);
}

/** Drafts that one minute of the clock removes at most. */
const draftsPerStep = 5;

/**
 * Removes the drafts that were discarded 30 days ago for good: their texts, and the photos and files that nothing else uses. The
 * bytes of these then belong to nothing, and are swept like those of a stopped upload. The events stay, without a title.
 */
export async function removeDiscardedDrafts(db: D1Database, now: number): Promise<void> {
  // One draft does not hold up the others; the next minute tries again.
  await actOnEach(
    await readDiscardedBefore(db, now - discardedTime, draftsPerStep),
    async (draft) => {
      const act = { db, actor: null, now };
      const texts = await readTexts(db, draft.id);
      const photos = [...new Set(texts.flatMap(listNamedPhotoIds))];
      const files = [...new Set(texts.flatMap(listFileIds))];
      await commit(act, [
        recordEvent(act, draft, "removed", draft.version),
        ...removeDraft(db, draft.id, now),
        ...deleteUnusedPhotos(db, photos, draft.ownerId),
        ...deleteUnusedFiles(db, files, draft.ownerId),
      ]);
    },
  );
}
