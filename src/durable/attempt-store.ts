/*
 * The rows of failed sign-ins and of known pairs. Accounts, networks and pairs are hashes under a key that this database does not
 * have. Times are ms since the epoch.
 */
export function createAttempts(sql: SqlStorage): void {
  sql.exec(`CREATE TABLE IF NOT EXISTS failures (
    counted TEXT PRIMARY KEY, attempts INTEGER NOT NULL, ends_at INTEGER NOT NULL) STRICT, WITHOUT ROWID`);
  sql.exec(`CREATE TABLE IF NOT EXISTS known_pairs (
    account TEXT NOT NULL, pair TEXT NOT NULL, seen_at INTEGER NOT NULL,
    PRIMARY KEY (account, pair)) STRICT, WITHOUT ROWID`);
}

/** When the counter is at its limit until; null if it is below. */
export function findEnd(
  sql: SqlStorage,
  counted: string,
  { limit, now }: { limit: number; now: number },
): number | null {
  const [row] = sql
    .exec<{ ends_at: number }>(
      `SELECT ends_at FROM failures WHERE counted = ? AND attempts >= ? AND ends_at > ?`,
      counted,
      limit,
      now,
    )
    .toArray();
  return row?.ends_at ?? null;
}

/** Adds one to a counter, and returns the number of new rows. A counter that has ended begins again. */
export function addAttempt(
  sql: SqlStorage,
  counted: string,
  { period, now }: { period: number; now: number },
): number {
  const [row] = sql
    .exec<{ is_new: number }>(
      `INSERT INTO failures (counted, attempts, ends_at) VALUES (?1, 1, ?2)
       ON CONFLICT (counted) DO UPDATE SET
         attempts = CASE WHEN ends_at > ?3 THEN attempts + 1 ELSE 1 END,
         ends_at = CASE WHEN ends_at > ?3 THEN ends_at ELSE excluded.ends_at END
       RETURNING attempts = 1 AS is_new`,
      counted,
      now + period,
      now,
    )
    .toArray();
  return row?.is_new ?? 0;
}

/** Takes one from a counter. */
export function removeAttempt(sql: SqlStorage, counted: string): void {
  sql.exec(
    `UPDATE failures SET attempts = attempts - 1 WHERE counted = ? AND attempts > 0`,
    counted,
  );
}

export function hasFailures(sql: SqlStorage): boolean {
  return sql.exec(`SELECT 1 FROM failures LIMIT 1`).toArray().length > 0;
}

export function isKnownPair(
  sql: SqlStorage,
  { account, pair }: { account: string; pair: string },
  since: number,
): boolean {
  return (
    sql
      .exec(
        `SELECT 1 FROM known_pairs WHERE account = ? AND pair = ? AND seen_at > ?`,
        account,
        pair,
        since,
      )
      .toArray().length > 0
  );
}

/** Stores a pair, and forgets the oldest of the account beyond so many. */
export function storeKnownPair(
  sql: SqlStorage,
  { account, pair }: { account: string; pair: string },
  { now, maxPairs }: { now: number; maxPairs: number },
): void {
  sql.exec(
    `INSERT INTO known_pairs (account, pair, seen_at) VALUES (?, ?, ?)
     ON CONFLICT (account, pair) DO UPDATE SET seen_at = excluded.seen_at`,
    account,
    pair,
    now,
  );
  sql.exec(
    `DELETE FROM known_pairs WHERE account = ?1 AND pair NOT IN (
       SELECT pair FROM known_pairs WHERE account = ?1 ORDER BY seen_at DESC LIMIT ?2)`,
    account,
    maxPairs,
  );
}

export function hasKnownPairs(sql: SqlStorage): boolean {
  return sql.exec(`SELECT 1 FROM known_pairs LIMIT 1`).toArray().length > 0;
}

/** Deletes what has ended. */
export function deleteEnded(
  sql: SqlStorage,
  { now, knownSince }: { now: number; knownSince: number },
): void {
  sql.exec(`DELETE FROM failures WHERE ends_at <= ?`, now);
  sql.exec(`DELETE FROM known_pairs WHERE seen_at <= ?`, knownSince);
}
