import type { ArticleKind } from "../article/article.ts";

type ChangeType = "published" | "updated" | "withdrawn";

/** One entry of the change log. `at` in ms since the epoch; `seq` rises with every change. */
export type Change = {
  seq: number;
  at: number;
  type: ChangeType;
  articleId: string;
  kind: ArticleKind;
  slug: string;
};

/** The statement that adds an entry to the change log, which mirrors follow. */
export function recordChange(
  db: D1Database,
  change: Omit<Change, "seq" | "kind">,
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO changes (at, type, article_id, slug) VALUES (?1, ?2, ?3, ?4)`)
    .bind(change.at, change.type, change.articleId, change.slug);
}

/**
 * Changes after one, in order; from the first if `since` is 0. Null if there is no change with this number: the site was restored from
 * a backup, and what its mirrors knew may be wrong.
 */
export async function readChanges(
  db: D1Database,
  since: number,
  limit: number,
): Promise<Change[] | null> {
  const { results } = await db
    .prepare(
      `SELECT seq, at, type, article_id AS articleId, kind, changes.slug
       FROM changes JOIN articles ON articles.id = changes.article_id WHERE seq >= ?1 ORDER BY seq LIMIT ?2`,
    )
    .bind(since, limit + 1)
    .all<Change>();
  if (since === 0) return results.slice(0, limit);
  return results[0]?.seq === since ? results.slice(1) : null;
}
