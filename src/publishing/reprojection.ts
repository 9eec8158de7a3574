import { commit } from "../article/commit.ts";
import { monthAt } from "../article/month.ts";
import { readPhotos, readPublicUses } from "../photo/photo-store.ts";
import { purgeRounds } from "./announce.ts";
import { recordChange } from "./change-store.ts";
import { countMonth } from "./month-store.ts";
import { requestPurge } from "./outbox-store.ts";
import { projectionOf } from "./projection.ts";
import { photoIdsOf } from "./proofreading.ts";
import { readSurroundings } from "./publication-store.ts";
import { readApprovedArticle } from "./rebuild-store.ts";
import { rebuilt } from "./rebuild.ts";
import { touchedTags } from "./touched-tags.ts";
import { unlessOvertaken } from "./unless-overtaken.ts";

/** Makes every published page again that shows a photo, because something about the photo changed. */
export async function reprojectAll(db: D1Database, photoId: string, now: number): Promise<void> {
  for (const articleId of await readPublicUses(db, photoId)) {
    await unlessOvertaken(() => reproject(db, articleId, now));
  }
}

/**
 * Makes one published article again from its version and the photos as they are now. It is no event, because nobody decided
 * about the article and its text stays; mirrors are told, and every page and feed that shows it is purged.
 */
async function reproject(db: D1Database, articleId: string, now: number): Promise<void> {
  const article = await readApprovedArticle(db, articleId);
  if (article === null) return;
  const photos = await readPhotos(db, photoIdsOf(article.content));
  if (!article.isPublic) return commit(db, rebuilt(db, article, photos));
  const before = await readSurroundings(db, articleId, article.publishedAt);
  const projection = projectionOf(article, photos);
  await commit(db, [
    ...rebuilt(db, article, photos),
    ...countMonth(db, monthAt(article.publishedAt), now),
    recordChange(db, { at: now, type: "updated", articleId, slug: article.slug }),
    requestPurge(db, {
      tags: touchedTags(projection, before, projection),
      rounds: purgeRounds,
      at: now,
    }),
  ]);
}
