import type { AiLabel } from "../ai-label.ts";
import type { Actor } from "../people/person.ts";
import { writeWithRight } from "../people/requirement-store.ts";
import type { PreparedPhoto } from "./photo-preparation.ts";
import type { PhotoOrigin } from "./photo-facts.ts";
import type { StoredEdit } from "./photo-change-store.ts";
import { photoKey } from "./photo.ts";
import type { Photo, PhotoType, PhotoVariants } from "./photo.ts";
import type { PhotoFile } from "./variants.ts";

/** Where photos live: rows in D1, bytes in R2 under `photos/<id>/<name>`. */
export type PhotoHome = { DB: D1Database; PHOTOS: R2Bucket };

/** `variants` and `edit` are JSON. */
type PhotoRow = {
  id: string;
  type: PhotoType;
  width: number;
  height: number;
  bytes: number;
  variants: string;
  edit: string | null;
  credit: string | null;
  source: PhotoOrigin | null;
  license: string | null;
  usable_until: string | null;
  made_by_ai: AiLabel | null;
};

const photoColumns = `id, type, width, height, bytes, variants, edit, credit, source, license, usable_until, made_by_ai`;

/** The photo of an id; `"erased"` when it was erased; null when it is unknown. */
export async function findPhoto(db: D1Database, id: string): Promise<Photo | "erased" | null> {
  const row = await db
    .prepare(`SELECT ${photoColumns}, erased_at FROM photos WHERE id = ?1`)
    .bind(id)
    .first<PhotoRow & { erased_at: number | null }>();
  if (row === null) return null;
  return row.erased_at === null ? toPhoto(row) : "erased";
}

/** The photos of these ids that exist and are not erased, by id, in one query. */
export async function readPhotos(db: D1Database, ids: string[]): Promise<Map<string, Photo>> {
  return readVisiblePhotos(db, ids, null);
}

/** The ids among these whose photos were erased, in one query. */
export async function readErased(db: D1Database, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { results } = await db
    .prepare(
      `SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?1)) AND erased_at IS NOT NULL`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string }>();
  return new Set(results.map(({ id }) => id));
}

/** The photo if the public may see it: a published version, a profile, a block of the front page or the banner uses it now, and it is not erased. */
export async function findPublicPhoto(db: D1Database, id: string): Promise<Photo | null> {
  const row = await db
    .prepare(
      `SELECT ${photoColumns} FROM photos
       WHERE id = ?1 AND erased_at IS NULL
         AND (EXISTS (SELECT 1 FROM public_photos WHERE photo_id = ?1)
           OR EXISTS (SELECT 1 FROM settings WHERE name = 'banner' AND value ->> '$.photo.id' = ?1
             AND value ->> '$.from' <= ?2 AND value ->> '$.until' > ?2))`,
    )
    .bind(id, Date.now())
    .first<PhotoRow>();
  return row === null ? null : toPhoto(row);
}

/**
 * The SQL condition under which somebody may see a row of `photos`: they sent it, one of their articles shows it, or readers
 * see it. `viewer` is the parameter that holds their id, null for an editor, who may see every photo. CROSS JOIN keeps the
 * order: a photo has few uses, a reporter many articles.
 */
export function visibleTo(viewer: `?${number}`): string {
  return `(${viewer} IS NULL OR photos.owner_id = ${viewer}
    OR EXISTS (SELECT 1 FROM photo_senders WHERE photo_id = photos.id AND person_id = ${viewer})
    OR EXISTS (SELECT 1 FROM public_photos WHERE photo_id = photos.id)
    OR EXISTS (SELECT 1 FROM photo_uses CROSS JOIN articles ON articles.id = photo_uses.article_id
               WHERE photo_uses.photo_id = photos.id AND articles.owner_id = ${viewer}))`;
}

/** The photos among these that this person may see and that are not erased; `viewerId` is null for an editor. */
export async function readVisiblePhotos(
  db: D1Database,
  ids: string[],
  viewerId: string | null,
): Promise<Map<string, Photo>> {
  if (ids.length === 0) return new Map();
  const { results } = await db
    .prepare(
      `SELECT ${photoColumns} FROM photos
       WHERE id IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL AND ${visibleTo("?2")}`,
    )
    .bind(JSON.stringify(ids), viewerId)
    .all<PhotoRow>();
  return new Map(results.map((row) => [row.id, toPhoto(row)]));
}

/** The ids among these that name a photo which is not erased. */
export async function findStoredIds(db: D1Database, ids: string[]): Promise<string[]> {
  return [...(await readPhotos(db, ids)).keys()];
}

/** The photo if this person may see it and it is not erased; `viewerId` is null for an editor. */
export async function findStaffPhoto(
  db: D1Database,
  id: string,
  viewerId: string | null,
): Promise<Photo | null> {
  const row = await db
    .prepare(
      `SELECT ${photoColumns} FROM photos
       WHERE id = ?1 AND erased_at IS NULL AND ${visibleTo("?2")}`,
    )
    .bind(id, viewerId)
    .first<PhotoRow>();
  return row === null ? null : toPhoto(row);
}

/**
 * Stores the files, then the row. So a photo with a row has all its files; a failure half-way leaves files that nobody
 * can name and that a repeat overwrites. False when another request stored the same photo first. AppError forbidden if the
 * sender has lost the right to act meanwhile.
 */
export async function savePhoto(
  home: PhotoHome,
  photo: Photo,
  prepared: PreparedPhoto,
  sender: Actor,
): Promise<boolean> {
  const files = [prepared.upload, ...prepared.variants];
  await Promise.all(files.map((file) => putFile(home.PHOTOS, photo.id, file)));
  const insertion = home.DB.prepare(
    `INSERT INTO photos (id, owner_id, type, width, height, bytes, variants, credit, created_at,
       source, license, usable_until, made_by_ai)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (id) DO NOTHING`,
  ).bind(
    photo.id,
    sender.id,
    photo.type,
    photo.width,
    photo.height,
    photo.bytes,
    JSON.stringify(photo.variants),
    photo.credit,
    Date.now(),
    photo.source,
    photo.license,
    photo.usableUntil,
    photo.madeByAi,
  );
  const [inserted] = await writeWithRight({ db: home.DB, actor: sender }, [insertion]);
  if ((inserted?.meta.changes ?? 0) > 0) return true;
  // An erasure at the same time may have deleted the files before these were written.
  if ((await findPhoto(home.DB, photo.id)) === "erased")
    await deletePhotoFiles(home.PHOTOS, photo.id);
  return false;
}

/** Records that a person sent the bytes of a photo that somebody else had sent before. Repeatable. AppError as savePhoto. */
export async function recordSender(db: D1Database, id: string, sender: Actor): Promise<void> {
  const insertion = db
    .prepare(
      `INSERT INTO photo_senders (photo_id, person_id)
       SELECT id, ?2 FROM photos WHERE id = ?1 AND owner_id <> ?2 ON CONFLICT DO NOTHING`,
    )
    .bind(id, sender.id);
  await writeWithRight({ db, actor: sender }, [insertion]);
}

/** `sha256` makes R2 refuse damaged bytes. */
export async function putFile(bucket: R2Bucket, id: string, file: PhotoFile): Promise<void> {
  await bucket.put(photoKey(id, file.name), file.bytes, {
    sha256: await crypto.subtle.digest("SHA-256", file.bytes),
    httpMetadata: { contentType: file.type },
  });
}

/** A stored file; without its body when `known` has its ETag; null when it is missing. */
export async function getPhotoFile(
  bucket: R2Bucket,
  id: string,
  name: string,
  known: string[],
): Promise<R2ObjectBody | R2Object | null> {
  const key = photoKey(id, name);
  if (known.length === 0) return bucket.get(key);
  return bucket.get(key, { onlyIf: new Headers({ "if-none-match": known.join(", ") }) });
}

/** A stored file's metadata, without its bytes. */
export async function readPhotoFileHead(
  bucket: R2Bucket,
  id: string,
  name: string,
): Promise<R2Object | null> {
  return bucket.head(photoKey(id, name));
}

/**
 * The statement that erases a photo, as Law 91/2025/QH15 gives people the right to demand: nobody sees it from then on,
 * whatever the edge cache holds. Its files and pages follow: src/publishing/photo-erasure.ts.
 */
export function markErased(db: D1Database, id: string, now: number): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE photos SET erased_at = ?2, credit = NULL, license = NULL WHERE id = ?1 AND erased_at IS NULL",
    )
    .bind(id, now);
}

/** Deletes every file of a photo. Repeatable. */
export async function deletePhotoFiles(bucket: R2Bucket, id: string): Promise<void> {
  const { objects } = await bucket.list({ prefix: photoKey(id, "") });
  await bucket.delete(objects.map(({ key }) => key));
}

/** Erased photos that still have files, or a published page that shows them. */
export async function readUnfinishedErasures(db: D1Database, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM photos WHERE erased_at IS NOT NULL
         AND (erasure_done_at IS NULL OR EXISTS (SELECT 1 FROM published_photos WHERE photo_id = photos.id))
       LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

export async function recordErasureDone(db: D1Database, id: string, now: number): Promise<void> {
  await db.prepare("UPDATE photos SET erasure_done_at = ?2 WHERE id = ?1").bind(id, now).run();
}

/**
 * The ids of the public articles that show a photo, or only name it: in another photo's alt, or as the address of a link.
 * Reads every published text, so it is for rare acts.
 */
export async function readPublicUses(db: D1Database, id: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT article_id FROM published_photos WHERE photo_id = ?1
       UNION SELECT public_texts.article_id FROM public_texts
       JOIN versions ON versions.article_id = public_texts.article_id AND versions.number = public_texts.version
       WHERE instr(versions.content, ?1) > 0`,
    )
    .bind(id)
    .all<{ article_id: string }>();
  return results.map((row) => row.article_id);
}

function toPhoto({ id, type, bytes, ...row }: PhotoRow): Photo {
  const { credit, source, license, usable_until: usableUntil, made_by_ai: madeByAi } = row;
  const facts = { credit, source, license, usableUntil, madeByAi };
  const made = JSON.parse(row.variants) as PhotoVariants;
  const original = { width: row.width, height: row.height, variants: made };
  if (row.edit === null) return { id, type, bytes, ...facts, ...original, edit: null, original };
  const { rotation, crop, focus, ...shown } = JSON.parse(row.edit) as StoredEdit;
  return { id, type, bytes, ...facts, ...shown, edit: { rotation, crop, focus }, original };
}
