import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BackupFolder } from "../../scripts/backup/backup-folder.ts";

/** The newest backup of a folder. `content` is what two backups of the same site share. */
export async function readBackupFolder(path: string) {
  const folder = new BackupFolder(path);
  const manifest = await folder.readNewest();
  if (manifest === null) throw new Error("no backup");
  const { tables, objects } = manifest;
  const files = await Promise.all(
    ["rows", "objects"].map((kind) => readdir(join(path, kind), { recursive: true })),
  );
  const read = async (table: string): Promise<Record<string, unknown>[]> => {
    const { columns, parts } = tables[table] ?? { columns: [], parts: [] };
    const rows = await Promise.all(parts.map((part) => folder.readPart<unknown[]>(part)));
    return rows
      .flat()
      .map((row) => Object.fromEntries(columns.map((column, n) => [column, row[n]])));
  };
  return { content: { tables, objects, files: files.flat().sort() }, read, folder, manifest };
}

/** Each transaction writes the same numbers into two tables. Returns how many it wrote before `signal` was aborted. */
export async function writePairs(
  write: (statements: string[]) => Promise<unknown>,
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  for (; !signal.aborted; count++) {
    await write([
      `INSERT INTO handbook VALUES ('${count}', '${count}', '[]', '', 0)`,
      `INSERT INTO topics VALUES ('${count}', '', '', 0)`,
      `UPDATE handbook SET note = '${count}'`,
      `UPDATE topics SET summary = '${count}'`,
      `DELETE FROM handbook WHERE id = '${count - 10}'`,
      `DELETE FROM topics WHERE slug = '${count - 10}'`,
    ]);
  }
  return count;
}

/** What a backup has of these numbers. */
export async function readPairs(path: string): Promise<{ handbook: string[]; topics: string[] }> {
  const { read } = await readBackupFolder(path);
  const [handbook, topics] = [await read("handbook"), await read("topics")];
  return {
    handbook: handbook.map(({ id, note }) => `${String(id)} ${String(note)}`),
    topics: topics.map(({ slug, summary }) => `${String(slug)} ${String(summary)}`),
  };
}
