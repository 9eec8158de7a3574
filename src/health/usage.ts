import { findUsageDay } from "./health.ts";
import { addUsage } from "./health-store.ts";
import type { DayUsage } from "./health-store.ts";

const minute = 60 * 1000;

/** What this isolate has counted and not saved yet. */
let unsaved: DayUsage = { requests: 0, rowsRead: 0, rowsWritten: 0 };

let savedAt = Date.now();

const counting = new WeakMap<Env, Env>();

/** The same bindings, but the rows of D1 are counted. The same object for the same `env`, because callers keep things by it. */
export function countRows(env: Env): Env {
  const known = counting.get(env);
  if (known !== undefined) return known;
  const made = { ...env, DB: countRowsOf(env.DB) };
  counting.set(env, made);
  return made;
}

/** Counts a request. Saves what was counted once a minute, after the answer: an isolate that ends before loses its last minute. */
export function countRequest(
  { DB: db }: Pick<Env, "DB">,
  ctx: Pick<ExecutionContext, "waitUntil">,
): void {
  unsaved.requests += 1;
  if (Date.now() - savedAt >= minute) ctx.waitUntil(saveUsage(db));
}

/** Saves what this isolate has counted. */
export async function saveUsage(db: D1Database): Promise<void> {
  const usage = unsaved;
  const now = Date.now();
  unsaved = { requests: 0, rowsRead: 0, rowsWritten: 0 };
  savedAt = now;
  await addUsage(db, findUsageDay(now), usage);
}

/** Only what the stores call. */
function countRowsOf(db: D1Database): D1Database {
  const inner = new WeakMap<object, D1PreparedStatement>();
  const count = <Result extends D1Result>(result: Result): Result => {
    unsaved.rowsRead += result.meta.rows_read;
    unsaved.rowsWritten += result.meta.rows_written;
    return result;
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const all = async () => count(await statement.all<Record<string, unknown>>());
    const first = async (column?: string) => {
      const [row = null] = (await all()).results;
      return row === null || column === undefined ? row : row[column];
    };
    const bind = (...values: unknown[]) => wrap(statement.bind(...values));
    const wrapped = { bind, all, run: all, first } as unknown as D1PreparedStatement;
    inner.set(wrapped, statement);
    return wrapped;
  };
  const batch = async (statements: D1PreparedStatement[]) =>
    (await db.batch(statements.map((one) => inner.get(one) ?? one))).map(count);
  return { prepare: (sql: string) => wrap(db.prepare(sql)), batch } as unknown as D1Database;
}
