import { listPhotoIds } from "../article/article-photos.ts";
import type { ArticleContent } from "../article/article.ts";
import { AppError } from "../errors.ts";
import { findStoredIds, readVisiblePhotos } from "../photo/photo-store.ts";
import type { Photo } from "../photo/photo.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { readUsable } from "./permission.ts";
import type { ReadContext } from "./permission.ts";

/** Reads those of the photos that the actor may put into a text of this article. */
export function readUsablePhotos(
  context: ReadContext,
  articleId: string,
  ids: string[],
): Promise<Map<string, Photo>> {
  return readUsable(context, articleId, ids, {
    readVisible: readVisiblePhotos,
    listIds: listPhotoIds,
  });
}

/**
 * Refuses an unfinished text that shows a photo which the actor may not use. A reference that names no photo may be one that
 * is still on its way. AppError invalid.
 */
export async function refuseForeignPhotos(
  context: ReadContext,
  articleId: string,
  content: ArticleContent,
): Promise<void> {
  const ids = listPhotoIds(content);
  const usable = await readUsablePhotos(context, articleId, ids);
  const foreign = await findStoredIds(
    context.db,
    ids.filter((id) => !usable.has(id)),
  );
  if (foreign.length === 0) return;
  const errors = foreign.map((id) => ({
    path: content.leadPhoto?.photo === id ? "leadPhoto.photo" : "body",
    message: articleWords.unknownPhoto(id),
  }));
  throw new AppError("invalid", errors[0]?.message ?? requestWords.invalid, errors);
}
