import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import type { Note } from "./note.ts";

/**
 * How far a file has come: entered and still to be published, and then for good published, submitted or a draft; skipped and
 * failed ones are tried again by the next run.
 */
export type Stage = "entered" | "published" | "submitted" | "draft" | "skipped" | "failed";

/** What is known of a file. */
export type FileRecord = {
  name: string;
  /** SHA-256 of its name and bytes, hex. */
  fingerprint: string;
  stage: Stage;
  /** The article it became. */
  articleId: string | null;
  url: string | null;
  /** What was recognised, for the report: title, date and byline, and where each was found. */
  recognised: Record<string, unknown>;
  notes: Note[];
  /** Why it was skipped or failed, in Vietnamese. */
  reason: string | null;
};

type FileRow = {
  name: string;
  fingerprint: string;
  stage: Stage;
  article_id: string | null;
  url: string | null;
  /** The JSON of `recognised`. The column keeps its first name, for journals that exist. */
  told: string;
  notes: string;
  reason: string | null;
};

const columns = "name, fingerprint, stage, article_id, url, told, notes, reason";

/**
 * The memory of an import, in a file beside the input: what became of each source file, and the old addresses that lead to
 * it. A run that was cut off goes on from it; nothing of it is held in memory.
 */
export class JournalStore {
  readonly #db: DatabaseSync;
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #readAddresses: StatementSync;

  /** Opens or makes the journal of a site. Throws when the file cannot be written or another run holds it. */
  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`,
    );
    this.#db.exec(
      `CREATE TABLE IF NOT EXISTS files (
         name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, stage TEXT NOT NULL, article_id TEXT, url TEXT,
         told TEXT NOT NULL, notes TEXT NOT NULL, reason TEXT
       ) STRICT;
       CREATE TABLE IF NOT EXISTS site (address TEXT NOT NULL) STRICT;
       DROP TABLE IF EXISTS old_addresses;
       CREATE TABLE old_addresses (name TEXT NOT NULL, address TEXT NOT NULL) STRICT;
       CREATE INDEX old_addresses_by_name ON old_addresses (name)`,
    );
    this.#read = this.#db.prepare(`SELECT ${columns} FROM files WHERE name = ?`);
    this.#write = this.#db.prepare(
      `INSERT OR REPLACE INTO files (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#readAddresses = this.#db.prepare(`SELECT address FROM old_addresses WHERE name = ?`);
  }

  /** The site of this journal, which is the given one when it is new. */
  readSiteOr(address: string): string {
    const row = this.#db.prepare(`SELECT address FROM site`).get();
    if (row !== undefined) return String(row["address"]);
    this.#db.prepare(`INSERT INTO site (address) VALUES (?)`).run(address);
    return address;
  }

  file(name: string): FileRecord | null {
    const row = this.#read.get(name);
    return row === undefined ? null : recordOf(row as FileRow);
  }

  /** Every file, one after another in the order of their names. */
  *files(): Generator<FileRecord> {
    for (const row of this.#db.prepare(`SELECT ${columns} FROM files ORDER BY name`).iterate()) {
      yield recordOf(row as FileRow);
    }
  }

  keep(record: FileRecord): void {
    const { name, fingerprint, stage, articleId, url, recognised, notes, reason } = record;
    const [recognisedJson, notesJson] = [JSON.stringify(recognised), JSON.stringify(notes)];
    this.#write.run(name, fingerprint, stage, articleId, url, recognisedJson, notesJson, reason);
  }

  addOldAddress(name: string, address: string): void {
    this.#db.prepare(`INSERT INTO old_addresses (name, address) VALUES (?, ?)`).run(name, address);
  }

  oldAddresses(name: string): string[] {
    return this.#readAddresses.all(name).map((row) => String(row["address"]));
  }

  /** Runs many writes as one. */
  together(work: () => void): void {
    this.#db.exec("BEGIN");
    work();
    this.#db.exec("COMMIT");
  }

  close(): void {
    this.#db.close();
  }
}

function recordOf(row: FileRow): FileRecord {
  const { article_id: articleId, told, notes, ...rest } = row;
  return {
    ...rest,
    articleId,
    recognised: JSON.parse(told) as FileRecord["recognised"],
    notes: JSON.parse(notes) as Note[],
  };
}
