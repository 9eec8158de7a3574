import { requireThat } from "../people/requirement-store.ts";
import type { PhotoFacts } from "./photo-facts.ts";
import type { PhotoEdit, PhotoVariants, Size } from "./photo.ts";

/** An edit as the column `edit` holds it: with the size and the files that readers see. */
export type StoredEdit = PhotoEdit & Size & { revision: string; variants: PhotoVariants };

/** The statement that shows a photo by an edit from now on; null shows it as it was uploaded. */
export function setEdit(db: D1Database, id: string, edit: StoredEdit | null): D1PreparedStatement {
  return db
    .prepare("UPDATE photos SET edit = ?2 WHERE id = ?1 AND erased_at IS NULL")
    .bind(id, edit === null ? null : JSON.stringify(edit));
}

/** The statement that sets what is said about a photo. */
export function setFacts(db: D1Database, id: string, facts: PhotoFacts): D1PreparedStatement {
  const { credit, source, license, usableUntil, madeByAi } = facts;
  return db
    .prepare(
      `UPDATE photos SET credit = ?2, source = ?3, license = ?4, usable_until = ?5, made_by_ai = ?6
       WHERE id = ?1 AND erased_at IS NULL`,
    )
    .bind(id, credit, source, license, usableUntil, madeByAi);
}

/** The statement that records when a photo changed (ms): published pages must be rendered again. */
export function markPagesDue(db: D1Database, id: string, now: number): D1PreparedStatement {
  return db.prepare("UPDATE photos SET pages_due_since = ?2 WHERE id = ?1").bind(id, now);
}

/** A photo whose pages must be rendered again, and when it changed, ms. */
export type PagesDue = { id: string; since: number };

export async function readPagesDue(db: D1Database, limit: number): Promise<PagesDue[]> {
  const { results } = await db
    .prepare(
      `SELECT id, pages_due_since AS since FROM photos WHERE pages_due_since IS NOT NULL
       ORDER BY pages_due_since LIMIT ?1`,
    )
    .bind(limit)
    .all<PagesDue>();
  return results;
}

/** Records that the pages were rendered, unless the photo changed again meanwhile. */
export async function recordPagesRendered(db: D1Database, { id, since }: PagesDue): Promise<void> {
  await db
    .prepare("UPDATE photos SET pages_due_since = NULL WHERE id = ?1 AND pages_due_since = ?2")
    .bind(id, since)
    .run();
}

const ownAndUnpublished = `owner_id = ?2 AND NOT EXISTS (SELECT 1 FROM published_photos WHERE photo_id = ?1)`;

/** Whether a photo is this reporter's and no published article shows it. */
export async function isOwnAndUnpublished(
  db: D1Database,
  id: string,
  ownerId: string,
): Promise<boolean> {
  const row = await db
    .prepare(`SELECT 1 AS found FROM photos WHERE id = ?1 AND ${ownAndUnpublished}`)
    .bind(id, ownerId)
    .first();
  return row !== null;
}

/**
 * The statement that makes a transaction fail if the photo was erased, or may not be changed by this reporter any more.
 * `ownerId` is null for an editor, who may change every photo.
 */
export function requireChangeable(
  db: D1Database,
  id: string,
  ownerId: string | null,
): D1PreparedStatement {
  return ownerId === null
    ? requireThat(db, `EXISTS (SELECT 1 FROM photos WHERE id = ?1 AND erased_at IS NULL)`, id)
    : requireThat(
        db,
        `EXISTS (SELECT 1 FROM photos WHERE id = ?1 AND erased_at IS NULL AND ${ownAndUnpublished})`,
        id,
        ownerId,
      );
}
