import type { Label } from "../article/label.ts";

/** The statements that list a published article under these labels and no others. Its row of `published` must be there. */
export function replaceLabels(
  db: D1Database,
  articleId: string,
  labels: Label[],
): D1PreparedStatement[] {
  return [
    removeLabels(db, articleId),
    db
      .prepare(
        `INSERT INTO published_labels (kind, slug, position, name)
         SELECT label.value ->> 'kind', label.value ->> 'slug', published.position, label.value ->> 'name'
         FROM published, json_each(?2) AS label WHERE published.article_id = ?1`,
      )
      .bind(articleId, JSON.stringify(labels)),
  ];
}

/** The statement that takes an article from its lists. Its row of `published` must still be there. */
export function removeLabels(db: D1Database, articleId: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM published_labels WHERE position = (SELECT position FROM published WHERE article_id = ?1)`,
    )
    .bind(articleId);
}
