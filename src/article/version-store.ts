import type { ArticleContent, Version, Byline } from "./article.ts";

/** A row of `versionColumns`. */
export type VersionRow = {
  article_id: string;
  number: number;
  content: string;
  author_id: string;
  created_at: number;
};

export const versionColumns = `versions.article_id, versions.number, versions.content, versions.author_id,
  versions.created_at`;

export async function readVersion(
  db: D1Database,
  articleId: string,
  number: number,
): Promise<Version | null> {
  const row = await db
    .prepare(`SELECT ${versionColumns} FROM versions WHERE article_id = ?1 AND number = ?2`)
    .bind(articleId, number)
    .first<VersionRow>();
  return row === null ? null : toVersion(row);
}

/** Photos are looked up in so many versions of an article that name them, the newest first. */
const maxVersionsNaming = 50;

/** The contents of the versions of an article whose text holds one of these words. */
export async function readVersionsNaming(
  db: D1Database,
  articleId: string,
  words: readonly string[],
): Promise<ArticleContent[]> {
  const { results } = await db
    .prepare(
      `SELECT content FROM versions WHERE article_id = ?1
         AND EXISTS (SELECT 1 FROM json_each(?2) WHERE instr(versions.content, value) > 0)
       ORDER BY number DESC LIMIT ?3`,
    )
    .bind(articleId, JSON.stringify(words), maxVersionsNaming)
    .all<{ content: string }>();
  return results.map(({ content }) => parseContent(content));
}

/** Every text of an article: its versions, and the working copies. */
export async function readTexts(db: D1Database, articleId: string): Promise<ArticleContent[]> {
  const { results } = await db
    .prepare(
      `SELECT content FROM versions WHERE article_id = ?1
       UNION ALL SELECT content FROM working_copies WHERE article_id = ?1 AND content IS NOT NULL`,
    )
    .bind(articleId)
    .all<{ content: string }>();
  return results.map(({ content }) => parseContent(content));
}

/** A line of the history. Times in ms since the epoch. */
export type VersionSummary = { number: number; title: string; author: string; createdAt: number };

/** Every version of an article, newest first. */
export async function listVersions(db: D1Database, articleId: string): Promise<VersionSummary[]> {
  const { results } = await db
    .prepare(
      `SELECT versions.number, versions.content ->> 'title' AS title, people.name AS author, versions.created_at AS createdAt
       FROM versions JOIN people ON people.id = versions.author_id
       WHERE versions.article_id = ?1 ORDER BY versions.number DESC`,
    )
    .bind(articleId)
    .all<VersionSummary>();
  return results;
}

/**
 * A SELECT of the versions that readers do not see now but may see without another approval: what is scheduled, and what a
 * withdrawn article would show again. Columns `article_id` and `content`.
 */
export const versionsToCome = `SELECT versions.article_id, versions.content FROM articles
    JOIN versions ON versions.article_id = articles.id AND versions.number = articles.scheduled_version
    WHERE articles.scheduled_at IS NOT NULL
  UNION ALL SELECT versions.article_id, versions.content FROM articles
    JOIN versions ON versions.article_id = articles.id AND versions.number = articles.approved_version
    WHERE articles.state = 'withdrawn'`;

/** The statement that adds a version. Versions never change: a trigger refuses it. */
export function insertVersion(db: D1Database, version: Version): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO versions (article_id, number, content, author_id, created_at) VALUES (?1, ?2, ?3, ?4, ?5)`,
    )
    .bind(
      version.articleId,
      version.number,
      JSON.stringify(version.content),
      version.authorId,
      version.createdAt,
    );
}

/** Parses a version's content. Old versions lack `english` (migration 0008), `madeByAi` (0026) and `documents` (0032). */
export function parseContent(json: string): ArticleContent {
  const stored = JSON.parse(json) as Omit<ArticleContent, "english" | "madeByAi" | "documents">;
  return { english: null, madeByAi: null, documents: [], ...stored };
}

export function toVersion(row: VersionRow): Version {
  return {
    articleId: row.article_id,
    number: row.number,
    content: parseContent(row.content),
    authorId: row.author_id,
    createdAt: row.created_at,
  };
}

type UsualBylineRow = { name: string; unit: string; last: string | null };

/** A person's usual byline: that of their latest article, or else their name and unit. */
export async function readUsualByline(db: D1Database, personId: string): Promise<Byline> {
  const row = await db
    .prepare(
      `SELECT people.name, people.unit,
         (SELECT versions.content -> '$.byline' FROM articles
          JOIN versions ON versions.article_id = articles.id AND versions.number = articles.version
          WHERE articles.owner_id = people.id AND articles.kind = 'article'
          ORDER BY articles.created_at DESC, articles.id DESC LIMIT 1) AS last
       FROM people WHERE people.id = ?1`,
    )
    .bind(personId)
    .first<UsualBylineRow>();
  if (row === null) return { authors: [], unit: "" };
  const last = row.last === null ? null : (JSON.parse(row.last) as Byline);
  if (last !== null && last.authors.length > 0) return last;
  return { authors: [row.name], unit: row.unit };
}

/** A version in the history: who saved it when (ms), under what title, and why where somebody said so. */
export type VersionLine = {
  number: number;
  title: string;
  author: string;
  createdAt: number;
  reason: string | null;
};

/** Only articles saved by a program have more versions. */
const maxVersionLines = 500;

/** The versions of an article, newest first. */
export async function readVersionLines(db: D1Database, articleId: string): Promise<VersionLine[]> {
  const { results } = await db
    .prepare(
      `SELECT versions.number, versions.content ->> 'title' AS title, people.name AS author,
         versions.created_at AS createdAt, events.reason
       FROM versions JOIN people ON people.id = versions.author_id
       LEFT JOIN events ON events.article_id = versions.article_id AND events.version = versions.number
         AND events.type = 'saved'
       WHERE versions.article_id = ?1 ORDER BY versions.number DESC LIMIT ?2`,
    )
    .bind(articleId, maxVersionLines)
    .all<VersionLine>();
  return results;
}
