/** A work of the clock that failed in the last month, by its name in src/clock.ts. `failedAt` (ms) is the last time. */
type ClockError = { work: string; failures: number; failedAt: number; error: string };

/** What the Worker asked of D1 on one day of the platform. */
export type DayUsage = { requests: number; rowsRead: number; rowsWritten: number };

/** A backup. Times in ms since the epoch; `error` is null if it is whole. */
type Backup = {
  startedAt: number;
  endedAt: number;
  target: string;
  bytes: number;
  error: string | null;
};

/**
 * What the database knows about the running site. `outbox` counts the purges and notifications that wait, and the purges that
 * failed. Times are ms since the epoch.
 */
export type Operations = {
  /** The last run of the clock, and how long it took. `photos` and `files`: their bytes, added up once a day. */
  heartbeat: { ranAt: number; ms: number; photos: number; files: number; measuredAt: number };
  clockErrors: ClockError[];
  usage: DayUsage | null;
  /** The last one. */
  backup: Backup | null;
  outbox: { waiting: number; oldestAt: number | null; failed: number };
};

/** Reads all in one round trip. `day`: of the usage, in days since 1970 (UTC). `meta` tells size and place of the database. */
export async function readOperations(
  db: D1Database,
  day: number,
): Promise<Operations & { meta: D1Meta }> {
  const results = await db.batch<unknown>(
    [
      `SELECT ran_at AS ranAt, ms, photo_bytes AS photos, file_bytes AS files, measured_at AS measuredAt FROM heartbeat`,
      `SELECT COUNT(*) AS waiting, MIN(created_at) AS oldestAt, COALESCE(SUM(kind = 'purge' AND attempts > 0), 0) AS failed
       FROM outbox INDEXED BY outbox_due WHERE done_at IS NULL`,
      `SELECT requests, rows_read AS rowsRead, rows_written AS rowsWritten FROM usage_days WHERE day = ${day}`,
      `SELECT started_at AS startedAt, ended_at AS endedAt, target, bytes, error FROM backups
       ORDER BY ended_at DESC LIMIT 1`,
      `SELECT work, failures, failed_at AS failedAt, error FROM clock_errors ORDER BY failed_at DESC`,
    ].map((sql) => db.prepare(sql)),
  );
  const [heartbeat, outbox, usage = null, backup = null] = results.map(({ results: [row] }) => row);
  const clockErrors = results.at(-1)?.results;
  return { heartbeat, outbox, usage, backup, clockErrors, meta: results[0]?.meta } as Awaited<
    ReturnType<typeof readOperations>
  >;
}

/** The name of the last migration that was applied. The table is wrangler's. */
export async function readLastMigration(db: D1Database): Promise<string | null> {
  return db.prepare(`SELECT MAX(name) AS name FROM d1_migrations`).first<string>("name");
}

/** Records a run of the clock and what failed in it. Errors of more than a month ago are forgotten. */
export async function recordRun(
  db: D1Database,
  { at, ms, failures }: { at: number; ms: number; failures: { work: string; error: string }[] },
): Promise<void> {
  const month = 30 * 24 * 60 * 60 * 1000;
  await db.batch([
    db.prepare(`UPDATE heartbeat SET ran_at = ?1, ms = ?2`).bind(at, ms),
    db.prepare(`DELETE FROM clock_errors WHERE failed_at < ?1`).bind(at - month),
    ...failures.map(({ work, error }) =>
      db
        .prepare(
          `INSERT INTO clock_errors (work, failures, failed_at, error) VALUES (?1, 1, ?2, ?3)
           ON CONFLICT (work) DO UPDATE SET failures = failures + 1, failed_at = ?2, error = ?3`,
        )
        .bind(work, at, error),
    ),
  ]);
}

/** Adds up the bytes of photos, with their variants, and of files, unless that was done within the last day. */
export async function measureStored(db: D1Database, now: number): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  await db
    .prepare(
      `UPDATE heartbeat SET measured_at = ?1,
         photo_bytes = (SELECT COALESCE(SUM(bytes + (SELECT COALESCE(SUM(value ->> 'bytes'), 0) FROM json_each(variants))), 0)
           FROM photos WHERE erased_at IS NULL),
         file_bytes = (SELECT COALESCE(SUM(bytes), 0) FROM files WHERE erased_at IS NULL)
       WHERE measured_at < ?2`,
    )
    .bind(now, now - day)
    .run();
}

/** Adds to the usage of a day (days since 1970, UTC), and forgets days of more than a month ago. */
export async function addUsage(
  db: D1Database,
  day: number,
  { requests, rowsRead, rowsWritten }: DayUsage,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO usage_days (day, requests, rows_read, rows_written) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (day) DO UPDATE SET requests = requests + ?2, rows_read = rows_read + ?3, rows_written = rows_written + ?4`,
      )
      .bind(day, requests, rowsRead, rowsWritten),
    db.prepare(`DELETE FROM usage_days WHERE day < ?1`).bind(day - 31),
  ]);
}
