import { commit } from "../article/commit.ts";
import { findMonth, makeMonthKey } from "../published/month.ts";
import type { Month } from "../published/month.ts";
import { indexForSearch, removeFromSearch } from "../search/search-index-store.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import type { WholeArticle } from "../published/published.ts";
import { readPhotos, readPublicUses } from "../photo/photo-store.ts";
import { readFiles } from "../file/file-store.ts";
import { listFileIds } from "./article-documents.ts";
import { purgeRounds } from "./outbox.ts";
import {
  countMonth,
  keepStaleRow,
  readCountedMonths,
  readStaleIds,
  removeProjection,
  writeProjection,
  readSurroundings,
} from "../published/projection-store.ts";
import { requestPurge } from "./outbox-store.ts";
import { buildProjection } from "./projection.ts";
import type { ProjectionSources } from "./projection.ts";
import { listNamedPhotoIds } from "../article/article-photos.ts";
import {
  readApprovedArticles,
  requireUnchanged,
  isConflict,
  readApprovedArticle,
} from "./rebuild-store.ts";
import type { ApprovedArticle } from "./rebuild-store.ts";
import { recordChange } from "../published/change-store.ts";
import { takeLabelSlugs } from "../published/label-store.ts";
import { listTouchedTags } from "../published/touched-tags.ts";
import { logFailure } from "../log.ts";

/** Rebuilds every published article that shows a photo, after the photo changed. */
export async function rebuildArticlesWithPhoto(
  db: D1Database,
  photoId: string,
  now: number,
): Promise<void> {
  await rebuildArticles(db, await readPublicUses(db, photoId), now);
}

/** Rebuilds these published articles, after something that they show changed. */
export async function rebuildArticles(
  db: D1Database,
  ids: readonly string[],
  now: number,
): Promise<void> {
  for (const articleId of ids) await retryOnConflict(() => rebuildArticle(db, articleId, now));
}

/**
 * Makes one published article again from its version and the photos as they are now. It is no event, because nobody decided
 * about the article and its text stays; the change log records it for mirrors, and every page and feed that shows it is purged.
 */
async function rebuildArticle(db: D1Database, articleId: string, now: number): Promise<void> {
  const article = await readApprovedArticle(db, articleId);
  if (article === null) return;
  const sources = await readSources(db, [article]);
  if (!article.isPublic) return commitBySite(db, listRebuildStatements(db, article, sources));
  const before = await readSurroundings(db, articleId, article.publishedAt);
  const projection = buildProjection(article, sources);
  await commitBySite(db, [
    ...listRebuildStatements(db, article, sources),
    ...(article.kind === "page" ? [] : countMonth(db, findMonth(article.publishedAt), now)),
    recordChange(db, { at: now, type: "updated", articleId, slug: article.slug }),
    requestPurge(db, {
      tags: listTouchedTags(projection, before, projection),
      rounds: purgeRounds,
      at: now,
    }),
  ]);
}

/** So many articles at a time, which a minute of the clock has time for. */
const staleArticlesOfStep = 100;

/** Renders again what an older release rendered, step by step, the newest first. No page changes, so none is purged. */
export async function rebuildStaleArticles(db: D1Database): Promise<void> {
  for (const id of await readStaleIds(db, staleArticlesOfStep)) await rebuildStaleArticle(db, id);
}

/**
 * Reads what needs all of an article's body. If an older release rendered some of these articles, it renders them again
 * first, so that readers need not wait for the clock.
 */
export async function readCurrent<T>(
  db: D1Database,
  read: () => Promise<T>,
  articlesIn: (found: T) => readonly Pick<WholeArticle, "id" | "isStale">[],
): Promise<T> {
  const found = await read();
  const stale = articlesIn(found).filter(({ isStale }) => isStale);
  if (stale.length === 0) return found;
  for (const { id } of stale) await rebuildStaleArticle(db, id);
  return read();
}

async function rebuildStaleArticle(db: D1Database, id: string): Promise<void> {
  try {
    await retryOnConflict(async () => {
      const article = await readApprovedArticle(db, id);
      if (article === null) return commitBySite(db, [keepStaleRow(db, id)]);
      return commitBySite(db, listRebuildStatements(db, article, await readSources(db, [article])));
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logFailure("an article cannot be rendered again and stays as it was", error, { articleId: id });
    await commitBySite(db, [keepStaleRow(db, id)]);
  }
}

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
  return retryOnConflict(() => rebuildStep(db, step, now));
}

async function rebuildStep(
  db: D1Database,
  { after, limit }: RebuildStep,
  now: number,
): Promise<string | null> {
  const articles = await readApprovedArticles(db, after ?? "", limit);
  const sources = await readSources(db, articles);
  const last = articles.length === limit ? articles.at(-1) : undefined;
  const months = articles
    .filter(({ kind }) => kind === "article")
    .map(({ publishedAt }) => findMonth(publishedAt));
  if (last === undefined) months.push(...(await readCountedMonths(db)));
  await commitBySite(db, [
    ...articles.flatMap((article) => listRebuildStatements(db, article, sources)),
    ...removeRepeated(months).flatMap((month) => countMonth(db, month, 0)),
    ...(last === undefined ? [purgeEverything(db, now)] : []),
  ]);
  return last?.articleId ?? null;
}

/** Reads the photos, the documents' files and the slugs of labels that these articles need. A label without a slug gets one. */
async function readSources(
  db: D1Database,
  articles: readonly ApprovedArticle[],
): Promise<ProjectionSources> {
  const contents = articles.map(({ content }) => content);
  const [photos, files, slugs] = await Promise.all([
    readPhotos(db, [...new Set(contents.flatMap(listNamedPhotoIds))]),
    readFiles(db, [...new Set(contents.flatMap(listFileIds))]),
    takeLabelSlugs(db, contents),
  ]);
  return { photos, files, slugs };
}

/** The statements that rebuild one article. They fail if the article changed after it was read. */
function listRebuildStatements(
  db: D1Database,
  article: ApprovedArticle,
  sources: ProjectionSources,
): D1PreparedStatement[] {
  const { articleId, isPublic } = article;
  const guard = requireUnchanged(db, article);
  if (!isPublic)
    return [guard, removeFromSearch(db, articleId), ...removeProjection(db, articleId)];
  const projection = buildProjection(article, sources);
  return [
    guard,
    ...writeProjection(db, projection),
    removeFromSearch(db, articleId),
    indexForSearch(db, projection),
  ];
}

function removeRepeated(months: Month[]): Month[] {
  return [...new Map(months.map((month) => [makeMonthKey(month), month])).values()];
}

function purgeEverything(db: D1Database, now: number): D1PreparedStatement {
  return requestPurge(db, { tags: [tags.site], rounds: purgeRounds, at: now });
}

/** The site renders again by itself: nobody's right is needed. */
async function commitBySite(db: D1Database, statements: D1PreparedStatement[]): Promise<void> {
  await commit({ db, actor: null }, statements);
}

const maxAttempts = 3;

/** Reads and rebuilds again if an article changed between the reading and the transaction. */
async function retryOnConflict<T>(make: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await make();
    } catch (error) {
      if (!isConflict(error) || attempt === maxAttempts) throw error;
    }
  }
}
