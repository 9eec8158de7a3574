import type { ViewBatch, ViewsOfDay } from "../published/view-store.ts";

/*
 * The views that wait in the database of the Durable Object. `batch` is 0, or the time (ms) at which they were taken for a write to
 * D1: a write that fails is repeated with the same batch.
 */
export function createWaitingViews(sql: SqlStorage): void {
  sql.exec(`CREATE TABLE IF NOT EXISTS waiting_views (
    batch INTEGER NOT NULL, day INTEGER NOT NULL, article TEXT NOT NULL, views INTEGER NOT NULL,
    PRIMARY KEY (batch, day, article)) STRICT, WITHOUT ROWID`);
}

export function addWaiting(sql: SqlStorage, { day, article, views }: ViewsOfDay): void {
  sql.exec(
    `INSERT INTO waiting_views (batch, day, article, views) VALUES (0, ?, ?, ?)
     ON CONFLICT (batch, day, article) DO UPDATE SET views = views + excluded.views`,
    day,
    article,
    views,
  );
}

/** The batch that was taken before and not removed; else takes the `limit` largest counts as a new one. */
export function takeBatch(sql: SqlStorage, now: number, limit: number): ViewBatch {
  sql.exec(
    `UPDATE waiting_views SET batch = ? WHERE NOT EXISTS (SELECT 1 FROM waiting_views WHERE batch > 0)
       AND (batch, day, article) IN (
         SELECT batch, day, article FROM waiting_views WHERE batch = 0 ORDER BY views DESC LIMIT ?)`,
    now,
    limit,
  );
  const rows = sql
    .exec<ViewsOfDay & { batch: number }>(
      `SELECT batch, day, article, views FROM waiting_views WHERE batch > 0`,
    )
    .toArray();
  return {
    at: rows[0]?.batch ?? now,
    views: rows.map(({ day, article, views }) => ({ day, article, views })),
  };
}

/** Forgets the batch that was written. */
export function removeBatch(sql: SqlStorage): void {
  sql.exec(`DELETE FROM waiting_views WHERE batch > 0`);
}

export function hasWaiting(sql: SqlStorage): boolean {
  return sql.exec(`SELECT 1 FROM waiting_views LIMIT 1`).toArray().length > 0;
}
