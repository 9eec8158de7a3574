import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { unstable_splitSqlQuery } from "wrangler";
import { startWords } from "../../src/vietnamese/words/start.ts";
import type { D1 } from "./running-worker.ts";
import { writeLiteral } from "./sql-literal.ts";
import { takeFirstLine, StartFailure } from "./start-failure.ts";

/** Runs statements that have no parameters in one transaction, and returns the rows of each statement. */
export type AskDatabase = (statements: readonly string[]) => Promise<Record<string, unknown>[][]>;

export function askD1(database: D1): AskDatabase {
  return async (statements) => {
    const answers = await database.batch<Record<string, unknown>>(
      statements.map((statement) => database.prepare(statement)),
    );
    return answers.map(({ results }) => results);
  };
}

export async function migrate(database: D1, folder: string): Promise<number> {
  return migrateTo(askD1(database), folder, null);
}

/**
 * Applies the missing migrations up to `last` (null: all) and returns their number. Each is one transaction, with its row in wrangler's own table, so
 * that `wrangler d1 migrations` agrees. Throws StartFailure that names the migration that failed.
 */
export async function migrateTo(
  ask: AskDatabase,
  folder: string,
  last: string | null,
): Promise<number> {
  const applied = await readAppliedMigrations(ask);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const pending = files.filter((file) => !applied.has(file) && (last === null || file <= last));
  for (const file of pending) {
    try {
      await apply(ask, file, await readFile(join(folder, file), "utf8"));
    } catch (error) {
      throw new StartFailure(startWords.migrationFailed(file, takeFirstLine(error)));
    }
  }
  return pending.length;
}

async function readAppliedMigrations(ask: AskDatabase): Promise<Set<string>> {
  const [, rows = []] = await ask([
    `CREATE TABLE IF NOT EXISTS d1_migrations (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT UNIQUE,
       applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
     )`,
    "SELECT name FROM d1_migrations",
  ]);
  return new Set(rows.map(({ name }) => String(name)));
}

async function apply(ask: AskDatabase, name: string, sql: string): Promise<void> {
  const record = `INSERT INTO d1_migrations (name) VALUES (${writeLiteral(name)})`;
  await ask([...unstable_splitSqlQuery(sql), record]);
}
