/**
 * An act for the log, besides the events of articles. `act` is a stable name such as "person.disabled" (words/log.ts
 * has its Vietnamese); `subject` is the name or id of what it changed; `detail` never holds a secret.
 */
export type Act = {
  at: number;
  /** Null for the clock and the command line. */
  actorId: string | null;
  act: string;
  subject: string;
  detail: Record<string, string | number | boolean | null>;
};

/** The statement that adds an act to the log. Commit it together with the act. */
export function recordAct(
  db: D1Database,
  { at, actorId, act, subject, detail }: Act,
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO log (at, actor_id, act, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)`)
    .bind(at, actorId, act, subject, JSON.stringify(detail));
}
