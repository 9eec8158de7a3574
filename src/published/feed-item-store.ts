import type { Section } from "../article/article.ts";
import type { PublishedFilter } from "./published-store.ts";
import { filterPublished } from "./published-store.ts";
import type { Projection } from "./projection-store.ts";
import type { Correction } from "./published.ts";

/** The statement that writes an article's item. Its row of `published` must be written before. */
export function writeFeedItem(
  db: D1Database,
  { articleId, feedItem }: { articleId: string; feedItem: NonNullable<Projection["feedItem"]> },
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

/** A part of a feed, newest first, and whether there are older articles. */
export type FeedPart<Article> = { articles: Article[]; hasOlder: boolean };

/** What stands beside an item, as a row holds it in JSON. `isStale` is 0 or 1. */
type ArticleTuple = [
  id: string,
  position: number,
  isStale: number,
  section: string,
  sectionName: string,
  updatedAt: number | null,
  corrections: Correction[],
];

/**
 * Items of a JSON Feed, newest first. D1 charges time for each value that it returns, so all items come in one text, each as
 * three lines: its two parts, which are empty if there are none, and an ArticleTuple. JSON has no line breaks of its own.
 */
export async function readFeedItems(
  db: D1Database,
  filter: PublishedFilter,
): Promise<FeedPart<FeedItemRow>> {
  const { where, order, values } = filterPublished(filter);
  const row = await db
    .prepare(
      `SELECT items, EXISTS (SELECT 1 FROM published ${where} AND published.position < last) AS hasOlder FROM (
         SELECT group_concat(item, char(10)) AS items, MIN(position) AS last FROM (
           SELECT published.position, COALESCE(begun, '') || char(10) || COALESCE(extension, '') || char(10) ||
             json_array(article_id, published.position, photos IS NULL, section,
               (SELECT name FROM sections WHERE slug = section), updated_at, json(corrections)) AS item
           FROM published LEFT JOIN feed_items ON feed_items.position = published.position ${where} ${order}))`,
    )
    .bind(...values)
    .first<{ items: string | null; hasOlder: number }>();
  if (row === null) throw new Error("the feed's statement gave no row");
  return {
    articles: row.items === null ? [] : parseItems(row.items.split("\n")),
    hasOlder: row.hasOlder === 1,
  };
}

function parseItems(lines: string[]): FeedItemRow[] {
  const items: FeedItemRow[] = [];
  for (let n = 0; n < lines.length; n += 3) {
    const [begun = "", extension = "", article = ""] = lines.slice(n, n + 3);
    const [id, position, isStale, slug, name, updatedAt, corrections] = JSON.parse(
      article,
    ) as ArticleTuple;
    items.push({
      id,
      position,
      isStale: isStale === 1,
      parts: begun === "" ? null : { begun, extension },
      section: { slug, name },
      updatedAt,
      corrections,
    });
  }
  return items;
}
