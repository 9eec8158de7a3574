import type { ArticleContent } from "./article.ts";
import { parseContent } from "./version-store.ts";

/** One use of a photo in an article. `place` 0 is the lead photo; the others follow in the order of the text. */
export type PhotoUse = {
  place: number;
  photo: string;
  alt: string;
  caption: string | null;
  credit: string | null;
  /** Its words without diacritics, for the search in the photo library. */
  folded: string;
};

/** Adds the uses ?2 (JSON) of article ?1. */
const insertUses = `INSERT INTO photo_uses (article_id, place, photo_id, alt, caption, credit, folded)
  SELECT ?1, value ->> 'place', value ->> 'photo', value ->> 'alt', value ->> 'caption', value ->> 'credit',
    value ->> 'folded'
  FROM json_each(?2)`;

/** The statements that replace the photo uses of an article by those of its newest version. */
export function replacePhotoUses(
  db: D1Database,
  articleId: string,
  uses: PhotoUse[],
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM photo_uses WHERE article_id = ?1`).bind(articleId),
    db.prepare(insertUses).bind(articleId, JSON.stringify(uses)),
    db.prepare(`UPDATE articles SET photos_noted = 1 WHERE id = ?1`).bind(articleId),
  ];
}

/** The newest version of an article whose photo uses are not indexed. */
export type UnindexedArticle = { id: string; version: number; content: ArticleContent };

/** Reads articles whose photo uses are not indexed, at most `limit`. */
export async function readUnindexedArticles(
  db: D1Database,
  limit: number,
): Promise<UnindexedArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT articles.id, articles.version, versions.content FROM articles
       JOIN versions ON versions.article_id = articles.id AND versions.number = articles.version
       WHERE articles.photos_noted = 0 LIMIT ?1`,
    )
    .bind(limit)
    .all<{ id: string; version: number; content: string }>();
  return results.map(({ content, ...article }) => ({ ...article, content: parseContent(content) }));
}

/** The statements that index an old article's photo uses, unless it was saved meanwhile. */
export function indexPhotoUses(
  db: D1Database,
  { id, version }: UnindexedArticle,
  uses: PhotoUse[],
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `${insertUses}
         WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?1 AND version = ?3 AND photos_noted = 0)`,
      )
      .bind(id, JSON.stringify(uses), version),
    db
      .prepare(`UPDATE articles SET photos_noted = 1 WHERE id = ?1 AND version = ?2`)
      .bind(id, version),
  ];
}

/** The statement that deletes every use of an erased photo, with its words. */
export function deletePhotoUses(db: D1Database, photoId: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM photo_uses WHERE photo_id = ?1`).bind(photoId);
}
