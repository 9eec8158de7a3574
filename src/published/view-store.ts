const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** The day of a moment (ms), as days are counted here: since 1970, in Vietnam. */
export function findViewDay(at: number): number {
  return Math.floor((at + 7 * hour) / day);
}

/** How often an article was opened on a day. */
export type ViewsOfDay = { day: number; article: string; views: number };

/** What is added to the counts at once. `at` (ms) names the batch: added again, it changes nothing. */
export type ViewBatch = { at: number; views: readonly ViewsOfDay[] };

/** Adds views of articles that are public now. Others are left out. */
export async function addViews(db: D1Database, { at, views }: ViewBatch): Promise<void> {
  if (views.length === 0) return;
  await db
    .prepare(
      `INSERT INTO article_views (day, article_id, views, added_at)
       SELECT value ->> 'day', article_id, value ->> 'views', ?2
       FROM json_each(?1) JOIN published ON article_id = value ->> 'article' WHERE true
       ON CONFLICT (day, article_id) DO UPDATE SET views = views + excluded.views, added_at = excluded.added_at
         WHERE added_at < excluded.added_at`,
    )
    .bind(JSON.stringify(views), at)
    .run();
}

/** The views of an article in the last 7 and 30 days, today included, and of all time. */
export type ViewCounts = { week: number; month: number; total: number };

/** Days are kept one by one for so long. */
const keptDays = 30;

/** Days that are read: more than are kept, because `sumOldViews` may be late. */
const readDays = keptDays + 10;

/** The views of articles by their ids. Each article has counts. */
export async function readViewCounts(
  db: D1Database,
  ids: readonly string[],
  now: number,
): Promise<Map<string, ViewCounts>> {
  const { results } = await db
    .prepare(
      `WITH RECURSIVE days (day) AS (SELECT ?2 UNION ALL SELECT day - 1 FROM days WHERE day > ?2 - ${readDays})
       SELECT asked.value AS id, TOTAL(CASE WHEN days.day > ?2 - 7 THEN views END) AS week,
         TOTAL(CASE WHEN days.day > ?2 - ${keptDays} THEN views END) AS month,
         TOTAL(views) + COALESCE((SELECT views FROM older_views WHERE article_id = asked.value), 0) AS total
       FROM json_each(?1) AS asked CROSS JOIN days
       LEFT JOIN article_views ON article_views.day = days.day AND article_id = asked.value
       GROUP BY asked.value`,
    )
    .bind(JSON.stringify(ids), findViewDay(now))
    .all<ViewCounts & { id: string }>();
  return new Map(results.map(({ id, ...counts }) => [id, counts]));
}

/** How many rows `sumOldViews` moves at once: more than an hour adds. */
const maxMoved = 1000;

/** Moves the counts of days that are no longer kept into one row for each article. */
export async function sumOldViews(db: D1Database, now: number): Promise<void> {
  const old = `article_views WHERE day <= ${findViewDay(now) - keptDays} ORDER BY day, article_id LIMIT ${maxMoved}`;
  await db.batch([
    db.prepare(
      `INSERT INTO older_views (article_id, views)
       SELECT article_id, SUM(views) FROM (SELECT article_id, views FROM ${old}) GROUP BY article_id
       ON CONFLICT (article_id) DO UPDATE SET views = views + excluded.views`,
    ),
    db.prepare(
      `DELETE FROM article_views WHERE (day, article_id) IN (SELECT day, article_id FROM ${old})`,
    ),
  ]);
}
