import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { unstable_splitSqlQuery } from "wrangler";
import { startWords } from "../../src/vietnamese/words/start.ts";
import type { D1 } from "./running-worker.ts";
import { takeFirstLine, StartFailure } from "./start-failure.ts";

/**
 * Applies the missing migrations and returns their number. Each is one transaction, with its row in wrangler's own table, so
 * that `wrangler d1 migrations` agrees. Throws StartFailure that names the migration that failed.
 */
export async function migrate(database: D1, folder: string): Promise<number> {
  const applied = await readAppliedMigrations(database);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const pending = files.filter((file) => !applied.has(file));
  for (const file of pending) {
    try {
      await apply(database, file, await readFile(join(folder, file), "utf8"));
    } catch (error) {
      throw new StartFailure(startWords.migrationFailed(file, takeFirstLine(error)));
    }
  }
  return pending.length;
}

async function readAppliedMigrations(database: D1): Promise<Set<string>> {
  await database
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (
         id INTEGER PRIMARY KEY AUTOINCREMENT,
         name TEXT UNIQUE,
         applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
       )`,
    )
    .run();
  const { results } = await database
    .prepare("SELECT name FROM d1_migrations")
    .all<{ name: string }>();
  return new Set(results.map((row) => row.name));
}

async function apply(database: D1, name: string, sql: string): Promise<void> {
  const statements = unstable_splitSqlQuery(sql).map((statement) => database.prepare(statement));
  const record = database.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name);
  await database.batch([...statements, record]);
}
