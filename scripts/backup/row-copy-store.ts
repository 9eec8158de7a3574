import { randomUUID } from "node:crypto";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import type { AskDatabase } from "../start/migration-store.ts";
import { writeLiteral } from "../start/sql-literal.ts";
import { StartFailure } from "../start/start-failure.ts";
import type { SavedTable, Schema } from "./schema.ts";
import type { RowCopy } from "./row-copy.ts";

type Value = string | number | null;
type Row = Record<string, Value>;

/** About how many bytes one request reads. D1 keeps an answer in memory. */
const bytesPerPage = 2_000_000;
const maxRowsPerPage = 5000;

/** How many changed rows one transaction reads. */
const maxMarks = 500;

/** Copies the rows of all saved tables from a database that does not change meanwhile. */
export async function copyRows(
  ask: AskDatabase,
  { tables }: Schema,
  copy: RowCopy,
  onRows: (table: string, rows: number) => void,
): Promise<void> {
  for (const table of tables) {
    for await (const rows of readPages(ask, table)) {
      copy.put(
        table.name,
        rows.map((row) => describeRow(table, row)),
      );
      onRows(table.name, rows.length);
    }
  }
}

/**
 * Copies them as they are at one moment, while the site writes. D1 has no transaction over several requests, so triggers first begin
 * to note the key of each row that changes. Then all rows are read, page by page. At the end one transaction reads the noted rows
 * again. A row that was not noted is as it was read, so the copy is the state at that transaction. Returns its moment, ms. Throws
 * StartFailure if another backup of the site begins meanwhile, or a migration.
 */
export async function copyChangingRows(
  ask: AskDatabase,
  schema: Schema,
  copy: RowCopy,
  onRows: (table: string, rows: number) => void,
): Promise<number> {
  const { tables } = schema;
  const id = randomUUID();
  const lastMigration = await readLastMigration(ask);
  await ask([...stopWatching(tables), ...startWatching(tables, id)]);
  await copyRows(ask, schema, copy, onRows);
  for (;;) {
    const round = await readChangedRows(ask, tables, id);
    for (const { table, mark, row } of round.changed) {
      copy.remove(table.name, JSON.stringify(JSON.parse(mark)));
      if (row !== null) copy.put(table.name, [describeRow(table, row)]);
    }
    if (!round.isLast) continue;
    if (round.lastMigration !== lastMigration) throw new StartFailure(backupWords.migrated);
    await ask(stopWatching(tables));
    return round.moment;
  }
}

/** The name of the newest migration of a database. Throws StartFailure if it has none. */
export async function readLastMigration(ask: AskDatabase): Promise<string> {
  const [tables = []] = await ask(["SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'"]);
  if (tables.length === 0) throw new StartFailure(backupWords.noDatabase);
  const [[row] = []] = await ask([selectLastMigration]);
  if (typeof row?.["name"] !== "string") throw new StartFailure(backupWords.noDatabase);
  return row["name"];
}

const selectLastMigration = "SELECT max(name) AS name FROM d1_migrations";

const events = ["INSERT", "UPDATE", "DELETE"] as const;

/** The SQL that makes the triggers. `backup_watch` names the backup that they work for. */
function startWatching(tables: readonly SavedTable[], id: string): string[] {
  const triggers = tables.flatMap(({ name, key }) =>
    events.map((event) => {
      const sides = { INSERT: ["NEW"], UPDATE: ["OLD", "NEW"], DELETE: ["OLD"] }[event];
      const marks = sides.map(
        (side) =>
          `SELECT '${name}', json_array(${key.map((column) => `${side}."${column}"`).join(", ")})`,
      );
      return `CREATE TRIGGER ${nameTrigger(name, event)} AFTER ${event} ON "${name}"
        BEGIN INSERT INTO backup_marks (name, key) ${marks.join(" UNION ")}; END`;
    }),
  );
  return [
    "CREATE TABLE backup_watch (id TEXT NOT NULL) STRICT",
    "CREATE TABLE backup_marks (seq INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL) STRICT",
    `INSERT INTO backup_watch (id) VALUES (${writeLiteral(id)})`,
    ...triggers,
  ];
}

/** Also removes what a killed backup left. */
function stopWatching(tables: readonly SavedTable[]): string[] {
  const triggers = tables.flatMap(({ name }) =>
    events.map((event) => `DROP TRIGGER IF EXISTS ${nameTrigger(name, event)}`),
  );
  return [...triggers, "DROP TABLE IF EXISTS backup_marks", "DROP TABLE IF EXISTS backup_watch"];
}

function nameTrigger(table: string, event: string): string {
  return `backup_marks_${event.toLowerCase()}_${table}`;
}

/** Reads a table in the order of its key. */
async function* readPages(ask: AskDatabase, { name, columns, key }: SavedTable) {
  const names = key.map((column) => `"${column}"`).join(", ");
  let after = "";
  for (let limit = 100; ;) {
    const [rows = []] = await ask([
      `SELECT ${listNames(columns)} FROM "${name}" ${after} ORDER BY ${names} LIMIT ${limit}`,
    ]);
    const last = rows.at(-1) as Row | undefined;
    if (last === undefined) return;
    yield rows as Row[];
    if (rows.length < limit) return;
    const values = key.map((column) => writeLiteral(last[column] ?? null)).join(", ");
    after = `WHERE (${names}) > (${values})`;
    const bytes = JSON.stringify(rows).length / rows.length;
    limit = Math.min(maxRowsPerPage, Math.max(1, Math.floor(bytesPerPage / bytes)));
  }
}

/** Reads the rows that were noted first, and forgets their notes, in one transaction. `row` is null if it is deleted. */
async function readChangedRows(ask: AskDatabase, tables: readonly SavedTable[], id: string) {
  const bound = `(SELECT max(seq) FROM (SELECT seq FROM backup_marks ORDER BY seq LIMIT ${maxMarks}))`;
  const selections = tables.map(({ name, columns, key }) => {
    const sameKey = key.map((column, n) => `saved."${column}" = marks.key ->> ${n}`).join(" AND ");
    return `SELECT DISTINCT marks.key AS " mark", saved."${key[0] ?? ""}" IS NULL AS " gone", ${listNames(columns, "saved")}
      FROM backup_marks AS marks LEFT JOIN "${name}" AS saved ON ${sameKey}
      WHERE marks.name = '${name}' AND marks.seq <= ${bound}`;
  });
  const [[state] = [], [migration] = [], ...answers] = await askWatched(ask, [
    `SELECT id, ${bound} IS (SELECT max(seq) FROM backup_marks) AS isLast,
       CAST(unixepoch('subsec') * 1000 AS INTEGER) AS moment FROM backup_watch`,
    selectLastMigration,
    ...selections,
    `DELETE FROM backup_marks WHERE seq <= ${bound}`,
  ]);
  if (state?.["id"] !== id) throw new StartFailure(backupWords.otherBackup);
  const changed = tables.flatMap((table, n) =>
    (answers[n] ?? []).map((row) => ({
      table,
      mark: String(row[" mark"]),
      row: row[" gone"] === 1 ? null : (row as Row),
    })),
  );
  return {
    changed,
    isLast: state["isLast"] === 1,
    moment: Number(state["moment"]),
    lastMigration: migration?.["name"],
  };
}

/** Another backup that ended has removed the tables. */
async function askWatched(ask: AskDatabase, statements: string[]) {
  try {
    return await ask(statements);
  } catch (error) {
    if (/no such table: backup_/.test(String(error)))
      throw new StartFailure(backupWords.otherBackup);
    throw error;
  }
}

function listNames(columns: readonly string[], table: string | null = null): string {
  return columns
    .map((column) => (table === null ? `"${column}"` : `${table}."${column}"`))
    .join(", ");
}

function describeRow({ columns, key }: SavedTable, row: Row): { key: string; row: string } {
  return {
    key: JSON.stringify(key.map((column) => row[column])),
    row: JSON.stringify(columns.map((column) => row[column])),
  };
}
