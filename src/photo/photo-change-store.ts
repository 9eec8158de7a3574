import { requireThat } from "../people/requirement-store.ts";
import { factNames } from "./photo-facts.ts";
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

const factColumns: Record<keyof PhotoFacts, string> = {
  credit: "credit",
  source: "source",
  license: "license",
  usableUntil: "usable_until",
  madeByAi: "made_by_ai",
};

/** The statement that sets some facts of a photo, at least one. It leaves the others alone, which somebody may change at the same time. */
export function setFacts(
  db: D1Database,
  id: string,
  changed: Partial<PhotoFacts>,
): D1PreparedStatement {
  const names = factNames.filter((name) => changed[name] !== undefined);
  const assignments = names.map((name, index) => `${factColumns[name]} = ?${index + 2}`);
  return db
    .prepare(`UPDATE photos SET ${assignments.join(", ")} WHERE id = ?1 AND erased_at IS NULL`)
    .bind(id, ...names.map((name) => changed[name]));
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

/**
 * The SQL condition under which a reporter may change a photo of theirs: no published article shows it, and no approved one will
 * show it at its time. ?1 is the photo, ?2 the reporter.
 */
const isOwnAndUnapproved = `owner_id = ?2
  AND NOT EXISTS (SELECT 1 FROM public_photos WHERE photo_id = ?1)
  AND NOT EXISTS (SELECT 1 FROM articles
    JOIN versions ON versions.article_id = articles.id AND versions.number = articles.scheduled_version
    WHERE articles.scheduled_at IS NOT NULL AND instr(versions.content, ?1) > 0)`;

export async function mayReporterChange(
  db: D1Database,
  id: string,
  reporterId: string,
): Promise<boolean> {
  const row = await db
    .prepare(`SELECT 1 AS found FROM photos WHERE id = ?1 AND ${isOwnAndUnapproved}`)
    .bind(id, reporterId)
    .first();
  return row !== null;
}

/**
 * The statement that makes a transaction fail if the photo was erased, or may not be changed by this reporter any more.
 * `reporterId` is null for an editor, who may change every photo.
 */
export function requireChangeable(
  db: D1Database,
  id: string,
  reporterId: string | null,
): D1PreparedStatement {
  return reporterId === null
    ? requireThat(db, `EXISTS (SELECT 1 FROM photos WHERE id = ?1 AND erased_at IS NULL)`, id)
    : requireThat(
        db,
        `EXISTS (SELECT 1 FROM photos WHERE id = ?1 AND erased_at IS NULL AND ${isOwnAndUnapproved})`,
        id,
        reporterId,
      );
}

/**
 * The statements that delete those of a person's photos that nothing uses: no banner, no text of any article, saved or not, and nobody
 * else who sent the same bytes. A photo whose source somebody has entered belongs to the library, and stays. Reads every text that may name one, so it is for rare acts.
 */
export function deleteUnusedPhotos(
  db: D1Database,
  ids: readonly string[],
  ownerId: string,
): D1PreparedStatement[] {
  return ids.map((id) =>
    db
      .prepare(
        `DELETE FROM photos WHERE id = ?1 AND owner_id = ?2 AND erased_at IS NULL AND source IS NULL
           AND NOT EXISTS (SELECT 1 FROM photo_senders WHERE photo_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM settings WHERE name = 'banner' AND value ->> '$.photo.id' = ?1)
           AND NOT EXISTS (SELECT 1 FROM photo_uses WHERE photo_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM public_photos WHERE photo_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM versions WHERE instr(content, ?1) > 0)
           AND NOT EXISTS (SELECT 1 FROM working_copies WHERE instr(content, ?1) > 0)`,
      )
      .bind(id, ownerId),
  );
}
