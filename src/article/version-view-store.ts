import type { Version } from "./article.ts";
import { toVersion, versionColumns } from "./version-store.ts";
import type { VersionRow } from "./version-store.ts";

/** Who opens an article on its review page. */
export type ViewerKey = { articleId: string; personId: string };

/** The version that the review page shows: the scheduled one, else the newest. */
const shownVersion = `COALESCE(articles.scheduled_version, articles.version)`;

/** The statement that records that a person opens an article. Opening the same version again changes nothing. */
export function recordView(
  db: D1Database,
  { articleId, personId }: ViewerKey,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO version_views (article_id, person_id, version, at)
       SELECT id, ?2, ${shownVersion}, ?3 FROM articles WHERE id = ?1
       ON CONFLICT (article_id, person_id, version) DO NOTHING`,
    )
    .bind(articleId, personId, now);
}

/** Whether a person has opened a version on the review page. */
export async function hasViewed(
  db: D1Database,
  { articleId, personId }: ViewerKey,
  version: number,
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 AS viewed FROM version_views WHERE article_id = ?1 AND person_id = ?2 AND version = ?3`,
    )
    .bind(articleId, personId, version)
    .first<{ viewed: number }>();
  return row !== null;
}

export async function readShownVersion(db: D1Database, articleId: string): Promise<Version | null> {
  const row = await db
    .prepare(
      `SELECT ${versionColumns} FROM articles
       JOIN versions ON versions.article_id = articles.id AND versions.number = ${shownVersion}
       WHERE articles.id = ?1`,
    )
    .bind(articleId)
    .first<VersionRow>();
  return row === null ? null : toVersion(row);
}

/**
 * The version with which the shown one is compared for a person: the last that they opened before it, else the one that readers
 * see. Null if there is none.
 */
export async function readFormerVersion(
  db: D1Database,
  { articleId, personId }: ViewerKey,
): Promise<Version | null> {
  const row = await db
    .prepare(
      `SELECT ${versionColumns} FROM articles
       JOIN versions ON versions.article_id = articles.id AND versions.number = COALESCE(
         (SELECT MAX(version) FROM version_views
          WHERE article_id = ?1 AND person_id = ?2 AND version < ${shownVersion}),
         (SELECT version FROM public_texts WHERE article_id = ?1 AND version < ${shownVersion}))
       WHERE articles.id = ?1`,
    )
    .bind(articleId, personId)
    .first<VersionRow>();
  return row === null ? null : toVersion(row);
}
