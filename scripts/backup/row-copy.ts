import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** The rows of a backup on the disk, until they are written as parts: an archive may be larger than the memory. */
export class RowCopy {
  readonly #file: string;
  readonly #sqlite: DatabaseSync;

  /** An existing file is overwritten. */
  constructor(file: string) {
    rmSync(file, { force: true });
    this.#file = file;
    this.#sqlite = new DatabaseSync(file);
    this.#sqlite.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE TABLE copy (name TEXT, key TEXT, row TEXT, PRIMARY KEY (name, key)) WITHOUT ROWID`);
  }

  put(table: string, rows: readonly { key: string; row: string }[]): void {
    const insert = this.#sqlite.prepare("INSERT OR REPLACE INTO copy VALUES (?, ?, ?)");
    this.#sqlite.exec("BEGIN");
    for (const { key, row } of rows) insert.run(table, key, row);
    this.#sqlite.exec("COMMIT");
  }

  remove(table: string, key: string): void {
    this.#sqlite.prepare("DELETE FROM copy WHERE name = ? AND key = ?").run(table, key);
  }

  /** The rows of a table, as JSON, in the order of their keys. */
  *read(table: string): Generator<{ key: string; row: string }> {
    const rows = this.#sqlite
      .prepare("SELECT key, row FROM copy WHERE name = ? ORDER BY key")
      .iterate(table);
    for (const { key, row } of rows) yield { key: String(key), row: String(row) };
  }

  [Symbol.dispose](): void {
    this.#sqlite.close();
    rmSync(this.#file, { force: true });
  }
}
