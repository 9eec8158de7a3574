import { readPhotos } from "./photo-store.ts";
import type { PhotoHome } from "./photo-store.ts";
import { parseVariantFile } from "./photo.ts";
import type { Photo } from "./photo.ts";

/** A younger file may belong to an upload that is not recorded yet, in ms. */
const minAge = 24 * 60 * 60 * 1000;

/** R2 lists no more at once. */
const maxListed = 1000;

/**
 * Deletes files of R2 that belong to no photo, to an erased one, or to a former edit of a photo: an upload, an erasure or an
 * edit stopped half-way, or another edit followed. Reads one page of files, after the key `after` (null: from the start).
 * Returns the key to go on after, or null at the end. `now` is in ms since the epoch.
 */
export async function deleteOrphanFiles(
  home: PhotoHome,
  after: string | null,
  now: number,
): Promise<string | null> {
  const options: R2ListOptions = { prefix: "photos/", limit: maxListed };
  if (after !== null) options.startAfter = after;
  const { objects, truncated } = await home.PHOTOS.list(options);
  const old = objects.filter(({ uploaded }) => now - uploaded.getTime() > minAge);
  const photos = await readPhotos(home.DB, [...new Set(old.map(readPhotoId))]);
  const orphans = old.filter((object) => !isInUse(object, photos.get(readPhotoId(object))));
  if (orphans.length > 0) await home.PHOTOS.delete(orphans.map(({ key }) => key));
  return truncated ? (objects.at(-1)?.key ?? null) : null;
}

/** The id in the key `photos/<id>/<name>`. */
function readPhotoId({ key }: R2Object): string {
  return key.split("/")[1] ?? "";
}

/** The stripped upload and its variants are always kept. The next edit is drawn from the upload; ending an edit shows the variants again. */
function isInUse({ key }: R2Object, photo: Photo | undefined): boolean {
  if (photo === undefined) return false;
  const file = parseVariantFile(key.split("/").at(-1) ?? "");
  return file?.revision === undefined || file.revision === photo.revision;
}
