import { everything } from "../../src/edge-cache/tags.ts";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import type { AskDatabase } from "../start/migration-store.ts";
import { writeLiteral } from "../start/sql-literal.ts";
import { StartFailure } from "../start/start-failure.ts";
import type { SavedTable, Schema } from "./schema.ts";
import type { SiteStores } from "./site-stores.ts";
import { tableClasses } from "./table-classes.ts";

/** A value of a row. */
export type Value = string | number | null;

/**
 * How far a restore has come. `objects`, `parts` and `indexed` count the objects, parts of rows and parts of the search index that
 * are restored. They are restored in a fixed order, so a count tells which ones. `loaded` is 1 when all of them are.
 */
export type RestoreProgress = { objects: number; parts: number; indexed: number; loaded: number };

const makeProgress = `CREATE TABLE restore_progress (
  backup TEXT NOT NULL, objects INTEGER NOT NULL, parts INTEGER NOT NULL, indexed INTEGER NOT NULL,
  loaded INTEGER NOT NULL) STRICT`;

/**
 * The progress of the restore of this backup that was stopped; null for an empty site. Throws StartFailure for a site with
 * content, and for one that has a part of another backup.
 */
export async function readProgress(
  ask: AskDatabase,
  backup: string,
): Promise<RestoreProgress | null> {
  const [rows = []] = await ask(["SELECT name FROM sqlite_master WHERE type = 'table'"]);
  const tables = new Set(rows.map(({ name }) => String(name)));
  if (tables.has("restore_progress")) {
    const [[row] = []] = await ask(["SELECT * FROM restore_progress"]);
    if (row?.["backup"] !== backup) throw new StartFailure(backupWords.otherRestore);
    const read = (column: keyof RestoreProgress) => Number(row[column]);
    return {
      objects: read("objects"),
      parts: read("parts"),
      indexed: read("indexed"),
      loaded: read("loaded"),
    };
  }
  // The clock of a site without content writes settings, and nothing else that a backup saves.
  const saved = Object.entries(tableClasses)
    .filter(([name, { saved: columns }]) => columns !== undefined && name !== "settings")
    .map(([name]) => name)
    .filter((name) => tables.has(name));
  if (saved.length === 0) return null;
  const counts = await ask(saved.map((name) => `SELECT 1 FROM "${name}" LIMIT 1`));
  const full = saved.filter((_, n) => (counts[n] ?? []).length > 0);
  if (full.length > 0) throw new StartFailure(backupWords.notEmpty(full));
  return null;
}

/** Without triggers, rows come back as they were: what a trigger did is in the rows already. */
export async function beginRestore(
  ask: AskDatabase,
  { triggers }: Schema,
  backup: string,
): Promise<void> {
  await ask([
    makeProgress,
    `INSERT INTO restore_progress VALUES (${writeLiteral(backup)}, 0, 0, 0, 0)`,
    "DELETE FROM settings",
    ...dropTriggers(triggers),
  ]);
}

export async function recordProgress(
  ask: AskDatabase,
  name: keyof RestoreProgress,
  done: number,
): Promise<void> {
  await ask([`UPDATE restore_progress SET ${name} = ${done}`]);
}

/** D1's limit for a value is 2 MB. */
const maxParameterBytes = 1_000_000;

/** Inserts rows. Rows that are there already stay. `columns` are those of the backup. */
export async function insertRows(
  { run }: SiteStores,
  { name, key }: SavedTable,
  columns: readonly string[],
  rows: readonly Value[][],
): Promise<void> {
  const constants = Object.entries(tableClasses[name]?.restored ?? {});
  const names = [...columns, ...constants.map(([column]) => column)].map((column) => `"${column}"`);
  const fixed = constants.map(([, value]) => writeLiteral(value));
  const insert = (values: string): string =>
    `INSERT INTO "${name}" (${names.join(", ")}) SELECT ${values} ON CONFLICT (${key.map((one) => `"${one}"`).join(", ")}) DO NOTHING`;
  const select = [...columns.map((_, n) => `value ->> ${n}`), ...fixed].join(", ");
  for (const chunk of divide(rows)) {
    const json = JSON.stringify(chunk);
    const [only = []] = chunk;
    if (Buffer.byteLength(json) <= maxParameterBytes) {
      await run(insert(`${select} FROM json_each(?1) WHERE true`), [json]);
      continue;
    }
    // The row is too large for one parameter, so each of its texts is a parameter.
    const parameters: string[] = [];
    const values = only.map((value) =>
      typeof value === "string" ? `?${parameters.push(value)}` : writeLiteral(value),
    );
    await run(insert(`${[...values, ...fixed].join(", ")} WHERE true`), parameters);
  }
}

/** Divides rows into groups that each fit into one parameter. A row that is too large for one is a group by itself. */
function* divide<Item>(rows: readonly Item[]): Generator<Item[]> {
  let chunk: Item[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row)) + 1;
    if (chunk.length > 0 && bytes + size > maxParameterBytes - 2) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(row);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}

/** Writes the terms of published texts into the search index, by their positions. May be repeated. */
export async function insertTerms(
  { run }: SiteStores,
  entries: readonly { position: number; terms: string }[],
): Promise<void> {
  await run("DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?1))", [
    JSON.stringify(entries.map(({ position }) => position)),
  ]);
  for (const chunk of divide(entries)) {
    const [only] = chunk;
    if (chunk.length === 1 && only !== undefined) {
      await run(`INSERT INTO search (rowid, terms) VALUES (${only.position}, ?1)`, [only.terms]);
      continue;
    }
    await run(
      "INSERT INTO search (rowid, terms) SELECT value ->> 'position', value ->> 'terms' FROM json_each(?1)",
      [JSON.stringify(chunk)],
    );
  }
}

/** Throws StartFailure if a table has not as many rows as the backup. */
export async function requireCounts(
  ask: AskDatabase,
  expected: readonly { name: string; rows: number }[],
): Promise<void> {
  const counts = await ask(expected.map(({ name }) => `SELECT count(*) AS rows FROM "${name}"`));
  const wrong = expected.filter(({ rows }, n) => counts[n]?.[0]?.["rows"] !== rows);
  if (wrong.length > 0)
    throw new StartFailure(backupWords.wrongCounts(wrong.map(({ name }) => name)));
}

/** Ends the loading of rows. Later migrations may change rows and triggers, so it is not repeated. */
export async function endLoading(ask: AskDatabase, { triggers }: Schema): Promise<void> {
  await ask([
    ...dropTriggers(triggers),
    ...triggers.values(),
    "UPDATE restore_progress SET loaded = 1",
  ]);
}

function dropTriggers(triggers: ReadonlyMap<string, string>): string[] {
  return [...triggers.keys()].map((name) => `DROP TRIGGER IF EXISTS "${name}"`);
}

/**
 * Turns the restored rows into a running site, in one transaction. Stored pages are made again and the edge cache is purged. The
 * numbers of the change log continue from the present time in ms. So a mirror that read changes which the backup does not have holds
 * an unknown cursor, and must start again. Scheduled articles whose time has passed wait for an editor, unless `publishesOverdue`.
 */
export async function finishRestore(
  ask: AskDatabase,
  { now, publishesOverdue }: { now: number; publishesOverdue: boolean },
): Promise<void> {
  const purge = writeLiteral(JSON.stringify([everything]));
  await ask([
    ...(publishesOverdue ? [] : unscheduleOverdue(now)),
    "UPDATE stored_pages SET change = change + 1, reach = NULL",
    `INSERT INTO outbox (kind, payload, rounds, created_at, due_at) VALUES ('purge', ${purge}, 1, ${now}, ${now})`,
    "INSERT INTO sqlite_sequence (name, seq) SELECT 'changes', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'changes')",
    `UPDATE sqlite_sequence SET seq = max(seq + 1, ${now}) WHERE name = 'changes'`,
    "DROP TABLE restore_progress",
  ]);
}

/** As an editor would do it: see src/publishing/withdrawal.ts. */
function unscheduleOverdue(now: number): string[] {
  const due = `scheduled_at <= ${now}`;
  return [
    `INSERT INTO events (article_id, number, type, version, actor_id, at, reason, owner_id)
     SELECT id, event + 1, 'unscheduled', scheduled_version, NULL, ${now}, ${writeLiteral(backupWords.unscheduled)}, owner_id
     FROM articles WHERE ${due}`,
    `UPDATE articles SET state = CASE WHEN scheduled_version IS approved_version THEN 'withdrawn' ELSE 'submitted' END,
       event = event + 1, scheduled_version = NULL, scheduled_at = NULL WHERE ${due}`,
  ];
}
