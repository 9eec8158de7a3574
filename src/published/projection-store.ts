import { articlePath, pagePath } from "../addresses/public.ts";
import type { ArticleContent, ArticleKind } from "../article/article.ts";
import { removePage, writePage } from "./page-store.ts";
import { removeFeedItem, writeFeedItem } from "./feed-item-store.ts";
import type { Label } from "./label-store.ts";
import { findMonth, makeMonthKey, parseMonth, findMonthPositions } from "./month.ts";
import { findPosition, positionsPerMs } from "./position.ts";
import { removePublishedFiles, writePublishedFiles } from "./document-store.ts";
import type { AiMarks, PublishedBody, PublishedDocument, PublishedLead } from "./published.ts";
import { listCorrections, selectCorrections, unlistCorrections } from "./correction-store.ts";
import type { Month } from "./month.ts";
import type { MenuPage } from "./page-store.ts";

/** The content of an article's projection. Times in ms since the epoch. */
export type Projection = {
  articleId: string;
  kind: ArticleKind;
  version: number;
  slug: string;
  content: ArticleContent;
  /** The section's slug; null for a page. The publication of an article asks for one. */
  section: string | null;
  /** What menus show of a page; null for an article. */
  page: MenuPage | null;
  labels: Label[];
  publishedAt: number;
  updatedAt: number | null;
  leadPhoto: PublishedLead | null;
  ai: AiMarks | null;
  body: PublishedBody;
  /** Its item in a JSON Feed: see `renderFeedItem`. Feeds have no pages. */
  feedItem: { begun: string; extension: string } | null;
  /** Every word that search knows besides the title, a line for each block. */
  text: string;
  /** Ids of every photo the version uses. */
  photos: string[];
  documents: PublishedDocument[];
  /** Ids of every file that the version uses: its documents, recordings and their captions. */
  files: string[];
};

/** The statements that publish a version at a time (ms): they write its projection and count its month again. */
export function writePublication(
  db: D1Database,
  projection: Projection,
  now: number,
): D1PreparedStatement[] {
  if (projection.kind === "page") return writeProjection(db, projection);
  return [
    ...writeProjection(db, projection),
    ...countMonth(db, findMonth(projection.publishedAt), now),
  ];
}

/** The statements that write a projection: its row, the lists it stands in, and its photos made public. */
export function writeProjection(db: D1Database, projection: Projection): D1PreparedStatement[] {
  const { articleId, feedItem } = projection;
  const toPath = projection.kind === "page" ? pagePath : articlePath;
  const ofEachKind = [
    ...publishPhotos(db, projection),
    ...writePublishedFiles(db, {
      ...projection,
      path: toPath(projection.slug),
      title: projection.content.title,
    }),
    listCorrections(db, articleId),
  ];
  if (feedItem === null) return [writePage(db, projection), ...ofEachKind];
  return [
    upsertPublished(db, projection),
    writeFeedItem(db, { articleId, feedItem }),
    ...replaceLabels(db, projection.articleId, projection.labels),
    ...ofEachKind,
  ];
}

/** The statements that withdraw a text. `publishedAt` (ms) is its first publication. */
export function removePublication(
  db: D1Database,
  { articleId, kind, publishedAt }: Pick<Projection, "articleId" | "kind" | "publishedAt">,
  now: number,
): D1PreparedStatement[] {
  if (kind === "page") return removeProjection(db, articleId);
  return [...removeProjection(db, articleId), ...countMonth(db, findMonth(publishedAt), now)];
}

/** The statements that remove what `writeProjection` wrote. */
export function removeProjection(db: D1Database, articleId: string): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM published_photos WHERE article_id = ?1`).bind(articleId),
    ...removePublishedFiles(db, articleId),
    removeLabels(db, articleId),
    removeFeedItem(db, articleId),
    unlistCorrections(db, articleId),
    removePage(db, articleId),
    db.prepare(`DELETE FROM published WHERE article_id = ?1`).bind(articleId),
  ];
}

/**
 * SQL for the next free position of a moment, whose first position is the parameter `first`. When a millisecond is full, its
 * articles go on behind the last one of the following second.
 */
function nextPosition(first: `?${number}`): string {
  const last = (range: number) =>
    `(SELECT MAX(position) FROM published WHERE position >= ${first} AND position < ${first} + ${range})`;
  return `CASE WHEN ${last(positionsPerMs)} = ${first} + ${positionsPerMs} - 1 THEN ${last(1000 * positionsPerMs)} + 1
    ELSE COALESCE(${last(positionsPerMs)} + 1, ${first}) END`;
}

function upsertPublished(db: D1Database, projection: Projection): D1PreparedStatement {
  const { content, body } = projection;
  return db
    .prepare(
      `INSERT INTO published (position, article_id, version, slug, section, published_at, updated_at, title, lede, genre,
         byline, tags, source, lead_photo, english, html, photos, addresses, text, corrections, ai, documents,
         recordings)
       VALUES (${nextPosition("?19")},
         ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
         ${selectCorrections("?1")}, ?20, ?21, ?22)
       ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, slug = excluded.slug, section = excluded.section,
         updated_at = excluded.updated_at, title = excluded.title, lede = excluded.lede, genre = excluded.genre,
         byline = excluded.byline, tags = excluded.tags, source = excluded.source, lead_photo = excluded.lead_photo,
         english = excluded.english, html = excluded.html, photos = excluded.photos, addresses = excluded.addresses,
         text = excluded.text, corrections = excluded.corrections, ai = excluded.ai,
         documents = excluded.documents, recordings = excluded.recordings`,
    )
    .bind(
      projection.articleId,
      projection.version,
      projection.slug,
      projection.section,
      projection.publishedAt,
      projection.updatedAt,
      content.title,
      content.lede,
      content.genre,
      JSON.stringify(content.byline),
      JSON.stringify(content.tags),
      content.source === null ? null : JSON.stringify(content.source),
      projection.leadPhoto === null ? null : JSON.stringify(projection.leadPhoto),
      content.english === null ? null : JSON.stringify(content.english),
      body.html,
      JSON.stringify(body.photos),
      JSON.stringify(body.addresses),
      projection.text,
      findPosition(projection.publishedAt),
      projection.ai === null ? null : JSON.stringify(projection.ai),
      JSON.stringify(projection.documents),
      body.recordings.length === 0 ? null : JSON.stringify(body.recordings),
    );
}

function publishPhotos(db: D1Database, { articleId, photos }: Projection): D1PreparedStatement[] {
  const ids = JSON.stringify(photos);
  return [
    db.prepare(`DELETE FROM published_photos WHERE article_id = ?1`).bind(articleId),
    db
      .prepare(
        `INSERT INTO published_photos (photo_id, article_id) SELECT DISTINCT value, ?1 FROM json_each(?2)`,
      )
      .bind(articleId, ids),
  ];
}

/** What an article's projection was before a change, and its neighbours: the pages of all these must be purged. */
export type Surroundings = {
  section: string | null;
  /** What menus show of a page; null for an article, and for a page that readers do not see. */
  page: MenuPage | null;
  photos: string[];
  files: string[];
  labels: Label[];
  neighbours: string[];
  hasCorrections: boolean;
};

/**
 * Reads the article's present projection, and the neighbours whose pages gain or lose a link to it. `articleId` is null to read
 * only the neighbours of the place that a new article of this time (ms) would take.
 */
export async function readSurroundings(
  db: D1Database,
  articleId: string | null,
  publishedAt: number,
): Promise<Surroundings> {
  const row = await db
    .prepare(
      `WITH here AS MATERIALIZED (
         SELECT COALESCE((SELECT position FROM published WHERE article_id = ?1), ${nextPosition("?2")}) AS position)
       SELECT (SELECT section FROM published WHERE article_id = ?1) AS section,
         (SELECT json_object('slug', slug, 'title', title) FROM published_pages WHERE article_id = ?1) AS page,
         (SELECT json_group_array(photo_id) FROM published_photos WHERE article_id = ?1) AS photos,
         (SELECT json_group_array(file_id) FROM published_files WHERE article_id = ?1) AS files,
         (SELECT json_group_array(json_object('kind', kind, 'slug', slug, 'name', name)) FROM published_labels
          WHERE position = (SELECT position FROM here)) AS labels,
         (SELECT article_id FROM published WHERE position > (SELECT position FROM here) ORDER BY position LIMIT 1) AS newer,
         (SELECT article_id FROM published WHERE position < (SELECT position FROM here) ORDER BY position DESC LIMIT 1) AS older,
         EXISTS (SELECT 1 FROM corrections WHERE article_id = ?1) AS hasCorrections`,
    )
    .bind(articleId, findPosition(publishedAt))
    .first<{
      section: string | null;
      page: string | null;
      photos: string;
      files: string;
      labels: string;
      newer: string | null;
      older: string | null;
      hasCorrections: number;
    }>();
  if (row === null) throw new Error("the surroundings' statement gave no row");
  return {
    section: row.section,
    page: row.page === null ? null : (JSON.parse(row.page) as MenuPage),
    photos: JSON.parse(row.photos) as string[],
    files: JSON.parse(row.files) as string[],
    labels: JSON.parse(row.labels) as Surroundings["labels"],
    neighbours: [row.newer, row.older].filter((id) => id !== null),
    hasCorrections: row.hasCorrections === 1,
  };
}

/** The statements that list a published article under these labels and no others. Its row of `published` must be there. */
function replaceLabels(db: D1Database, articleId: string, labels: Label[]): D1PreparedStatement[] {
  return [
    removeLabels(db, articleId),
    db
      .prepare(
        `INSERT INTO published_labels (kind, slug, position, name)
         SELECT label.value ->> 'kind', label.value ->> 'slug', published.position, label.value ->> 'name'
         FROM published, json_each(?2) AS label WHERE published.article_id = ?1`,
      )
      .bind(articleId, JSON.stringify(labels)),
  ];
}

/** The statement that takes an article from its lists. Its row of `published` must still be there. */
function removeLabels(db: D1Database, articleId: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM published_labels WHERE position = (SELECT position FROM published WHERE article_id = ?1)`,
    )
    .bind(articleId);
}

/**
 * The statements that count a month's published articles anew, after a change to one of them at `findLastChange` (ms); 0 when
 * nothing changed. Counting reads the month, never the archive, and cannot drift as a counter would.
 */
export function countMonth(db: D1Database, month: Month, changedAt: number): D1PreparedStatement[] {
  const key = makeMonthKey(month);
  const { from, until } = findMonthPositions(month);
  return [
    db
      .prepare(
        `INSERT INTO published_months (month, articles, changed_at)
         SELECT ?1, COUNT(*), MAX(?4, COALESCE(MAX(COALESCE(updated_at, published_at)), 0))
         FROM published WHERE position >= ?2 AND position < ?3
         ON CONFLICT (month) DO UPDATE SET articles = excluded.articles, changed_at = MAX(changed_at, excluded.changed_at)`,
      )
      .bind(key, from, until, changedAt),
    db.prepare(`DELETE FROM published_months WHERE month = ?1 AND articles = 0`).bind(key),
  ];
}

/** The newest articles whose rows an older release rendered: see `photos` in migrations/0010_published_body.sql. */
export async function readStaleIds(db: D1Database, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT article_id AS id FROM published WHERE photos IS NULL ORDER BY position DESC LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** The statement that leaves a stale row as the older release rendered it, because it cannot be rendered again. */
export function keepStaleRow(db: D1Database, articleId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE published SET photos = '[]', addresses = '[]', text = lede WHERE article_id = ?1 AND photos IS NULL`,
    )
    .bind(articleId);
}

/** Every month that is counted. */
export async function readCountedMonths(db: D1Database): Promise<Month[]> {
  const { results } = await db
    .prepare(`SELECT month FROM published_months`)
    .all<{ month: string }>();
  return results.map((row) => parseMonth(row.month)).filter((month) => month !== null);
}
