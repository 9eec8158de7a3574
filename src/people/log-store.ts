import type { Person } from "./person.ts";

/**
 * An act for the log, besides the events of articles. `act` is a stable name such as "person.disabled" (words/log.ts
 * has its Vietnamese); `subject` is the name or id of what it changed; `detail` never holds a secret.
 */
export type Act = {
  act: string;
  subject: string;
  detail: Record<string, string | number | boolean | null>;
};

/** The database, who acts (null for the clock) and when, in ms since the epoch. */
export type LogContext = { db: D1Database; actor: Pick<Person, "id"> | null; now: number };

/** The statement that adds an act to the log. Commit it together with the act. */
export function recordAct(
  { db, actor, now }: LogContext,
  { act, subject, detail }: Act,
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO log (at, actor_id, act, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)`)
    .bind(now, actor?.id ?? null, act, subject, JSON.stringify(detail));
}
