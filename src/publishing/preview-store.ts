/** Whether an article was taken from readers at a time (ms) or later. */
export async function wasWithdrawnSince(
  db: D1Database,
  articleId: string,
  since: number,
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM events WHERE article_id = ?1 AND type = 'withdrawn' AND at >= ?2) AS withdrawn`,
    )
    .bind(articleId, since)
    .first<{ withdrawn: number }>();
  return row?.withdrawn === 1;
}
