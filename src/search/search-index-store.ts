import { writeIndexTerms, streamTerms } from "./search-terms.ts";
import type { Projection } from "../published/projection-store.ts";
import { splitWords } from "./search-words.ts";

/** The statement that puts a published article into the index. Its row of the projection must be written before. */
export function indexForSearch(
  db: D1Database,
  { articleId, content, text }: Pick<Projection, "articleId" | "content" | "text">,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO search (rowid, terms)
       SELECT position, 's:' || section || ' ' || ?2 FROM published WHERE article_id = ?1
       UNION ALL SELECT position, ?2 FROM published_pages WHERE article_id = ?1`,
    )
    .bind(articleId, writeIndexTerms({ title: content.title, text }));
}

/** The statement that takes an article out of the index. Its row of the projection must still be there. */
export function removeFromSearch(db: D1Database, articleId: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM search WHERE rowid IN (
         SELECT position FROM published WHERE article_id = ?1
         UNION ALL SELECT position FROM published_pages WHERE article_id = ?1)`,
    )
    .bind(articleId);
}

/** Titles of published articles that share the four longest words of this title, newest first. */
export async function readSimilarTitles(
  db: D1Database,
  title: string,
  exceptId: string,
): Promise<string[]> {
  const words = new Map(splitWords(title).map((word) => [word.folded, word]));
  const weighty = [...words.values()].sort((a, b) => b.folded.length - a.folded.length).slice(0, 4);
  if (weighty.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT published.title FROM search JOIN published ON published.position = search.rowid
       WHERE search MATCH ?1 AND published.article_id <> ?2 ORDER BY search.rowid DESC LIMIT 10`,
    )
    .bind(weighty.map((word) => `"${streamTerms("foldedTitle", [word])}"`).join(" AND "), exceptId)
    .all<{ title: string }>();
  return results.map((row) => row.title);
}
