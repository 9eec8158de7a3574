import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file so that a reader finds all of the old content or all of the new, whenever this process is killed or the
 * power fails. `fresh` is where the new content is written first; it must be on the same disk.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  { mode = 0o666, fresh = `${path}.${process.pid}.new` } = {},
): Promise<void> {
  try {
    await writeToDisk(fresh, content, mode);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await keepFolderEntries(dirname(path));
}

async function writeToDisk(
  path: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  await using file = await open(path, "w", mode);
  await file.writeFile(content);
  await file.sync();
}

/** Makes a rename last through a power failure. Windows opens no folders and needs no such step. */
async function keepFolderEntries(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  await using handle = await open(folder);
  await handle.sync();
}
