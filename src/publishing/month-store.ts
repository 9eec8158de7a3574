import { monthKey, monthOf, positionsIn } from "../article/month.ts";
import type { Month } from "../article/month.ts";

/**
 * The statements that count a month's published articles anew, after a change to one of them at `changedAt` (ms); 0 when
 * nothing changed. Counting reads the month, never the archive, and cannot drift as a counter would.
 */
export function countMonth(db: D1Database, month: Month, changedAt: number): D1PreparedStatement[] {
  const key = monthKey(month);
  const { from, until } = positionsIn(month);
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

/** Every month that is counted. */
export async function readCountedMonths(db: D1Database): Promise<Month[]> {
  const { results } = await db
    .prepare(`SELECT month FROM published_months`)
    .all<{ month: string }>();
  return results.map((row) => monthOf(row.month)).filter((month) => month !== null);
}
