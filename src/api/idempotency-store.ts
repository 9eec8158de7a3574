/** A stored answer. Its body is JSON. */
export type KeptAnswer = { status: number; headers: Record<string, string>; body: unknown };

type AnswerRow = { request_hash: string; status: number; headers: string; body: string };

export async function readAnswer(
  db: D1Database,
  personId: string,
  key: string,
): Promise<{ requestHash: string; answer: KeptAnswer } | null> {
  const row = await db
    .prepare(
      `SELECT request_hash, status, headers, body FROM idempotent_answers WHERE person_id = ?1 AND key = ?2`,
    )
    .bind(personId, key)
    .first<AnswerRow>();
  if (row === null) return null;
  const headers = JSON.parse(row.headers) as Record<string, string>;
  const answer = { status: row.status, headers, body: JSON.parse(row.body) as unknown };
  return { requestHash: row.request_hash, answer };
}

/** The statement that stores an answer. Its batch fails as a whole when the key has an answer already. */
export function keepAnswer(
  db: D1Database,
  kept: { personId: string; key: string; requestHash: string; answer: KeptAnswer; now: number },
): D1PreparedStatement {
  const { personId, key, requestHash, answer, now } = kept;
  return db
    .prepare(
      `INSERT INTO idempotent_answers (person_id, key, request_hash, status, headers, body, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(
      personId,
      key,
      requestHash,
      answer.status,
      JSON.stringify(answer.headers),
      JSON.stringify(answer.body),
      now,
    );
}

/** Deletes answers stored before a time (ms). */
export async function deleteAnswers(db: D1Database, before: number): Promise<void> {
  await db.prepare(`DELETE FROM idempotent_answers WHERE created_at < ?1`).bind(before).run();
}
