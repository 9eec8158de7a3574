import type { ArticleContent } from "../article/article.ts";
import { positionAt } from "../article/position.ts";
import type { PublishedPhoto } from "../article/published.ts";

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

/** The statements that show a version to readers: the projection's row, and its photos made public. */
export function publish(db: D1Database, projection: Projection): D1PreparedStatement[] {
  return [upsertPublished(db, projection), ...publishPhotos(db, projection)];
}

/** The statements that take an article from readers. */
export function unpublish(db: D1Database, articleId: string): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM published_photos WHERE article_id = ?1`).bind(articleId),
    db.prepare(`DELETE FROM published WHERE article_id = ?1`).bind(articleId),
  ];
}

function upsertPublished(db: D1Database, projection: Projection): D1PreparedStatement {
  const { content } = projection;
  return db
    .prepare(
      `INSERT INTO published (position, article_id, version, slug, section, published_at, updated_at, title, lede, genre,
         byline, tags, source, lead_photo, html)
       VALUES ((SELECT COALESCE(MAX(position) + 1, ?15) FROM published WHERE position >= ?15 AND position < ?15 + 1024),
         ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
       ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, slug = excluded.slug, section = excluded.section,
         updated_at = excluded.updated_at, title = excluded.title, lede = excluded.lede, genre = excluded.genre,
         byline = excluded.byline, tags = excluded.tags, source = excluded.source, lead_photo = excluded.lead_photo,
         html = excluded.html`,
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
export type Surroundings = { section: string | null; photos: string[]; neighbours: string[] };

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
         (SELECT article_id FROM published WHERE position >= ?2 AND article_id <> ?1 ORDER BY position LIMIT 1) AS newer,
         (SELECT article_id FROM published WHERE position < ?2 AND article_id <> ?1 ORDER BY position DESC LIMIT 1) AS older`,
    )
    .bind(articleId, positionAt(publishedAt))
    .first<{
      section: string | null;
      photos: string;
      newer: string | null;
      older: string | null;
    }>();
  if (row === null) throw new Error("the surroundings' statement gave no row");
  return {
    section: row.section,
    photos: JSON.parse(row.photos) as string[],
    neighbours: [row.newer, row.older].filter((id) => id !== null),
  };
}
