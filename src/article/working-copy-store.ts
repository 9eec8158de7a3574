import type { ArticleContent } from "./article.ts";
import { parseContent } from "./version-store.ts";

/** What somebody writes and has not saved as a version yet, over the version they began from. `savedAt` in ms. */
export type WorkingCopy = { baseVersion: number; content: ArticleContent; savedAt: number };

/** How long after its last sign of life a form counts as open, ms. The script gives one every 20 s. */
export const presenceTimeout = 60_000;

/** Somebody who has the form of an article open. `seenAt` in ms since the epoch. */
export type OtherWriter = { name: string; seenAt: number };

type WorkingCopyRow = { base_version: number; content: string; saved_at: number };

/** Whose form of which article. */
export type WorkingCopyKey = { articleId: string; personId: string };

/** Their unsaved text of an article, or null. */
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

/** Who else has had the form open since a time, the latest first. */
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

/** The statement that notes that somebody has the form open; what they wrote stays. */
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
 * The statement that keeps what somebody wrote. What comes by itself, as autosaving does, is not kept when they have saved a
 * later version themselves: it then comes from before that, delayed on its way.
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

/** The statement that ends somebody's work on an article: they saved it, or threw it away. */
export function deleteWorkingCopy(
  db: D1Database,
  { articleId, personId }: WorkingCopyKey,
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM working_copies WHERE article_id = ?1 AND person_id = ?2`)
    .bind(articleId, personId);
}
