import type { DatabaseSync, SQLInputValue } from "node:sqlite";

/** A column as SQLite describes it. */
type Column = {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
  hidden: number;
};
type Reference = { from: string; table: string; to: string | null };
type Row = Record<string, SQLInputValue>;

/** What columns of JSON hold. All others hold a list. */
const json: Record<string, string> = {
  content: `{"title":"Bài","lede":"Sapo","body":"Nội dung","section":"sections-0","byline":{"authors":["Thế Bằng"],"unit":""},"tags":["mưa"]}`,
  byline: `{"authors":["Thế Bằng"],"unit":""}`,
  variants: `{"960.webp":{"width":960,"height":640}}`,
  payload: `{"tags":["lists"]}`,
  detail: `{}`,
  properties: `{}`,
  source: `{"name":"Báo Nhân Dân","url":null}`,
  lead_photo: `{"id":"photos-0","alt":"Ảnh","caption":null,"credit":null,"width":960,"height":640,"variants":{}}`,
};

/**
 * Adds rows to every table of a schema, whatever it is: two of each if its keys allow that. They honour references and checks. In
 * the second row all that may be null is null.
 */
export function addSampleRows(database: DatabaseSync): void {
  for (const table of listTables(database)) for (const n of [0, 1]) addRow(database, table, n);
}

/** Adds one row to each of these tables. `fixed` has values by table and column, for those columns that the schema has. */
export function addRows(
  database: DatabaseSync,
  tables: string[],
  fixed: Record<string, Row>,
): void {
  for (const table of tables) addRow(database, table, 0, fixed[table]);
}

/** The tables with rows of their own: not those of SQLite, of the search index, and of a full-text search. Referenced ones first. */
export function listTables(database: DatabaseSync): string[] {
  const rows = database
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all() as { name: string }[];
  const sorted = new Set<string>();
  const take = (name: string, above: string[]): void => {
    for (const { table } of listReferences(database, name))
      if (!above.includes(table)) take(table, [...above, table]);
    sorted.add(name);
  };
  for (const { name } of rows) take(name, [name]);
  return [...sorted];
}

export function listColumns(database: DatabaseSync, table: string): Column[] {
  return database.prepare("SELECT * FROM pragma_table_xinfo(?)").all(table) as Column[];
}

function listReferences(database: DatabaseSync, table: string): Reference[] {
  return database
    .prepare(`SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)`)
    .all(table) as Reference[];
}

/** Tries values until every check of the table accepts them: first all, then without each value that may be null. */
function addRow(database: DatabaseSync, table: string, n: number, fixed: Row = {}): void {
  const columns = listColumns(database, table).filter(({ hidden }) => hidden === 0);
  const optional = columns.filter(({ notnull, pk }) => notnull === 0 && pk === 0);
  const values = Object.fromEntries(
    columns.map((column) => [
      column.name,
      column.name in fixed ? (fixed[column.name] ?? null) : chooseValue(database, table, column, n),
    ]),
  );
  const withoutAll = Object.fromEntries(optional.map(({ name }) => [name, null]));
  const withoutOne = optional.map(({ name }) => ({ ...values, [name]: null }));
  const allButOne = optional.map(({ name }) => ({
    ...values,
    ...withoutAll,
    [name]: values[name] ?? null,
  }));
  const negative = columns.some(({ name }) => name === "position")
    ? [{ ...values, position: -1 - n }]
    : [];
  const candidates = n === 0 ? [values] : [{ ...values, ...withoutAll }, values];
  [...candidates, ...withoutOne, ...allButOne, ...negative].some((row) =>
    insert(database, table, row),
  );
}

function insert(database: DatabaseSync, table: string, row: Row): boolean {
  const names = Object.keys(row);
  const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`;
  try {
    database.prepare(sql).run(...Object.values(row));
    return true;
  } catch (error) {
    if (/constraint failed|ABORT|is not valid/i.test(String(error))) return false;
    throw new Error(`${table}: ${String(error)}`);
  }
}

function chooseValue(
  database: DatabaseSync,
  table: string,
  column: Column,
  n: number,
): SQLInputValue {
  const { name, type } = column;
  const reference = listReferences(database, table).find(({ from }) => from === name);
  if (reference !== undefined) return readReferenced(database, reference, n);
  const sql = String(
    database.prepare("SELECT sql FROM sqlite_master WHERE name = ?").get(table)?.["sql"],
  );
  const choices = new RegExp(`\\b${name} IN \\(([^)]*)\\)`).exec(sql)?.[1]?.match(/'([^']*)'/g);
  if (choices) return (choices[n % choices.length] ?? "").slice(1, -1);
  if (new RegExp(`json_valid\\(${name}\\)`).test(sql)) return json[name] ?? `["mưa"]`;
  if (type === "INTEGER") return n + 1;
  return type === "REAL" ? n + 0.5 : `${table}-${n}`;
}

/** The value of an existing row that a column refers to. */
function readReferenced(
  database: DatabaseSync,
  { table, to }: Reference,
  n: number,
): SQLInputValue {
  const key = to ?? listColumns(database, table).find(({ pk }) => pk > 0)?.name ?? "rowid";
  const rows = database.prepare(`SELECT "${key}" AS value FROM "${table}" ORDER BY 1`).all() as {
    value: SQLInputValue;
  }[];
  return rows[n % Math.max(1, rows.length)]?.value ?? null;
}
