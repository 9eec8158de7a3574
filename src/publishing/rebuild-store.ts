import type { ArticleKind } from "../article/article.ts";
import { parseContent } from "../article/version-store.ts";
import type { VersionToShow } from "./projection.ts";

/** An article that was approved at least once, in the version approved last. */
export type ApprovedArticle = VersionToShow & {
  /** Number of its newest event when it was read. */
  event: number;
  /** Whether its last such event is "published", not "withdrawn". The projection may say otherwise. */
  isPublic: boolean;
};

type ApprovedRow = {
  id: string;
  kind: ArticleKind;
  event: number;
  slug: string;
  published_at: number;
  updated_at: number | null;
  version: number;
  content: string;
  last_act: string;
};

const approvedColumns = `articles.id, articles.kind, articles.event, articles.slug, articles.published_at, articles.updated_at,
  versions.number AS version, versions.content,
  (SELECT type FROM events WHERE events.article_id = articles.id AND type IN ('published', 'withdrawn')
   ORDER BY number DESC LIMIT 1) AS last_act`;

const approvedTables = `articles
  JOIN versions ON versions.article_id = articles.id AND versions.number = articles.approved_version`;

/** Approved articles after an id, in the order of ids. */
export async function readApprovedArticles(
  db: D1Database,
  after: string,
  limit: number,
): Promise<ApprovedArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT ${approvedColumns} FROM ${approvedTables} WHERE articles.id > ?1 ORDER BY articles.id LIMIT ?2`,
    )
    .bind(after, limit)
    .all<ApprovedRow>();
  return results.map(toApprovedArticle);
}

/** One approved article, or null. */
export async function readApprovedArticle(
  db: D1Database,
  id: string,
): Promise<ApprovedArticle | null> {
  const row = await db
    .prepare(`SELECT ${approvedColumns} FROM ${approvedTables} WHERE articles.id = ?1`)
    .bind(id)
    .first<ApprovedRow>();
  return row === null ? null : toApprovedArticle(row);
}

/**
 * The statement that makes a transaction fail when something happened to an article since it was read: its event would
 * become null, which the table refuses. See `isConflict`.
 */
export function requireUnchanged(
  db: D1Database,
  { articleId, event }: Pick<ApprovedArticle, "articleId" | "event">,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE articles SET event = CASE event WHEN ?2 THEN event END WHERE id = ?1`)
    .bind(articleId, event);
}

/** Whether a transaction failed by `requireUnchanged`. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof Error && error.message.includes("NOT NULL constraint failed: articles.event")
  );
}

function toApprovedArticle(row: ApprovedRow): ApprovedArticle {
  return {
    articleId: row.id,
    kind: row.kind,
    event: row.event,
    version: row.version,
    slug: row.slug,
    content: parseContent(row.content),
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    isPublic: row.last_act === "published",
  };
}
