/** Identifies a finding: its rule, its field and the text that it is about. */
export type DismissedFinding = { rule: string; field: string; excerpt: string };

/** A dismissed finding. `at` in ms since the epoch. */
export type Dismissal = DismissedFinding & {
  reason: string;
  /** The name of the person who dismissed it. */
  person: string;
  at: number;
};

/** Every dismissal of an article, oldest first. */
export async function readDismissals(db: D1Database, articleId: string): Promise<Dismissal[]> {
  const { results } = await db
    .prepare(
      `SELECT dismissals.rule, dismissals.field, dismissals.excerpt, dismissals.reason, people.name AS person, dismissals.at
       FROM dismissals JOIN people ON people.id = dismissals.person_id
       WHERE dismissals.article_id = ?1 ORDER BY dismissals.at, dismissals.rule`,
    )
    .bind(articleId)
    .all<Dismissal>();
  return results;
}

/** The statement that dismisses a finding. A second dismissal of the same finding changes nothing. */
export function insertDismissal(
  db: D1Database,
  articleId: string,
  { rule, field, excerpt }: DismissedFinding,
  { reason, personId, at }: { reason: string; personId: string; at: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO dismissals (article_id, rule, field, excerpt, reason, person_id, at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (article_id, rule, field, excerpt) DO NOTHING`,
    )
    .bind(articleId, rule, field, excerpt, reason, personId, at);
}
