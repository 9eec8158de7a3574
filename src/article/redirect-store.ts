import type { ArticleKind } from "./article.ts";

/** The target of an old address: an article that is public or was withdrawn. */
export type Redirect = { address: string; id: string; kind: ArticleKind; slug: string };

/** Reads the article of the longest of these addresses that is known. A draft's addresses do not count. */
export async function readRedirect(
  db: D1Database,
  addresses: readonly string[],
): Promise<Redirect | null> {
  const [first, second] = addresses;
  if (first === undefined) return null;
  return db
    .prepare(
      `SELECT redirects.address, articles.id, articles.kind, articles.slug
       FROM redirects JOIN articles ON articles.id = redirects.article_id
       WHERE redirects.address IN (?1, ?2) AND articles.approved_version IS NOT NULL
       ORDER BY length(redirects.address) DESC LIMIT 1`,
    )
    .bind(first, second ?? first)
    .first<Redirect>();
}

/** Every old address of an article, sorted. */
export async function readOldAddresses(db: D1Database, articleId: string): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT address FROM redirects WHERE article_id = ?1 ORDER BY address`)
    .bind(articleId)
    .all<{ address: string }>();
  return results.map((row) => row.address);
}

/** The addresses among these that lead to another article. */
export async function readTakenAddresses(
  db: D1Database,
  articleId: string,
  addresses: readonly string[],
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT address FROM redirects
       WHERE address IN (SELECT value FROM json_each(?2)) AND article_id <> ?1`,
    )
    .bind(articleId, JSON.stringify(addresses))
    .all<{ address: string }>();
  return results.map((row) => row.address);
}

/** The statements that replace the old addresses of an article. They fail when another article has one of them. */
export function saveOldAddresses(
  db: D1Database,
  articleId: string,
  addresses: readonly string[],
  now: number,
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM redirects WHERE article_id = ?1`).bind(articleId),
    db
      .prepare(
        `INSERT INTO redirects (address, article_id, created_at) SELECT value, ?1, ?3 FROM json_each(?2)`,
      )
      .bind(articleId, JSON.stringify(addresses), now),
  ];
}
