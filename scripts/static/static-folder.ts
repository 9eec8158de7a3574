import { createHash } from "node:crypto";
import { appendFileSync, createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { staticWords } from "../../src/vietnamese/words/static.ts";
import { replaceFile } from "../replace-file.ts";
import { StartFailure } from "../start/start-failure.ts";
import type { Place } from "./static-path.ts";

/** What is known of a copied address: path and query, or the file itself if no address has it. */
export type CopyRecord = {
  key: string;
  file: string;
  /** The entity tag of the site's answer; null if it has none. */
  etag: string | null;
  bytes: number;
  /** The addresses that it names. */
  keys: string[];
  /** Where a page that has moved leads. */
  target?: string;
  /** The title and the time of publication of an article. */
  title?: string;
  publishedAt?: string;
};

/** A change of the rewriting takes another number, so that no page of an older copy is taken for a present one. */
const format = 1;

const journalName = ".ban-tin-static.jsonl";

/**
 * The folder of a copy. Its journal names every file that was written, so that an interrupted copy goes on, and so that no other
 * file is ever deleted.
 */
export class StaticFolder {
  readonly path: string;
  /** What the last copy had. */
  readonly former = new Map<string, CopyRecord>();
  readonly #current = new Map<string, CopyRecord>();
  readonly #header: string;
  #isCurrent = true;
  written = 0;

  private constructor(path: string, place: Place) {
    this.path = path;
    this.#header = JSON.stringify({ format, ...place });
  }

  /** Throws StartFailure if the folder holds other files. */
  static async open(path: string, place: Place): Promise<StaticFolder> {
    const folder = new StaticFolder(path, place);
    await mkdir(path, { recursive: true });
    const journal = join(path, journalName);
    if (existsSync(journal)) folder.#readJournal(await readFile(journal, "utf8"));
    else if ((await readdir(path)).length > 0) throw new StartFailure(staticWords.notOurs(path));
    await folder.#writeJournal(folder.former);
    return folder;
  }

  /** The record of an address whose file is still as it was written; null if it must be copied. */
  async findCurrent(key: string): Promise<CopyRecord | null> {
    const record = this.former.get(key);
    if (record === undefined || !this.#isCurrent) return null;
    const found = await stat(join(this.path, record.file)).catch(() => null);
    return found?.size === record.bytes ? record : null;
  }

  /** Keeps a file as it is. */
  keep(record: CopyRecord): void {
    this.#current.set(record.key, record);
  }

  /** Writes a file, unless it has this content. */
  async write(record: Omit<CopyRecord, "bytes">, content: string): Promise<void> {
    const path = join(this.path, record.file);
    const bytes = Buffer.from(content);
    const former = await readFile(path).catch(() => null);
    if (former === null || !hash(former).equals(hash(bytes))) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, bytes);
      await rename(`${path}.new`, path);
      this.written += 1;
    }
    this.#record({ ...record, bytes: bytes.length });
  }

  /** Writes a file of any size. */
  async writeStream(record: Omit<CopyRecord, "bytes">, body: ReadableStream | null): Promise<void> {
    const path = join(this.path, record.file);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(
      body === null ? Readable.from([]) : Readable.fromWeb(body),
      createWriteStream(`${path}.new`),
    );
    await rename(`${path}.new`, path);
    this.written += 1;
    this.#record({ ...record, bytes: (await stat(path)).size });
  }

  records(): CopyRecord[] {
    return [...this.#current.values()];
  }

  /** Deletes the files of the last copy that this one does not have, and returns their number. */
  async removeFormer(): Promise<number> {
    const kept = new Set(this.records().map(({ file }) => file));
    const gone = new Set(
      [...this.former.values()].map(({ file }) => file).filter((file) => !kept.has(file)),
    );
    for (const file of gone) {
      await rm(join(this.path, file), { force: true });
      await this.#removeEmptyFolders(dirname(file));
    }
    await this.#writeJournal(this.#current);
    return gone.size;
  }

  async #removeEmptyFolders(folder: string): Promise<void> {
    if (
      folder === "." ||
      (await readdir(join(this.path, folder)).catch(() => ["unreadable"])).length > 0
    )
      return;
    await rmdir(join(this.path, folder));
    await this.#removeEmptyFolders(dirname(folder));
  }

  #record(record: CopyRecord): void {
    this.#current.set(record.key, record);
    appendFileSync(join(this.path, journalName), `${JSON.stringify(record)}\n`);
  }

  #readJournal(text: string): void {
    const [header, ...lines] = text.split("\n");
    this.#isCurrent = header === this.#header;
    for (const line of lines) {
      // The last line of an interrupted copy may be cut off.
      if (!line.endsWith("}")) continue;
      const record = JSON.parse(line) as CopyRecord;
      this.former.set(record.key, record);
    }
  }

  async #writeJournal(records: ReadonlyMap<string, CopyRecord>): Promise<void> {
    const lines = [...records.values()].map((record) => JSON.stringify(record));
    await replaceFile(join(this.path, journalName), [this.#header, ...lines, ""].join("\n"));
  }
}

function hash(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
