/** A scheduled article whose time is past. `at` (ms) is when it was to be published. */
export type OverdueArticle = { id: string; title: string; version: number; at: number };

/** Purges that failed and are retried: how many, and the error of the oldest. */
export type FailingOutbox = { count: number; error: string };

/** Articles scheduled before a time (ms), the longest overdue first. */
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
       WHERE kind = 'purge' AND done_at IS NULL AND attempts > 0 ORDER BY id LIMIT 1`,
    )
    .first<{ count: number; error: string | null }>();
  return row === null ? null : { count: row.count, error: row.error ?? "" };
}

/** The alerts that admins were notified of and that are not solved. */
export async function listNotifiedAlerts(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT alert FROM notified_alerts`)
    .all<{ alert: string }>();
  return results.map(({ alert }) => alert);
}

/** The statement that records that admins were notified. Fails if they were already. */
export function addNotifiedAlert(db: D1Database, alert: string, at: number): D1PreparedStatement {
  return db.prepare(`INSERT INTO notified_alerts (alert, at) VALUES (?1, ?2)`).bind(alert, at);
}

/** The statement that forgets alerts that are solved. */
export function forgetAlerts(db: D1Database, alerts: readonly string[]): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM notified_alerts WHERE alert IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(alerts));
}
