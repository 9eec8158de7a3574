import type { Actor } from "../people/person.ts";
import { writeWithRight } from "../people/requirement-store.ts";
import type { FileKind, FileProperties, StoredFile } from "./file.ts";

/** Where files live: rows in D1, bytes in R2 under `files/<id>`. */
export type FileHome = { DB: D1Database; PHOTOS: R2Bucket };

/** `properties` is JSON. */
type FileRow = {
  id: string;
  kind: FileKind;
  type: string;
  name: string;
  bytes: number;
  pages: number | null;
  seconds: number | null;
  properties: string;
  width: number | null;
  height: number | null;
  transcript: string | null;
};

const fileColumns = `files.id, files.kind, files.type, files.name, files.bytes, files.pages, files.seconds, files.properties,
  files.width, files.height, files.transcript`;

/** The file of an id; `"erased"` when it was erased; null when it is unknown. */
export async function findFile(db: D1Database, id: string): Promise<StoredFile | "erased" | null> {
  const row = await db
    .prepare(`SELECT ${fileColumns}, erased_at FROM files WHERE id = ?1`)
    .bind(id)
    .first<FileRow & { erased_at: number | null }>();
  if (row === null) return null;
  return row.erased_at === null ? toFile(row) : "erased";
}

/** The files of these ids that exist and are not erased, by id, in one query. */
export async function readFiles(
  db: D1Database,
  ids: readonly string[],
): Promise<Map<string, StoredFile>> {
  return readVisibleFiles(db, ids, null);
}

/**
 * The file if the public may see it: a published text uses it and it is not erased. `"gone"` if readers saw it once; null if
 * they never did.
 */
export async function findPublicFile(
  db: D1Database,
  id: string,
): Promise<StoredFile | "gone" | null> {
  const row = await db
    .prepare(
      `SELECT ${fileColumns}, erased_at IS NULL
         AND EXISTS (SELECT 1 FROM published_files WHERE file_id = ?1) AS is_public
       FROM files WHERE id = ?1 AND was_public = 1`,
    )
    .bind(id)
    .first<FileRow & { is_public: number }>();
  if (row === null) return null;
  return row.is_public === 1 ? toFile(row) : "gone";
}

/**
 * The SQL condition under which somebody may see a row of `files`: they sent it, one of their articles uses it, or readers
 * see it. `?2` holds their id, null for an editor, who may see every file.
 */
const visibleToViewer = `(?2 IS NULL OR files.owner_id = ?2
  OR EXISTS (SELECT 1 FROM file_senders WHERE file_id = files.id AND person_id = ?2)
  OR EXISTS (SELECT 1 FROM published_files WHERE file_id = files.id)
  OR EXISTS (SELECT 1 FROM file_uses CROSS JOIN articles ON articles.id = file_uses.article_id
             WHERE file_uses.file_id = files.id AND articles.owner_id = ?2))`;

/** The files among these that this person may see and that are not erased; `viewerId` is null for an editor. */
export async function readVisibleFiles(
  db: D1Database,
  ids: readonly string[],
  viewerId: string | null,
): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map();
  const { results } = await db
    .prepare(
      `SELECT ${fileColumns} FROM files
       WHERE id IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL AND ${visibleToViewer}`,
    )
    .bind(JSON.stringify(ids), viewerId)
    .all<FileRow>();
  return new Map(results.map((row) => [row.id, toFile(row)]));
}

/** The file if this person may see it and it is not erased; `viewerId` is null for an editor. */
export async function findStaffFile(
  db: D1Database,
  id: string,
  viewerId: string | null,
): Promise<StoredFile | null> {
  return (await readVisibleFiles(db, [id], viewerId)).get(id) ?? null;
}

/**
 * Writes the row of a file whose bytes are in R2. False when it has a row already, of a stored or an erased file. AppError
 * forbidden if the sender has lost the right to act meanwhile.
 */
export async function insertFile(
  db: D1Database,
  file: StoredFile,
  sender: Actor,
): Promise<boolean> {
  const insertion = db
    .prepare(
      `INSERT INTO files (id, owner_id, kind, type, name, bytes, pages, seconds, properties, created_at, width, height,
         transcript)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (id) DO NOTHING`,
    )
    .bind(
      file.id,
      sender.id,
      file.kind,
      file.type,
      file.name,
      file.bytes,
      file.pages,
      file.seconds,
      JSON.stringify(file.properties),
      Date.now(),
      file.width,
      file.height,
      file.transcript,
    );
  const [inserted] = await writeWithRight({ db, actor: sender }, [insertion]);
  return (inserted?.meta.changes ?? 0) > 0;
}

/** Records that a person sent the bytes of a file that somebody else had sent before. Repeatable. AppError as insertFile. */
export async function recordFileSender(db: D1Database, id: string, sender: Actor): Promise<void> {
  const insertion = db
    .prepare(
      `INSERT INTO file_senders (file_id, person_id)
       SELECT id, ?2 FROM files WHERE id = ?1 AND owner_id <> ?2 ON CONFLICT DO NOTHING`,
    )
    .bind(id, sender.id);
  await writeWithRight({ db, actor: sender }, [insertion]);
}

/** The statements that replace the file uses of an article by those of its newest version. Unknown ids are left out. */
export function replaceFileUses(
  db: D1Database,
  articleId: string,
  ids: readonly string[],
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM file_uses WHERE article_id = ?1`).bind(articleId),
    db
      .prepare(
        `INSERT INTO file_uses (file_id, article_id) SELECT id, ?1 FROM files
         WHERE id IN (SELECT value FROM json_each(?2)) AND erased_at IS NULL`,
      )
      .bind(articleId, JSON.stringify(ids)),
  ];
}

/** The statements that erase a file: nobody sees it from then on, and nothing is known of the people it named. */
export function markFileErased(db: D1Database, id: string, now: number): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE files SET erased_at = ?2, name = '', properties = '{}', transcript = NULL WHERE id = ?1 AND erased_at IS NULL`,
      )
      .bind(id, now),
    db.prepare(`DELETE FROM file_uses WHERE file_id = ?1`).bind(id),
  ];
}

/**
 * The statements that delete those of a person's files that nothing uses: readers never saw them, nobody else sent the same
 * bytes, and no text names them, saved or not. The clock deletes their bytes. Reads every text, so it is for rare acts.
 */
export function deleteUnusedFiles(
  db: D1Database,
  ids: readonly string[],
  ownerId: string,
): D1PreparedStatement[] {
  return ids.map((id) =>
    db
      .prepare(
        `DELETE FROM files WHERE id = ?1 AND owner_id = ?2 AND erased_at IS NULL AND was_public = 0
           AND NOT EXISTS (SELECT 1 FROM file_senders WHERE file_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM file_uses WHERE file_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM versions WHERE instr(content, ?1) > 0)
           AND NOT EXISTS (SELECT 1 FROM working_copies WHERE instr(content, ?1) > 0)`,
      )
      .bind(id, ownerId),
  );
}

/** Erased files that still have bytes, or a published page that lists them. */
export async function readUnfinishedFileErasures(db: D1Database, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM files WHERE erased_at IS NOT NULL
         AND (erasure_done_at IS NULL OR EXISTS (SELECT 1 FROM published_files WHERE file_id = files.id))
       LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

export async function recordFileErasureDone(
  db: D1Database,
  id: string,
  now: number,
): Promise<void> {
  await db.prepare("UPDATE files SET erasure_done_at = ?2 WHERE id = ?1").bind(id, now).run();
}

/** The ids of the published articles and pages that use a file. */
export async function readPublicFileUses(db: D1Database, id: string): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT article_id FROM published_files WHERE file_id = ?1`)
    .bind(id)
    .all<{ article_id: string }>();
  return results.map((row) => row.article_id);
}

/** Who sent a file first, how many others sent it too, and in how many articles it is. Null if it is unknown. */
export async function readFileOrigin(
  db: D1Database,
  id: string,
): Promise<{ ownerId: string; otherSenders: number; articles: number } | null> {
  return db
    .prepare(
      `SELECT owner_id AS ownerId, (SELECT COUNT(*) FROM file_senders WHERE file_id = ?1) AS otherSenders,
         (SELECT COUNT(*) FROM (SELECT article_id FROM file_uses WHERE file_id = ?1
            UNION SELECT article_id FROM published_files WHERE file_id = ?1)) AS articles
       FROM files WHERE id = ?1`,
    )
    .bind(id)
    .first();
}

function toFile(row: FileRow): StoredFile {
  const { id, kind, type, name, bytes, pages, seconds, width, height, transcript } = row;
  const properties = JSON.parse(row.properties) as FileProperties;
  return { id, kind, type, name, bytes, pages, seconds, properties, width, height, transcript };
}
