import { findUsageDay } from "./health.ts";
import { addUsage } from "./health-store.ts";
import type { DayUsage } from "./health-store.ts";
import { findDatabaseUse } from "../log.ts";

const minute = 60 * 1000;

/** An isolate saves so many requests together, so that many isolates with few readers each cannot use up the day's writes. */
const savedAtOnce = 20;

/** What this isolate has counted and not saved yet. */
let unsaved: DayUsage = { requests: 0, rowsRead: 0, rowsWritten: 0 };

/** When this isolate saved last, or counted for the first time. Not the time of its start: the platform says 0 then. */
let savedAt: number | null = null;

const counting = new WeakMap<Env, Env>();

/** The same bindings, but the rows of D1 are counted. The same object for the same `env`, because callers keep things by it. */
export function countRows(env: Env): Env {
  const known = counting.get(env);
  if (known !== undefined) return known;
  const made = { ...env, DB: countRowsIn(env.DB) };
  counting.set(env, made);
  return made;
}

/** Counts a request. Saves at most once a minute, after the answer: an isolate that ends loses what it has not saved. */
export function countRequest(
  { DB: db }: Pick<Env, "DB">,
  ctx: Pick<ExecutionContext, "waitUntil">,
): void {
  unsaved.requests += 1;
  const now = Date.now();
  savedAt ??= now;
  if (now - savedAt >= minute && unsaved.requests >= savedAtOnce) ctx.waitUntil(saveUsage(db));
}

/** Saves what this isolate has counted. */
export async function saveUsage(db: D1Database): Promise<void> {
  const usage = unsaved;
  const now = Date.now();
  unsaved = { requests: 0, rowsRead: 0, rowsWritten: 0 };
  savedAt = now;
  await addUsage(db, findUsageDay(now), usage);
}

/** Only what the stores call. A request's own use is counted, too, for its line in the log. */
function countRowsIn(db: D1Database): D1Database {
  const inner = new WeakMap<object, D1PreparedStatement>();
  const count = (results: D1Result[], begun: number): void => {
    const use = findDatabaseUse();
    for (const { meta } of results) {
      unsaved.rowsRead += meta.rows_read;
      unsaved.rowsWritten += meta.rows_written;
      if (use === null) continue;
      use.rowsRead += meta.rows_read;
      use.rowsWritten += meta.rows_written;
    }
    if (use === null) return;
    use.roundTrips += 1;
    use.databaseMs += Date.now() - begun;
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const all = async () => {
      const begun = Date.now();
      const result = await statement.all<Record<string, unknown>>();
      count([result], begun);
      return result;
    };
    const first = async (column?: string) => {
      const [row = null] = (await all()).results;
      return row === null || column === undefined ? row : row[column];
    };
    const bind = (...values: unknown[]) => wrap(statement.bind(...values));
    const wrapped = { bind, all, run: all, first } as unknown as D1PreparedStatement;
    inner.set(wrapped, statement);
    return wrapped;
  };
  const batch = async (statements: D1PreparedStatement[]) => {
    const begun = Date.now();
    const results = await db.batch(statements.map((one) => inner.get(one) ?? one));
    count(results, begun);
    return results;
  };
  return { prepare: (sql: string) => wrap(db.prepare(sql)), batch } as unknown as D1Database;
}
