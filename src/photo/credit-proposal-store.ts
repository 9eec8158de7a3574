/** Who took a photo, as a reporter proposes it. `at` is in ms since the epoch. */
export type CreditProposal = {
  photoId: string;
  credit: string;
  personId: string;
  proposer: string;
  at: number;
};

const columns = `credit_proposals.photo_id AS photoId, credit_proposals.credit, credit_proposals.person_id AS personId,
  people.name AS proposer, credit_proposals.at`;

/** CROSS JOIN keeps the order: SQLite would read every photo to find the few that somebody proposes a credit for. */
const tables = `credit_proposals CROSS JOIN people ON people.id = credit_proposals.person_id
  CROSS JOIN photos ON photos.id = credit_proposals.photo_id AND photos.erased_at IS NULL`;

export async function findProposal(
  db: D1Database,
  photoId: string,
): Promise<CreditProposal | null> {
  return db
    .prepare(`SELECT ${columns} FROM ${tables} WHERE credit_proposals.photo_id = ?1`)
    .bind(photoId)
    .first<CreditProposal>();
}

/** The proposals that wait for an editor, the oldest first. */
export async function readProposals(db: D1Database, limit: number): Promise<CreditProposal[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM ${tables} ORDER BY credit_proposals.at LIMIT ?1`)
    .bind(limit)
    .all<CreditProposal>();
  return results;
}

/** Whether a photo is this person's: they sent it, or an article of theirs shows it. */
export async function isOwnPhoto(
  db: D1Database,
  photoId: string,
  personId: string,
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 AS found FROM photos WHERE id = ?1 AND erased_at IS NULL AND (owner_id = ?2
         OR EXISTS (SELECT 1 FROM photo_senders WHERE photo_id = ?1 AND person_id = ?2)
         OR EXISTS (SELECT 1 FROM photo_uses JOIN articles ON articles.id = photo_uses.article_id
                    WHERE photo_uses.photo_id = ?1 AND articles.owner_id = ?2)
         OR EXISTS (SELECT 1 FROM published_photos JOIN articles ON articles.id = published_photos.article_id
                    WHERE published_photos.photo_id = ?1 AND articles.owner_id = ?2))`,
    )
    .bind(photoId, personId)
    .first();
  return row !== null;
}

/** The statement that records a proposal instead of an earlier one for the same photo. */
export function insertProposal(
  db: D1Database,
  { photoId, credit, personId, at }: Omit<CreditProposal, "proposer">,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO credit_proposals (photo_id, credit, person_id, at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (photo_id) DO UPDATE SET credit = excluded.credit, person_id = excluded.person_id, at = excluded.at`,
    )
    .bind(photoId, credit, personId, at);
}

/** The statement that ends a proposal, accepted or not. */
export function deleteProposal(db: D1Database, photoId: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM credit_proposals WHERE photo_id = ?1`).bind(photoId);
}
