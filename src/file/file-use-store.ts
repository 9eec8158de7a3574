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
