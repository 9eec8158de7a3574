import { existsSync } from "node:fs";
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { fileKey } from "../../src/file/file.ts";
import { nameVariantFile, photoKey, uploadName, variantNames } from "../../src/photo/photo.ts";
import type { PhotoType } from "../../src/photo/photo.ts";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import type { AskDatabase } from "../start/migration-store.ts";
import { StartFailure } from "../start/start-failure.ts";
import { lockState } from "../start/state-lock.ts";
import { BackupFolder } from "./backup-folder.ts";
import type { Manifest, StoredObject } from "./backup-folder.ts";
import { recordBackup } from "./backup-record-store.ts";
import { copyChangingRows, copyRows, readLastMigration } from "./row-copy-store.ts";
import { RowCopy } from "./row-copy.ts";
import { readSchema } from "./schema.ts";
import type { Schema } from "./schema.ts";
import type { SiteStores, Snapshot } from "./site-stores.ts";

export type Report = (line: string) => void;

/** How many objects are copied at once. */
const objectsAtOnce = 6;

/**
 * Saves a site into a folder: rows first, then the objects that they name, then the manifest. A killed backup leaves no manifest,
 * and the next one goes on with the objects. `keep`: how many backups stay in the folder. Throws StartFailure.
 */
export async function takeBackup(
  stores: SiteStores,
  path: string,
  keep: number,
  report: Report,
): Promise<Manifest> {
  const startedAt = Date.now();
  const folder = new BackupFolder(path);
  await folder.prepare();
  await using _lock = await lockState(folder.path, () => backupWords.folderInUse(path));
  const former = await folder.readNewest();
  if (former !== null && former.site !== stores.address) {
    throw new StartFailure(backupWords.otherSite(path, former.site, stores.address));
  }
  // Of a local site the moment is when this begins: see `snapshot`.
  using snapshot = stores.snapshot?.() ?? null;
  const ask = snapshot?.ask ?? stores.ask;
  const schemaName = await readLastMigration(ask);
  const schema = await readSchema(stores.migrations, schemaName);
  using copy = new RowCopy(folder.unfinished("rows.sqlite"));
  const moment = await readRows(ask, snapshot, schema, copy, report);
  const tables = await writeTables(folder, schema, copy);
  const objects = await copyObjects(stores, folder, listKeys(schema, copy), former, report);
  const manifest: Manifest = {
    format: 1,
    site: stores.address,
    moment,
    schema: schemaName,
    tables,
    objects,
  };
  await folder.writeManifest(manifest);
  await rm(folder.unfinished(journal), { force: true });
  await folder.prune(keep);
  const { missing } = objects;
  const error = missing.length === 0 ? null : backupWords.missing(missing);
  await recordBackup(stores.ask, schema, {
    startedAt,
    endedAt: Date.now(),
    target: path,
    manifest,
    error,
  });
  return manifest;
}

/** Returns the moment whose rows these are, ms. */
async function readRows(
  ask: AskDatabase,
  snapshot: Snapshot | null,
  schema: Schema,
  copy: RowCopy,
  report: Report,
): Promise<number> {
  const counts = new Map<string, number>();
  const onRows = (table: string, rows: number): void => {
    counts.set(table, (counts.get(table) ?? 0) + rows);
    report(backupWords.rows(table, counts.get(table) ?? 0));
  };
  if (snapshot === null) return copyChangingRows(ask, schema, copy, onRows);
  await copyRows(ask, schema, copy, onRows);
  return snapshot.moment;
}

async function writeTables(
  folder: BackupFolder,
  { tables }: Schema,
  copy: RowCopy,
): Promise<Manifest["tables"]> {
  const written: Manifest["tables"] = {};
  for (const { name, columns } of tables) {
    written[name] = { columns, ...(await writeParts(folder, copy.read(name))) };
  }
  return written;
}

/** About how many bytes of text a part has. */
const bytesPerPart = 256_000;

/**
 * Writes rows as parts. Whether a part ends with a row depends on that row alone, mostly, so a new row changes one part, not all that
 * follow it.
 */
async function writeParts(
  folder: BackupFolder,
  rows: Iterable<{ key: string; row: string }>,
): Promise<{ rows: number; parts: string[] }> {
  const parts: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  let count = 0;
  for (const { key, row } of rows) {
    part.push(row);
    bytes += row.length;
    count++;
    if (scatter(key) % bytesPerPart > row.length && bytes < 4 * bytesPerPart) continue;
    parts.push(await folder.writePart(part));
    part = [];
    bytes = 0;
  }
  if (part.length > 0) parts.push(await folder.writePart(part));
  return { rows: count, parts };
}

/** A number that looks random (FNV-1a). */
function scatter(text: string): number {
  let sum = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) sum = Math.imul(sum ^ text.charCodeAt(n), 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}

/** The keys of the objects that the rows name: each photo's upload and variants, also those of its edit, and each file. */
function* listKeys({ tables }: Schema, copy: RowCopy): Generator<string> {
  const read = function* (name: string) {
    const columns = tables.find((table) => table.name === name)?.columns ?? [];
    for (const { row } of copy.read(name)) {
      const values = JSON.parse(row) as (string | number | null)[];
      yield Object.fromEntries(columns.map((column, n) => [column, values[n] ?? null]));
    }
  };
  for (const { id, type, variants, edit, erased_at: erasedAt } of read("photos")) {
    if (erasedAt !== null) continue;
    const edited =
      edit === null ? null : (JSON.parse(String(edit)) as { revision: string; variants: object });
    const names = [
      uploadName(type as PhotoType),
      ...listMade(JSON.parse(String(variants)) as object),
      ...(edited === null
        ? []
        : listMade(edited.variants).map((name) => nameVariantFile(edited, name))),
    ];
    for (const name of names) yield photoKey(String(id), name);
  }
  for (const { id, erased_at: erasedAt } of read("files")) {
    if (erasedAt === null) yield fileKey(String(id));
  }
}

const listMade = (variants: object) => variantNames.filter((name) => name in variants);

/** The file that lists the objects that are already copied: one JSON array on each line. After a killed backup the next one reads it. */
const journal = "objects.jsonl";

async function copyObjects(
  stores: SiteStores,
  folder: BackupFolder,
  keys: Iterable<string>,
  former: Manifest | null,
  report: Report,
): Promise<Manifest["objects"]> {
  const known = await readKnownObjects(folder, former);
  using copy = new RowCopy(folder.unfinished("objects.sqlite"));
  const missing: string[] = [];
  let [count, bytes, fetched] = [0, 0, 0];
  const waiting = keys[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      const key = next.value;
      let object = known.get(key);
      if (object === undefined || !folder.hasObject(object)) {
        const found = await stores.getObject(key);
        if (found === null) {
          missing.push(key);
          continue;
        }
        object = [key, ...(await folder.writeObject(found.body, key)), found.type];
        await appendFile(folder.unfinished(journal), `${JSON.stringify(object)}\n`);
        fetched++;
      }
      copy.put("objects", [{ key, row: JSON.stringify(object) }]);
      count++;
      bytes += object[2];
      report(backupWords.objects(count, fetched, bytes));
    }
  };
  await Promise.all(Array.from({ length: objectsAtOnce }, work));
  const { parts } = await writeParts(folder, copy.read("objects"));
  return { count, bytes, missing: missing.sort(), parts };
}

/** What the last backup has, and what a killed one has copied. The bytes under a key never change. */
async function readKnownObjects(
  folder: BackupFolder,
  former: Manifest | null,
): Promise<Map<string, StoredObject>> {
  const known = new Map<string, StoredObject>();
  if (former !== null) {
    for await (const object of folder.readObjects(former)) known.set(object[0], object);
  }
  const file = folder.unfinished(journal);
  const text = existsSync(file) ? await readFile(file, "utf8") : "";
  // A line without its end was cut off.
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) await writeFile(file, whole);
  for (const line of whole.split("\n").slice(0, -1)) {
    const object = JSON.parse(line) as StoredObject;
    // After a power failure a file may be shorter than it was.
    if (folder.hasObject(object)) known.set(object[0], object);
  }
  return known;
}
