import { sectionsColumn, parseSections } from "./card-store.ts";
import { parseMonth, findMonthPositions } from "./month.ts";
import type { Month } from "./month.ts";
import type { Section } from "../article/article.ts";
import { findPosition } from "./position.ts";
import type { PublishedArticle, PublishedPhoto } from "./published.ts";

/** A month with published articles: how many, and when its list last changed (ms). */
export type CountedMonth = Month & { articles: number; changedAt: number };

type MonthRow = { month: string; articles: number; changedAt: number };

/** Every month with published articles, newest first. */
export async function readMonths(db: D1Database): Promise<CountedMonth[]> {
  const { results } = await db
    .prepare(
      `SELECT month, articles, changed_at AS changedAt FROM published_months ORDER BY month DESC`,
    )
    .all<MonthRow>();
  return results.flatMap(toCountedMonth);
}

/** The months with published articles, and the sections, for the archive page. */
export async function readArchive(
  db: D1Database,
): Promise<{ sections: Section[]; months: CountedMonth[] }> {
  const row = await db
    .prepare(
      `SELECT ${sectionsColumn}, (SELECT json_group_array(json_object(
         'month', month, 'articles', articles, 'changedAt', changed_at)) FROM (
         SELECT month, articles, changed_at FROM published_months ORDER BY month DESC)) AS months`,
    )
    .first<{ sections: string; months: string }>();
  if (row === null) throw new Error("the archive's statement gave no row");
  const months = JSON.parse(row.months) as MonthRow[];
  return { sections: parseSections(row.sections), months: months.flatMap(toCountedMonth) };
}

function toCountedMonth({ month: key, ...counted }: MonthRow): CountedMonth[] {
  const month = parseMonth(key);
  return month === null ? [] : [{ ...month, ...counted }];
}

/** What a sitemap says about an article. */
export type MappedArticle = Pick<
  PublishedArticle,
  "slug" | "publishedAt" | "updatedAt" | "leadPhoto"
>;

type MappedRow = Omit<MappedArticle, "leadPhoto"> & { leadPhoto: string | null };

/** The articles first published in a month, newest first: at most as many as a sitemap may hold. */
export async function readMappedMonth(db: D1Database, month: Month): Promise<MappedArticle[]> {
  const { from, until } = findMonthPositions(month);
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

/** The articles published since a time (ms), newest first. */
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
    .bind(findPosition(since), limit)
    .all<Pick<PublishedArticle, "slug" | "title" | "publishedAt">>();
  return results;
}
