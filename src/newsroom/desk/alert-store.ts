/** A scheduled article whose time is past. `at` (ms) is when it was to be published. */
export type OverdueArticle = { id: string; title: string; version: number; at: number };

/** Purges that failed and are still to succeed: how many, and what the oldest of them was told. */
export type FailingOutbox = { count: number; error: string };

export async function readOverdue(
  db: D1Database,
  before: number,
  limit: number,
): Promise<OverdueArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT id, title, scheduled_version AS version, scheduled_at AS at FROM articles INDEXED BY articles_due
       WHERE scheduled_at < ?1 ORDER BY scheduled_at LIMIT ?2`,
    )
    .bind(before, limit)
    .all<OverdueArticle>();
  return results;
}

export async function readFailingOutbox(db: D1Database): Promise<FailingOutbox | null> {
  const row = await db
    .prepare(
      `SELECT COUNT(*) OVER () AS count, last_error AS error FROM outbox INDEXED BY outbox_due
       WHERE done_at IS NULL AND attempts > 0 ORDER BY id LIMIT 1`,
    )
    .first<{ count: number; error: string | null }>();
  return row === null ? null : { count: row.count, error: row.error ?? "" };
}
