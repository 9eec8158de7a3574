/**
 * The statements that delete those of a person's photos that nothing uses: no text of any article, saved or not, and nobody
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
           AND NOT EXISTS (SELECT 1 FROM photo_uses WHERE photo_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM published_photos WHERE photo_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM versions WHERE instr(content, ?1) > 0)
           AND NOT EXISTS (SELECT 1 FROM working_copies WHERE instr(content, ?1) > 0)`,
      )
      .bind(id, ownerId),
  );
}
