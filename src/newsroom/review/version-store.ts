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
