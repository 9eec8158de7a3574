/** Which article holds each of these slugs; those that are free are absent. */
export async function readSlugOwners(
  db: D1Database,
  slugs: string[],
): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(`SELECT slug, article_id FROM slugs WHERE slug IN (SELECT value FROM json_each(?1))`)
    .bind(JSON.stringify(slugs))
    .all<{ slug: string; article_id: string }>();
  return new Map(results.map((row) => [row.slug, row.article_id]));
}

/** Every slug of an article, those that readers have seen first. */
export async function readArticleSlugs(db: D1Database, articleId: string): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT slug FROM slugs WHERE article_id = ?1 ORDER BY public_since IS NULL, slug`)
    .bind(articleId)
    .all<{ slug: string }>();
  return results.map((row) => row.slug);
}

/**
 * The statements that make a slug an article's public one. Former public slugs stay, to redirect; slugs of drafts that
 * nobody saw become free.
 */
export function takeSlug(
  db: D1Database,
  articleId: string,
  slug: string,
  now: number,
): D1PreparedStatement[] {
  return [
    db
      .prepare(`DELETE FROM slugs WHERE article_id = ?1 AND slug <> ?2 AND public_since IS NULL`)
      .bind(articleId, slug),
    db
      .prepare(
        `INSERT INTO slugs (slug, article_id, public_since) VALUES (?2, ?1, ?3)
         ON CONFLICT (slug) DO UPDATE SET public_since = COALESCE(public_since, ?3) WHERE article_id = ?1`,
      )
      .bind(articleId, slug, now),
  ];
}
