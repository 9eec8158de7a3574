import type { Article } from "./article.ts";

/** A discarded draft whose time is over. */
export type DiscardedDraft = Pick<Article, "id" | "ownerId" | "version" | "event">;

/** The drafts that were discarded at a time (ms) or before, the oldest first. */
export async function readDiscardedBefore(
  db: D1Database,
  time: number,
  limit: number,
): Promise<DiscardedDraft[]> {
  const { results } = await db
    .prepare(
      `SELECT id, owner_id AS ownerId, version, event FROM articles INDEXED BY articles_discarded
       WHERE discarded_at IS NOT NULL AND removed_at IS NULL AND discarded_at <= ?1
       ORDER BY discarded_at LIMIT ?2`,
    )
    .bind(time, limit)
    .all<DiscardedDraft>();
  return results;
}

/** The statement that marks a draft as discarded at a time (ms), or as restored if it is null. */
export function setDiscarded(db: D1Database, id: string, at: number | null): D1PreparedStatement {
  return db
    .prepare(`UPDATE articles SET discarded_at = ?2, event = event + 1 WHERE id = ?1`)
    .bind(id, at);
}

/**
 * The statements that delete the text of a discarded draft and all that belongs to it. The article's row stays without its
 * title, because its events stay.
 */
export function removeDraft(db: D1Database, id: string, now: number): D1PreparedStatement[] {
  const deleted = [
    "versions",
    "working_copies",
    "photo_uses",
    "file_uses",
    "dismissals",
    "notes",
    "version_views",
    "slugs",
    "preview_links",
  ];
  return [
    db
      .prepare(
        `UPDATE articles SET removed_at = ?2, title = '', slug = id, section = NULL, event = event + 1 WHERE id = ?1`,
      )
      .bind(id, now),
    ...deleted.map((table) => db.prepare(`DELETE FROM ${table} WHERE article_id = ?1`).bind(id)),
  ];
}
