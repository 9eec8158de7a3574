/** A purge that must happen after a publication. `rounds` counts how many more times it must succeed. */
export type OutboxItem = { id: number; tags: string[]; attempts: number; rounds: number };

type OutboxRow = { id: number; payload: string; attempts: number; rounds: number };

/** The platform's limit of tags in one purge. */
export const maxTagsPerPurge = 100;

/** The statement that requests a purge, due at once: one item per hundred tags. */
export function requestPurge(
  db: D1Database,
  { tags, rounds, at }: { tags: string[]; rounds: number; at: number },
): D1PreparedStatement {
  const items: string[][] = [];
  for (let start = 0; start < tags.length; start += maxTagsPerPurge) {
    items.push(tags.slice(start, start + maxTagsPerPurge));
  }
  return db
    .prepare(
      `INSERT INTO outbox (kind, payload, rounds, created_at, due_at)
       SELECT 'purge', value, ?2, ?3, ?3 FROM json_each(?1)`,
    )
    .bind(JSON.stringify(items), rounds, at);
}

/** The due purges, oldest first. */
export async function readDuePurges(
  db: D1Database,
  now: number,
  limit: number,
): Promise<OutboxItem[]> {
  const { results } = await db
    .prepare(
      `SELECT id, payload, attempts, rounds FROM outbox
       WHERE kind = 'purge' AND done_at IS NULL AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2`,
    )
    .bind(now, limit)
    .all<OutboxRow>();
  return results.map(({ payload, ...row }) => ({ ...row, tags: JSON.parse(payload) as string[] }));
}

/**
 * Records that items succeeded: each is done, or due again for its next round. When two requests purged the same items
 * at once, only one of them counts as a round.
 */
export async function recordSuccess(
  db: D1Database,
  ids: number[],
  { now, nextRoundAt }: { now: number; nextRoundAt: number },
): Promise<void> {
  await db
    .prepare(
      `UPDATE outbox SET rounds = rounds - 1, attempts = 0, last_error = NULL, due_at = ?3,
         done_at = CASE WHEN rounds <= 1 THEN ?2 END
       WHERE id IN (SELECT value FROM json_each(?1)) AND done_at IS NULL AND due_at <= ?2`,
    )
    .bind(JSON.stringify(ids), now, nextRoundAt)
    .run();
}

/** Records that an item failed, and when to retry. */
export async function recordFailure(
  db: D1Database,
  id: number,
  { error, retryAt }: { error: string; retryAt: number },
): Promise<void> {
  await db
    .prepare(
      `UPDATE outbox SET attempts = attempts + 1, last_error = ?2, due_at = ?3 WHERE id = ?1`,
    )
    .bind(id, error, retryAt)
    .run();
}

/** Deletes items done before a time (ms). */
export async function forgetDone(db: D1Database, before: number): Promise<void> {
  await db.prepare(`DELETE FROM outbox WHERE done_at < ?1`).bind(before).run();
}
