import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import { StartFailure } from "../start/start-failure.ts";
import { listColumns, tableClasses } from "./table-classes.ts";

/** A table with saved rows. */
export type SavedTable = { name: string; columns: string[]; key: string[] };

/** The schema that the migrations up to one make. */
export type Schema = {
  /** Each table stands after those that its rows refer to. */
  tables: SavedTable[];
  /** The SQL that makes each trigger, by name. */
  triggers: Map<string, string>;
  /** Columns of every table, also of those that are not saved, without generated ones. */
  columns: Map<string, string[]>;
};

/** Applies the migrations up to `last` to a database in memory, and describes its schema. Throws StartFailure if `last` is unknown. */
export async function readSchema(folder: string, last: string | null): Promise<Schema> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  if (last !== null && !files.includes(last)) throw new StartFailure(backupWords.newerSchema(last));
  using sqlite = new DatabaseSync(":memory:");
  for (const file of files) {
    if (last === null || file <= last) sqlite.exec(await readFile(join(folder, file), "utf8"));
  }
  const columns = readColumns(sqlite);
  const tables = [...columns].flatMap(([name, all]) => {
    const saved = listColumns(tableClasses[name]?.saved).filter((column) => all.includes(column));
    if (tableClasses[name] === undefined) throw new StartFailure(backupWords.unknownTable(name));
    return saved.length === 0 ? [] : [{ name, columns: saved, key: readKey(sqlite, name) }];
  });
  return { tables: sortByReference(sqlite, tables), triggers: readTriggers(sqlite), columns };
}

function readColumns(sqlite: DatabaseSync): Map<string, string[]> {
  const rows = sqlite
    .prepare(
      `SELECT tables.name AS name, columns.name AS column FROM pragma_table_list AS tables, pragma_table_xinfo(tables.name) AS columns
       WHERE tables.schema = 'main' AND tables.type IN ('table', 'virtual') AND tables.name NOT LIKE 'sqlite_%' AND columns.hidden = 0`,
    )
    .all() as { name: string; column: string }[];
  return new Map(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, of]) => [
      name,
      of.map(({ column }) => column),
    ]),
  );
}

function readKey(sqlite: DatabaseSync, table: string): string[] {
  const rows = sqlite
    .prepare("SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk")
    .all(table) as { name: string }[];
  return rows.map(({ name }) => name);
}

function readTriggers(sqlite: DatabaseSync): Map<string, string> {
  const rows = sqlite
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    .all() as { name: string; sql: string }[];
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}

/** Of tables that may stand at the same place, those of the projection come last, so that readers see no half-restored site. */
function sortByReference(sqlite: DatabaseSync, tables: SavedTable[]): SavedTable[] {
  const refersTo = sqlite.prepare(
    'SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list(?)',
  );
  const isPublic = ({ name }: SavedTable): boolean => /^published|^feed_items$/.test(name);
  const waiting = new Map(
    [...tables]
      .sort((a, b) => Number(isPublic(a)) - Number(isPublic(b)))
      .map((table) => [table.name, table]),
  );
  const sorted: SavedTable[] = [];
  const take = (table: SavedTable): void => {
    if (!waiting.delete(table.name)) return;
    for (const { name } of refersTo.all(table.name) as { name: string }[]) {
      const other = waiting.get(name);
      if (other !== undefined) take(other);
    }
    sorted.push(table);
  };
  for (const table of waiting.values()) take(table);
  return sorted;
}
