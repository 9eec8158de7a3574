import type { Section } from "../article/article.ts";
import type { PublishedFilter } from "./published-store.ts";
import { filterPublished } from "./published-store.ts";
import type { Projection } from "./projection-store.ts";
import type { Correction } from "./published.ts";

/** The statement that writes an article's item. Its row of `published` must be written before. */
export function writeFeedItem(
  db: D1Database,
  { articleId, feedItem }: Pick<Projection, "articleId" | "feedItem">,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR REPLACE INTO feed_items (position, begun, extension)
       SELECT position, ?2, ?3 FROM published WHERE article_id = ?1`,
    )
    .bind(articleId, feedItem.begun, feedItem.extension);
}

/** The statement that removes an article's item. Its row of `published` must still be there. */
export function removeFeedItem(db: D1Database, articleId: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM feed_items WHERE position = (SELECT position FROM published WHERE article_id = ?1)`,
    )
    .bind(articleId);
}

/** An article in a JSON Feed. */
export type FeedItemRow = {
  id: string;
  position: number;
  /** An older release rendered the article, without an item. */
  isStale: boolean;
  /** What `renderFeedItem` made at publication; null if the article cannot be rendered any more. */
  parts: { begun: string; extension: string } | null;
  section: Section;
  updatedAt: number | null;
  corrections: Correction[];
};

type Row = {
  id: string;
  position: number;
  begun: string | null;
  extension: string | null;
  isStale: number;
  slug: string;
  name: string;
  updatedAt: number | null;
  corrections: string;
};

/** Items of a JSON Feed, newest first. */
export async function readFeedItems(
  db: D1Database,
  filter: PublishedFilter,
): Promise<FeedItemRow[]> {
  const { where, values } = filterPublished(filter);
  const { results } = await db
    .prepare(
      `SELECT published.article_id AS id, published.position, feed_items.begun, feed_items.extension, published.photos IS NULL AS isStale,
         published.section AS slug, (SELECT name FROM sections WHERE slug = published.section) AS name,
         published.updated_at AS updatedAt, published.corrections
       FROM published LEFT JOIN feed_items ON feed_items.position = published.position ${where}`,
    )
    .bind(...values)
    .all<Row>();
  return results.map(({ slug, name, begun, extension, isStale, corrections, ...row }) => ({
    ...row,
    parts: begun === null || extension === null ? null : { begun, extension },
    isStale: isStale === 1,
    section: { slug, name },
    corrections: JSON.parse(corrections) as Correction[],
  }));
}
