import { positionsIn } from "./month.ts";
import type { Month } from "./month.ts";
import { positionAt } from "./position.ts";
import type { PublishedArticle, PublishedPhoto } from "./published.ts";

/** What a sitemap tells of an article. */
export type Mapped = Pick<PublishedArticle, "slug" | "publishedAt" | "updatedAt" | "leadPhoto">;

type MappedRow = Omit<Mapped, "leadPhoto"> & { leadPhoto: string | null };

/** The articles first published in a month, newest first: at most as many as a sitemap may hold. */
export async function readMappedMonth(db: D1Database, month: Month): Promise<Mapped[]> {
  const { from, until } = positionsIn(month);
  const { results } = await db
    .prepare(
      `SELECT slug, published_at AS publishedAt, updated_at AS updatedAt, lead_photo AS leadPhoto
       FROM published WHERE position >= ?1 AND position < ?2 ORDER BY position DESC LIMIT 50000`,
    )
    .bind(from, until)
    .all<MappedRow>();
  return results.map(({ leadPhoto, ...row }) => ({
    ...row,
    leadPhoto: leadPhoto === null ? null : (JSON.parse(leadPhoto) as PublishedPhoto),
  }));
}

/** What was published since a time (ms), newest first. */
export async function readNews(
  db: D1Database,
  since: number,
  limit: number,
): Promise<Pick<PublishedArticle, "slug" | "title" | "publishedAt">[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, title, published_at AS publishedAt FROM published
       WHERE position >= ?1 ORDER BY position DESC LIMIT ?2`,
    )
    .bind(positionAt(since), limit)
    .all<Pick<PublishedArticle, "slug" | "title" | "publishedAt">>();
  return results;
}
