/** A photo as an article shows it; `place` 0 is the lead photo, the others follow in the order of the text. */
export type PhotoUse = {
  place: number;
  photo: string;
  alt: string;
  caption: string | null;
  credit: string | null;
  /** Its words without marks, for searching. */
  folded: string;
};

/** The statements that note which photos the newest version of an article shows. */
export function replacePhotoUses(
  db: D1Database,
  articleId: string,
  uses: PhotoUse[],
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM photo_uses WHERE article_id = ?1`).bind(articleId),
    db
      .prepare(
        `INSERT INTO photo_uses (article_id, place, photo_id, alt, caption, credit, folded)
         SELECT ?1, value ->> 'place', value ->> 'photo', value ->> 'alt', value ->> 'caption', value ->> 'credit',
           value ->> 'folded'
         FROM json_each(?2)`,
      )
      .bind(articleId, JSON.stringify(uses)),
  ];
}
