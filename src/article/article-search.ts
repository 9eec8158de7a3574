import { fold } from "../vietnamese/fold.ts";

/** What search knows of an article: plain text, without Markdown or HTML. */
export type SearchableText = { title: string; text: string };

/** The statement that puts a published article into the index. Its row of `published` must be written before. */
export function indexForSearch(
  db: D1Database,
  articleId: string,
  { title, text }: SearchableText,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO search (rowid, title, text, folded_title, folded_text)
       SELECT position, ?2, ?3, ?4, ?5 FROM published WHERE article_id = ?1`,
    )
    .bind(articleId, title, text, fold(title), fold(text));
}

/** The statement that takes an article out of the index. Its row of `published` must still be there. */
export function removeFromSearch(db: D1Database, articleId: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM search WHERE rowid IN (SELECT position FROM published WHERE article_id = ?1)`,
    )
    .bind(articleId);
}

/** Titles of published articles that have the weightiest words of this one, newest first. */
export async function readSimilarTitles(
  db: D1Database,
  title: string,
  exceptId: string,
): Promise<string[]> {
  const words = [...new Set(fold(title).match(/[a-z0-9]+/g) ?? [])];
  const weighty = words.sort((a, b) => b.length - a.length).slice(0, 4);
  if (weighty.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT published.title FROM search JOIN published ON published.position = search.rowid
       WHERE search MATCH ?1 AND published.article_id <> ?2 ORDER BY search.rowid DESC LIMIT 10`,
    )
    .bind(`folded_title : (${weighty.map((word) => `"${word}"`).join(" AND ")})`, exceptId)
    .all<{ title: string }>();
  return results.map((row) => row.title);
}
