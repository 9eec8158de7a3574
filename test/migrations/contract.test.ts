import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { listColumns, listTables } from "./sample-rows.ts";

/** What code of the schema before can no longer do, in migrations from before this rule. CONTRIBUTING.md says what it means. */
const beforeTheRule = [
  "0029_stored_pages.sql: front_page is gone",
  "0030_drafts.sql: events.owner_id is required",
];

/** The release that no longer used what a migration removes: "-- contract: 0.2.0". */
const contract = /^-- contract: \d+\.\d+\.\d+\b/m;

describe("code of the schema before runs on the schema of a migration", () => {
  test("unless the migration names the release that stopped using what it removes", () => {
    const database = new DatabaseSync(":memory:");
    const found = readdirSync("migrations")
      .sort()
      .flatMap((file) =>
        findBreaks(database, readFileSync(`migrations/${file}`, "utf8")).map(
          (one) => `${file}: ${one}`,
        ),
      );
    database.close();
    expect(found).toEqual(beforeTheRule);
  });

  test.each([
    ["DROP TABLE page;", ["page is gone"]],
    ["ALTER TABLE page RENAME TO pages;", ["page is gone"]],
    ["ALTER TABLE page DROP COLUMN note;", ["page.note is gone"]],
    ["ALTER TABLE page RENAME COLUMN note TO remark;", ["page.note is gone"]],
    ["-- contract: 0.2.0 stopped reading it\nALTER TABLE page DROP COLUMN note;", []],
    ["ALTER TABLE page ADD COLUMN at INTEGER NOT NULL DEFAULT 0;", []],
    [
      "ALTER TABLE page RENAME TO former; CREATE TABLE page (id TEXT PRIMARY KEY, note TEXT, at INTEGER NOT NULL); DROP TABLE former;",
      ["page.at is required"],
    ],
  ])("%j breaks %j", (sql, breaks) => {
    const database = new DatabaseSync(":memory:");
    database.exec("CREATE TABLE page (id TEXT PRIMARY KEY, note TEXT)");
    expect(findBreaks(database, sql)).toEqual(breaks);
    database.close();
  });
});

describe("CHANGELOG.md", () => {
  test("tells operators what to do at the newest release", () => {
    const [, newest = ""] = readFileSync("CHANGELOG.md", "utf8").split(/^## /m);
    const parts = newest
      .split(/^### /m)
      .filter((part) => part.startsWith("To do at this upgrade\n"));
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatch(/^- \S/m);
  });
});

/** Applies a migration. Returns the tables and columns that it removes, and new columns without which no row can be added. */
function findBreaks(database: DatabaseSync, sql: string): string[] {
  const before = readSchema(database);
  database.exec(sql);
  if (contract.test(sql)) return [];
  const after = readSchema(database);
  return [...before].flatMap(([table, columns]) => {
    const left = after.get(table);
    if (left === undefined) return [`${table} is gone`];
    const gone = [...columns.keys()].filter((name) => !left.has(name));
    const required = [...left].filter(
      ([name, isRequired]) => isRequired && columns.get(name) !== true,
    );
    return [
      ...gone.map((name) => `${table}.${name} is gone`),
      ...required.map(([name]) => `${table}.${name} is required`),
    ];
  });
}

/** The columns of each table, and whether every new row must name them. */
function readSchema(database: DatabaseSync): Map<string, Map<string, boolean>> {
  return new Map(
    listTables(database).map((table) => {
      const columns = listColumns(database, table);
      const isRequired = ({ notnull, pk, dflt_value: preset }: (typeof columns)[number]) =>
        notnull === 1 && pk === 0 && preset === null;
      return [table, new Map(columns.map((column) => [column.name, isRequired(column)]))];
    }),
  );
}
