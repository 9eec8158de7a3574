import { readFile } from "node:fs/promises";
import { makeTerm, writeIndexTerms } from "../../src/search/search-terms.ts";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import { migrateTo } from "../start/migration-store.ts";
import { StartFailure } from "../start/start-failure.ts";
import type { BackupFolder, Manifest } from "./backup-folder.ts";
import { recordBackup } from "./backup-record-store.ts";
import {
  beginRestore,
  endLoading,
  finishRestore,
  insertRows,
  insertTerms,
  readProgress,
  recordProgress,
  requireCounts,
} from "./restore-store.ts";
import type { Value } from "./restore-store.ts";
import { readSchema } from "./schema.ts";
import type { Schema } from "./schema.ts";
import type { SiteStores } from "./site-stores.ts";
import type { Report } from "./take-backup.ts";

type TextRow = Record<string, Value>;

export type RestoreChoices = {
  /** Permits a site with another address. */
  mayMove: boolean;
  /** Whether scheduled articles whose time has passed are published at once. */
  publishesOverdue: boolean;
};

/** Reads everything that a backup names. Throws StartFailure if anything is missing or damaged. */
export async function verifyBackup(
  folder: BackupFolder,
  manifest: Manifest,
  report: Report,
): Promise<void> {
  for (const [name, { parts, rows }] of Object.entries(manifest.tables)) {
    let count = 0;
    for (const part of parts) count += (await folder.readPart(part)).length;
    if (count !== rows) throw new StartFailure(backupWords.damaged(name));
  }
  let checked = 0;
  for await (const object of folder.readObjects(manifest)) {
    await folder.verifyObject(object);
    report(backupWords.checked(++checked, manifest.objects.count));
  }
}

/** The titles of the scheduled articles whose time has passed. */
export async function listOverdue(
  folder: BackupFolder,
  manifest: Manifest,
  now: number,
): Promise<string[]> {
  const titles: string[] = [];
  for await (const rows of readTable(folder, manifest, "articles")) {
    for (const { scheduled_at: at, title } of rows) {
      if (typeof at === "number" && at <= now) titles.push(String(title));
    }
  }
  return titles;
}

/** Throws StartFailure if the backup must not be restored into this site. Returns whether a part of it is there already. */
export async function requireTarget(
  stores: SiteStores,
  manifest: Manifest,
  { mayMove }: RestoreChoices,
): Promise<boolean> {
  await readSchema(stores.migrations, manifest.schema);
  if (manifest.site !== stores.address && !mayMove) {
    throw new StartFailure(backupWords.otherAddress(manifest.site, stores.address));
  }
  return (await readProgress(stores.ask, nameBackup(manifest))) !== null;
}

/**
 * Writes a verified backup into an empty site, or goes on where a killed restore stopped. The database first gets the schema of the
 * backup, and the later migrations when the rows are there. Throws StartFailure.
 */
export async function restoreBackup(
  stores: SiteStores,
  folder: BackupFolder,
  manifest: Manifest,
  choices: RestoreChoices,
  report: Report,
): Promise<void> {
  const { ask, migrations } = stores;
  const schema = await readSchema(migrations, manifest.schema);
  let progress = await readProgress(ask, nameBackup(manifest));
  await migrateTo(ask, migrations, manifest.schema);
  if (progress === null) {
    await beginRestore(ask, schema, nameBackup(manifest));
    progress = { objects: 0, parts: 0, indexed: 0, loaded: 0 };
  }
  if (progress.loaded === 0) {
    await restoreObjects(stores, folder, manifest, progress.objects, report);
    await restoreRows(stores, folder, manifest, schema, progress.parts, report);
    await restoreIndex(stores, folder, manifest, progress.indexed, report);
    const counts = Object.entries(manifest.tables).map(([name, { rows }]) => ({ name, rows }));
    await requireCounts(ask, counts);
    await endLoading(ask, schema);
  }
  await migrateTo(ask, migrations, null);
  const { moment } = manifest;
  const record = { startedAt: moment, endedAt: moment, target: folder.path, manifest, error: null };
  await recordBackup(ask, await readSchema(migrations, null), record);
  await finishRestore(ask, { now: Date.now(), publishesOverdue: choices.publishesOverdue });
}

/** A name that no other backup has. */
function nameBackup({ site, moment }: Manifest): string {
  return `${site} ${moment}`;
}

/** How many objects are restored at once. A restore that was killed repeats at most these. */
const objectsAtOnce = 6;

async function restoreObjects(
  stores: SiteStores,
  folder: BackupFolder,
  manifest: Manifest,
  done: number,
  report: Report,
): Promise<void> {
  let count = 0;
  let group: Promise<void>[] = [];
  const finishGroup = async (): Promise<void> => {
    await Promise.all(group);
    group = [];
    await recordProgress(stores.ask, "objects", count);
    report(backupWords.restored(count, manifest.objects.count));
  };
  for await (const [key, digest, , type] of folder.readObjects(manifest)) {
    if (++count <= done) continue;
    const bytes = await readFile(folder.objectPath(digest));
    group.push(stores.putObject(key, bytes, type));
    if (group.length === objectsAtOnce) await finishGroup();
  }
  await finishGroup();
}

async function restoreRows(
  stores: SiteStores,
  folder: BackupFolder,
  manifest: Manifest,
  { tables }: Schema,
  done: number,
  report: Report,
): Promise<void> {
  let part = 0;
  for (const table of tables) {
    const saved = manifest.tables[table.name];
    for (const digest of saved?.parts ?? []) {
      if (++part <= done) continue;
      const rows = await folder.readPart<Value[]>(digest);
      await insertRows(stores, table, saved?.columns ?? [], rows);
      await recordProgress(stores.ask, "parts", part);
    }
    report(backupWords.rows(table.name, saved?.rows ?? 0));
  }
}

/** Only the search index is made again: FTS5 keeps no text that a backup could read. */
async function restoreIndex(
  stores: SiteStores,
  folder: BackupFolder,
  manifest: Manifest,
  done: number,
  report: Report,
): Promise<void> {
  let part = 0;
  for (const name of ["published", "published_pages"]) {
    for await (const rows of readTable(folder, manifest, name)) {
      if (++part <= done) continue;
      await insertTerms(stores, rows.map(describeTerms));
      await recordProgress(stores.ask, "indexed", part);
      report(backupWords.indexed(part));
    }
  }
}

/** Must give the same terms as `indexForSearch` in src/search/search-index-store.ts. */
function describeTerms({ position, section, title, text }: TextRow) {
  const terms = writeIndexTerms({ title: String(title), text: String(text ?? "") });
  const place = typeof section === "string" ? `${makeTerm("section", section)} ` : "";
  return { position: Number(position), terms: place + terms };
}

/** The rows of a table, a part at a time. */
async function* readTable(
  folder: BackupFolder,
  { tables }: Manifest,
  name: string,
): AsyncGenerator<TextRow[]> {
  const { columns, parts } = tables[name] ?? { columns: [], parts: [] };
  for (const part of parts) {
    const rows = await folder.readPart<Value[]>(part);
    yield rows.map((row) =>
      Object.fromEntries(columns.map((column, n) => [column, row[n] ?? null])),
    );
  }
}
