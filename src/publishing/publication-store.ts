import type { ArticleContent } from "../article/article.ts";
import { labelsOf } from "../article/label.ts";
import type { Label } from "../article/label.ts";
import { monthAt } from "../article/month.ts";
import { positionAt } from "../article/position.ts";
import type { PublishedPhoto } from "../article/published.ts";
import { removeLabels, replaceLabels } from "./label-store.ts";
import { correctionsOf } from "./correction-store.ts";
import { countMonth } from "./month-store.ts";

/** What the projection of an article is made of. Times in ms since the epoch. */
export type Projection = {
  articleId: string;
  version: number;
  slug: string;
  content: ArticleContent;
  /** The section's slug; publication asks for one. */
  section: string;
  publishedAt: number;
  updatedAt: number | null;
  leadPhoto: PublishedPhoto | null;
  html: string;
  /** Ids of every photo the version uses. */
  photos: string[];
};

/** The statements that show a version to readers at a time (ms): its projection, and the count of its month. */
export function publish(
  db: D1Database,
  projection: Projection,
  now: number,
): D1PreparedStatement[] {
  return [
    ...writeProjection(db, projection),
    ...countMonth(db, monthAt(projection.publishedAt), now),
  ];
}

/** The statements that write a projection: its row, the lists it stands in, and its photos made public. */
export function writeProjection(db: D1Database, projection: Projection): D1PreparedStatement[] {
  return [
    upsertPublished(db, projection),
    ...replaceLabels(db, projection.articleId, labelsOf(projection.content)),
    ...publishPhotos(db, projection),
  ];
}

/** The statements that take an article from readers; `publishedAt` (ms) is when it was first shown. */
export function unpublish(
  db: D1Database,
  { articleId, publishedAt }: Pick<Projection, "articleId" | "publishedAt">,
  now: number,
): D1PreparedStatement[] {
  return [...removeProjection(db, articleId), ...countMonth(db, monthAt(publishedAt), now)];
}

/** The statements that remove what `writeProjection` wrote. */
export function removeProjection(db: D1Database, articleId: string): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM published_photos WHERE article_id = ?1`).bind(articleId),
    removeLabels(db, articleId),
    db.prepare(`DELETE FROM published WHERE article_id = ?1`).bind(articleId),
  ];
}

function upsertPublished(db: D1Database, projection: Projection): D1PreparedStatement {
  const { content } = projection;
  return db
    .prepare(
      `INSERT INTO published (position, article_id, version, slug, section, published_at, updated_at, title, lede, genre,
         byline, tags, source, lead_photo, english, html, corrections)
       VALUES ((SELECT COALESCE(MAX(position) + 1, ?16) FROM published WHERE position >= ?16 AND position < ?16 + 1024),
         ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
         ${correctionsOf("?1")})
       ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, slug = excluded.slug, section = excluded.section,
         updated_at = excluded.updated_at, title = excluded.title, lede = excluded.lede, genre = excluded.genre,
         byline = excluded.byline, tags = excluded.tags, source = excluded.source, lead_photo = excluded.lead_photo,
         english = excluded.english, html = excluded.html, corrections = excluded.corrections`,
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
      projection.html,
      positionAt(projection.publishedAt),
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

/** What readers saw of an article before a change, and what stands beside it: whose pages the change touches. */
export type Surroundings = {
  section: string | null;
  photos: string[];
  labels: Pick<Label, "kind" | "slug">[];
  neighbours: string[];
};

/** Reads, for the articles around a position, whose pages will link to or lose their link to the article there. */
export async function readSurroundings(
  db: D1Database,
  articleId: string,
  publishedAt: number,
): Promise<Surroundings> {
  const row = await db
    .prepare(
      `SELECT (SELECT section FROM published WHERE article_id = ?1) AS section,
         (SELECT json_group_array(photo_id) FROM published_photos WHERE article_id = ?1) AS photos,
         (SELECT json_group_array(json_object('kind', kind, 'slug', slug)) FROM published_labels
          WHERE position = (SELECT position FROM published WHERE article_id = ?1)) AS labels,
         (SELECT article_id FROM published WHERE position >= ?2 AND article_id <> ?1 ORDER BY position LIMIT 1) AS newer,
         (SELECT article_id FROM published WHERE position < ?2 AND article_id <> ?1 ORDER BY position DESC LIMIT 1) AS older`,
    )
    .bind(articleId, positionAt(publishedAt))
    .first<{
      section: string | null;
      photos: string;
      labels: string;
      newer: string | null;
      older: string | null;
    }>();
  if (row === null) throw new Error("the surroundings' statement gave no row");
  return {
    section: row.section,
    photos: JSON.parse(row.photos) as string[],
    labels: JSON.parse(row.labels) as Surroundings["labels"],
    neighbours: [row.newer, row.older].filter((id) => id !== null),
  };
}
