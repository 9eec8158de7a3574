import type { Correction } from "./published.ts";

/** SQL for the corrections of an article as JSON, the oldest first; `id` is an expression for its id. */
export function selectCorrections(id: string): string {
  return `(SELECT json_group_array(json_object('at', at, 'text', text) ORDER BY at) FROM corrections
    WHERE corrections.article_id = ${id})`;
}

/** The statements that add a correction and show it to readers, to whom the article counts as updated then. */
export function addCorrection(
  db: D1Database,
  articleId: string,
  { at, text, personId }: Correction & { personId: string },
): D1PreparedStatement[] {
  return [
    db
      .prepare(`INSERT INTO corrections (article_id, at, text, person_id) VALUES (?1, ?2, ?3, ?4)`)
      .bind(articleId, at, text, personId),
    db
      .prepare(
        `UPDATE published SET corrections = ${selectCorrections("?1")}, updated_at = ?2 WHERE article_id = ?1`,
      )
      .bind(articleId, at),
  ];
}

/** The corrections of an article, the oldest first. */
export async function readCorrections(db: D1Database, articleId: string): Promise<Correction[]> {
  const { results } = await db
    .prepare(`SELECT at, text FROM corrections WHERE article_id = ?1 ORDER BY at`)
    .bind(articleId)
    .all<Correction>();
  return results;
}
