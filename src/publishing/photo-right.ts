import { listPhotoIds } from "../article/article-photos.ts";
import type { ArticleContent } from "../article/article.ts";
import { readVersionsNaming } from "../article/version-store.ts";
import { AppError } from "../errors.ts";
import { findStoredIds, readVisiblePhotos } from "../photo/photo-store.ts";
import type { Photo } from "../photo/photo.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import { filterByViewer } from "./permission.ts";
import type { ReadContext } from "./permission.ts";

/**
 * Reads those of the photos that the actor may put into a text of this article: photos that they may see, and photos that
 * some version of the article shows, because who may edit the article may read its versions. Knowing an id is no right.
 */
export async function readUsablePhotos(
  { db, actor }: ReadContext,
  articleId: string,
  ids: string[],
): Promise<Map<string, Photo>> {
  const visible = await readVisiblePhotos(db, ids, filterByViewer(actor));
  const others = ids.filter((id) => !visible.has(id));
  if (others.length === 0) return visible;
  const versions = await readVersionsNaming(db, articleId, others);
  const shown = new Set(versions.flatMap(listPhotoIds));
  const used = await readVisiblePhotos(
    db,
    others.filter((id) => shown.has(id)),
    null,
  );
  return new Map([...visible, ...used]);
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
