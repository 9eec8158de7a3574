import type { Article, Version } from "../article/article.ts";
import { AppError } from "../errors.ts";
import type { PhotoUploadEnv } from "../photo/photo-upload.ts";
import { reviewWords } from "../vietnamese/words/review.ts";
import { saveDraft } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { ActContext } from "./permission.ts";
import { removeLostFiles } from "./projection.ts";

/** The version to restore, and the newest version that the actor has seen. */
export type Restoration = { version: Version; seen: number };

/**
 * Saves the content of an old version as the newest one, without photos that were erased since. AppErrors as saveDraft,
 * stale when the actor has not seen the newest version, and conflict when the version is the newest.
 */
export async function restoreVersion(
  env: PhotoUploadEnv,
  act: ActContext,
  article: Article,
  { version, seen }: Restoration,
): Promise<Draft> {
  if (seen !== article.version) {
    throw new AppError("stale", reviewWords.restoreStale(article.version));
  }
  if (version.number === article.version) {
    throw new AppError("conflict", reviewWords.restoreNewest);
  }
  const input = await removeLostFiles(act.db, version.content);
  const reason = reviewWords.restoreReason(version.number);
  const sent = { input, raw: input, photos: new Map() };
  return saveDraft(env, act, article, sent, { reason, also: () => [] });
}
