import { commit } from "../article/commit.ts";
import { monthAt, monthKey } from "../article/month.ts";
import type { Month } from "../article/month.ts";
import { indexForSearch, removeFromSearch } from "../search/search-index-store.ts";
import { tags } from "../edge-cache/tags.ts";
import { readPhotos } from "../photo/photo-store.ts";
import type { Photo } from "../photo/photo.ts";
import { purgeRounds } from "./announce.ts";
import { countMonth, readCountedMonths } from "./month-store.ts";
import { requestPurge } from "./outbox-store.ts";
import { withPhotos } from "./lost-photos.ts";
import { projectionOf } from "./projection.ts";
import { photoIdsOf } from "./proofreading.ts";
import { removeProjection, writeProjection } from "./publication-store.ts";
import { readApproved, requireUnchanged } from "./rebuild-store.ts";
import type { Approved } from "./rebuild-store.ts";
import { searchableText } from "./searchable-text.ts";
import { unlessOvertaken } from "./unless-overtaken.ts";

/** Which articles one step rebuilds: so many after this id, or from the first on. */
export type RebuildStep = { after: string | null; limit: number };

/**
 * Makes again from versions and events what readers, lists and search read, so that a change in rendering reaches old
 * articles too, or a lost projection comes back. One step is one transaction, and returns the `after` of the next one,
 * or null at the end, when every page is purged. Steps may be repeated and resumed at will, and readers and newsroom go on
 * meanwhile: a step that somebody's act overtakes is made again.
 */
export async function rebuildProjection(
  db: D1Database,
  step: RebuildStep,
  now: number,
): Promise<string | null> {
  return unlessOvertaken(() => rebuildOnce(db, step, now));
}

async function rebuildOnce(
  db: D1Database,
  { after, limit }: RebuildStep,
  now: number,
): Promise<string | null> {
  const articles = await readApproved(db, after ?? "", limit);
  const photos = await readPhotos(db, [
    ...new Set(articles.flatMap((article) => photoIdsOf(article.content))),
  ]);
  const last = articles.length === limit ? articles.at(-1) : undefined;
  const months = articles.map((article) => monthAt(article.publishedAt));
  if (last === undefined) months.push(...(await readCountedMonths(db)));
  await commit(db, [
    ...articles.flatMap((article) => rebuilt(db, article, photos)),
    ...distinct(months).flatMap((month) => countMonth(db, month, 0)),
    ...(last === undefined ? [purgeEverything(db, now)] : []),
  ]);
  return last?.articleId ?? null;
}

/** The statements that make again what is read of one article; they fail when somebody's act overtakes them. */
export function rebuilt(
  db: D1Database,
  article: Approved,
  photos: Map<string, Photo>,
): D1PreparedStatement[] {
  const { articleId, content, isPublic } = article;
  const guard = requireUnchanged(db, article);
  if (!isPublic)
    return [guard, removeFromSearch(db, articleId), ...removeProjection(db, articleId)];
  return [
    guard,
    ...writeProjection(db, projectionOf(article, photos)),
    removeFromSearch(db, articleId),
    indexForSearch(db, articleId, searchableText(withPhotos(content, photos))),
  ];
}

function distinct(months: Month[]): Month[] {
  return [...new Map(months.map((month) => [monthKey(month), month])).values()];
}

function purgeEverything(db: D1Database, now: number): D1PreparedStatement {
  return requestPurge(db, { tags: [tags.site], rounds: purgeRounds, at: now });
}
