import type { ArticleContent } from "./article.ts";
import { parseContent } from "./version-store.ts";

/** A text that somebody types and has not saved as a version, and the version it began from. `savedAt` in ms. */
export type WorkingCopy = { baseVersion: number; content: ArticleContent; savedAt: number };

/** How long a form counts as open after its last request, in ms. The script sends one every 20 s. */
export const presenceTimeout = 60_000;

/** Another person who has the form of the article open. `seenAt` in ms since the epoch. */
export type OtherWriter = { name: string; seenAt: number };

type WorkingCopyRow = { base_version: number; content: string; saved_at: number };

/** Identifies a working copy: each person has one per article. */
export type WorkingCopyKey = { articleId: string; personId: string };

/** Reads the unsaved text of a person, or null. */
export async function readWorkingCopy(
  db: D1Database,
  { articleId, personId }: WorkingCopyKey,
): Promise<WorkingCopy | null> {
  const row = await db
    .prepare(
      `SELECT base_version, content, saved_at FROM working_copies
       WHERE article_id = ?1 AND person_id = ?2 AND content IS NOT NULL`,
    )
    .bind(articleId, personId)
    .first<WorkingCopyRow>();
  if (row === null) return null;
  return {
    baseVersion: row.base_version,
    content: parseContent(row.content),
    savedAt: row.saved_at,
  };
}

/** The other people who have had the form open since a time, latest first. */
export async function readOtherWriters(
  db: D1Database,
  { articleId, personId }: WorkingCopyKey,
  since: number,
): Promise<OtherWriter[]> {
  const { results } = await db
    .prepare(
      `SELECT people.name, working_copies.seen_at AS seenAt
       FROM working_copies JOIN people ON people.id = working_copies.person_id
       WHERE working_copies.article_id = ?1 AND working_copies.person_id <> ?2 AND working_copies.seen_at >= ?3
       ORDER BY working_copies.seen_at DESC`,
    )
    .bind(articleId, personId, since)
    .all<OtherWriter>();
  return results;
}

/** The statement that records that a person has the form open. It does not change their text. */
export function recordPresence(
  db: D1Database,
  { articleId, personId }: WorkingCopyKey,
  baseVersion: number,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO working_copies (article_id, person_id, base_version, content, saved_at, seen_at)
       VALUES (?1, ?2, ?3, NULL, NULL, ?4)
       ON CONFLICT (article_id, person_id) DO UPDATE SET seen_at = excluded.seen_at`,
    )
    .bind(articleId, personId, baseVersion, now);
}

/**
 * The statement that saves a working copy. An autosave is dropped when the person has saved a later version: the
 * request was delayed and is older than that version.
 */
export function saveWorkingCopy(
  db: D1Database,
  { articleId, personId }: WorkingCopyKey,
  { baseVersion, content, savedAt }: WorkingCopy,
  comes: "by itself" | "on purpose" = "by itself",
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO working_copies (article_id, person_id, base_version, content, saved_at, seen_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?5
       WHERE ?6 OR NOT EXISTS (SELECT 1 FROM versions WHERE article_id = ?1 AND number > ?3 AND author_id = ?2)
       ON CONFLICT (article_id, person_id) DO UPDATE SET
         base_version = excluded.base_version, content = excluded.content,
         saved_at = excluded.saved_at, seen_at = excluded.seen_at`,
    )
    .bind(
      articleId,
      personId,
      baseVersion,
      JSON.stringify(content),
      savedAt,
      Number(comes === "on purpose"),
    );
}

/** The statement that deletes a working copy, after it was saved as a version or discarded. */
export function deleteWorkingCopy(
  db: D1Database,
  { articleId, personId }: WorkingCopyKey,
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM working_copies WHERE article_id = ?1 AND person_id = ?2`)
    .bind(articleId, personId);
}
