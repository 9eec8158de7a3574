/**
 * Something that was done besides the events of articles. `act` is a stable name such as "person.disabled" (its Vietnamese
 * stands in words/log.ts); `subject` says to what, by a name or an id; `detail` more, never a secret.
 */
export type Act = {
  at: number;
  /** Null when the clock or the command line did it. */
  actorId: string | null;
  act: string;
  subject: string;
  detail: Record<string, string | number | boolean | null>;
};

/** The statement that adds to the log, to be committed with what it tells. */
export function recordAct(
  db: D1Database,
  { at, actorId, act, subject, detail }: Act,
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO log (at, actor_id, act, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)`)
    .bind(at, actorId, act, subject, JSON.stringify(detail));
}
