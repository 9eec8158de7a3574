import type { Section } from "../article/article.ts";
import { parseCards, parseSections, sectionsColumn, selectCards } from "./card-store.ts";
import type { PublishedCard } from "./published.ts";
import { findViewDay } from "./view-store.ts";

/** How many articles the list has. */
const maxMostRead = 10;

/** SQL for the cards of the most read articles, the most read first: a JSON array for `parseCards`. */
export const selectMostRead = selectCards(
  `most_read CROSS JOIN published ON published.article_id = most_read.article_id ORDER BY place`,
);

/** Whether readers see the list: an admin gave it a block of the front page. */
const isShown = `EXISTS (SELECT 1 FROM front_blocks WHERE content ->> 'kind' = 'most-read')`;

export type MostReadPage = { sections: Section[]; cards: PublishedCard[] };

/** The list for readers; null if they do not see it. */
export async function readMostReadPage(db: D1Database): Promise<MostReadPage | null> {
  const row = await db
    .prepare(`SELECT ${sectionsColumn}, ${selectMostRead} AS cards, ${isShown} AS isShown`)
    .first<{ sections: string; cards: string; isShown: number }>();
  if (row === null || row.isShown === 0) return null;
  const sections = parseSections(row.sections);
  return { sections, cards: parseCards(row.cards, sections) };
}

/** The most read articles for the newsroom. */
export async function readMostRead(db: D1Database): Promise<{ id: string; title: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT article_id AS id, title FROM most_read CROSS JOIN published USING (article_id) ORDER BY place`,
    )
    .all<{ id: string; title: string }>();
  return results;
}

/** The ids of the most read public articles of the last 7 days, as they are listed and as the counts say now. */
export async function compareMostRead(
  db: D1Database,
  now: number,
): Promise<{ listed: string[]; found: string[] }> {
  const row = await db
    .prepare(
      `SELECT (SELECT json_group_array(article_id) FROM (SELECT article_id FROM most_read ORDER BY place)) AS listed,
         (SELECT json_group_array(article_id) FROM (
           SELECT article_id FROM article_views JOIN published USING (article_id) WHERE day > ?1 - 7
           GROUP BY article_id ORDER BY SUM(views) DESC, MAX(position) DESC LIMIT ${maxMostRead})) AS found`,
    )
    .bind(findViewDay(now))
    .first<{ listed: string; found: string }>();
  if (row === null) throw new Error("the statement of the most read articles gave no row");
  return { listed: JSON.parse(row.listed) as string[], found: JSON.parse(row.found) as string[] };
}

/** The statements that replace the list. Articles that were withdrawn meanwhile are left out. */
export function replaceMostRead(db: D1Database, ids: readonly string[]): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM most_read`),
    db
      .prepare(
        `INSERT INTO most_read (place, article_id)
         SELECT key, article_id FROM json_each(?1) JOIN published ON article_id = value`,
      )
      .bind(JSON.stringify(ids)),
  ];
}
