/** Somebody who has opened an article since it was submitted, and when first, in ms. */
export type Opening = { name: string; at: number };

/** The number of the last event "submitted" of article ?1. */
const submission = `(SELECT number FROM events WHERE article_id = ?1 AND type = 'submitted' ORDER BY number DESC LIMIT 1)`;

/** The statement that records that a person opens a submitted article of somebody else. Only the first time counts. */
export function recordFirstOpening(
  db: D1Database,
  { articleId, personId }: { articleId: string; personId: string },
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO openings (article_id, submission, person_id, at)
       SELECT id, ${submission}, ?2, ?3 FROM articles WHERE id = ?1 AND state = 'submitted' AND owner_id <> ?2
       ON CONFLICT DO NOTHING`,
    )
    .bind(articleId, personId, now);
}

/** The SQL condition that nobody has opened article ?1 since its last submission. */
export const isUnopened = `NOT EXISTS (SELECT 1 FROM openings WHERE article_id = ?1 AND submission = ${submission})`;

/** Who opened an article first since its last submission; null if nobody did. */
export async function readFirstOpening(db: D1Database, articleId: string): Promise<Opening | null> {
  return db
    .prepare(
      `SELECT people.name, openings.at FROM openings JOIN people ON people.id = openings.person_id
       WHERE openings.article_id = ?1 AND openings.submission = ${submission} ORDER BY openings.at LIMIT 1`,
    )
    .bind(articleId)
    .first<Opening>();
}
