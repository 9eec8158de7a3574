/** Which finding: the same one comes back as long as the rule, the field and the text in question do. */
export type DismissedFinding = { rule: string; field: string; excerpt: string };

/** A finding of soát bài that somebody looked at and let stand. `at` in ms since the epoch. */
export type Dismissal = DismissedFinding & {
  reason: string;
  /** Name of who let it stand. */
  person: string;
  at: number;
};

/** Every dismissal of an article, the oldest first. */
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

/** The statement that lets a finding stand; of two people who do, the first is remembered. */
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
