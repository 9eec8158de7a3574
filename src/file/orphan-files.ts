import { readFiles } from "./file-store.ts";
import type { FileHome } from "./file-store.ts";

/** A younger object may belong to an upload that is not recorded yet, in ms. */
const minAge = 24 * 60 * 60 * 1000;

/** R2 lists no more at once. */
const maxListed = 1000;

/**
 * Deletes objects of R2 that belong to no file, or to an erased one: an upload or an erasure stopped half-way. Reads one page of
 * objects, after the key `after` (null: from the start). Returns the key to go on after, or null at the end. `now` is in ms.
 */
export async function deleteOrphanUploads(
  home: FileHome,
  after: string | null,
  now: number,
): Promise<string | null> {
  const options: R2ListOptions = { prefix: "files/", limit: maxListed };
  if (after !== null) options.startAfter = after;
  const { objects, truncated } = await home.PHOTOS.list(options);
  const old = objects.filter(({ uploaded }) => now - uploaded.getTime() > minAge);
  const files = await readFiles(home.DB, old.map(readFileId));
  const orphans = old.filter((object) => !files.has(readFileId(object)));
  if (orphans.length > 0) await home.PHOTOS.delete(orphans.map(({ key }) => key));
  return truncated ? (objects.at(-1)?.key ?? null) : null;
}

/** The id in the key `files/<id>`. */
function readFileId({ key }: R2Object): string {
  return key.slice("files/".length);
}
