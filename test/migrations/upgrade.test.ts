import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { addSampleRows, listColumns, listTables } from "./sample-rows.ts";

const files = readdirSync("migrations").sort();

/** What a migration changes on purpose, in the sample rows of the schemas before it. */
const intended: { by: string; change: RegExp; why: string }[] = [
  {
    by: "0013_rights.sql",
    change: /^(?:people\.password_hash: \S+ became none|(?:passkeys|sessions): 2 rows became 1)$/,
    why: "a disabled person keeps no password, passkey or session",
  },
  {
    by: "0015_feed_items.sql",
    change: /^published\.photos: .* became null$/,
    why: "the projection is made again from the versions",
  },
  {
    by: "0029_stored_pages.sql",
    change: /^front_page is gone$/,
    why: "stored_pages has its content",
  },
];

/** A table whose check refuses every row: an act that needs something inserts into it to fail. */
const alwaysEmpty = ["unmet_requirements"];

/** The site's own data in the order of its keys, by table: only columns that are in both schemas can be compared. */
type Data = Map<string, Record<string, unknown>[]>;

// One database goes through all schemas. At each it is filled and upgraded within a transaction that is then undone.
const database = new DatabaseSync(":memory:");
afterAll(() => database.close());

describe("a database with data", () => {
  test.each(files.map((file, n) => [file, n] as const))(
    "of %s upgrades to the newest schema",
    (file, n) => {
      migrate(file);
      database.exec("BEGIN");
      try {
        addSampleRows(database);
        const before = readData(database);
        const empty = [...before].filter(([, rows]) => rows.length === 0).map(([table]) => table);
        expect(empty.filter((table) => !alwaysEmpty.includes(table))).toEqual([]);
        for (const later of files.slice(n + 1)) migrate(later);
        const changes = compareData(before, readData(database));
        expect(changes.filter((one) => !isIntended(file, one))).toEqual([]);
        expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
        expect(database.prepare("PRAGMA integrity_check").all()).toEqual([
          { integrity_check: "ok" },
        ]);
      } finally {
        database.exec("ROLLBACK");
      }
    },
  );
});

function isIntended(from: string, change: string): boolean {
  return intended.some((one) => from < one.by && one.change.test(change));
}

function migrate(file: string): void {
  database.exec(readFileSync(`migrations/${file}`, "utf8"));
}

function readData(from: DatabaseSync): Data {
  return new Map(
    listTables(from).map((table) => {
      const columns = listColumns(from, table).filter(({ hidden }) => hidden === 0);
      const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => `"${name}"`);
      const order = key.length === 0 ? "rowid" : key.join(", ");
      return [table, from.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).all()];
    }),
  );
}

/** The rows and values that an upgrade lost or changed. */
function compareData(before: Data, after: Data): string[] {
  return [...before].flatMap(([table, rows]) => {
    const upgraded = after.get(table);
    if (upgraded === undefined) return [`${table} is gone`];
    if (upgraded.length !== rows.length)
      return [`${table}: ${rows.length} rows became ${upgraded.length}`];
    return rows.flatMap((row, n) =>
      Object.entries(row)
        .filter(([name, value]) => name in (upgraded[n] ?? {}) && upgraded[n]?.[name] !== value)
        .map(
          ([name, value]) =>
            `${table}.${name}: ${String(value)} became ${String(upgraded[n]?.[name])}`,
        ),
    );
  });
}
