import { endOpenLinks } from "./one-time-link-store.ts";

/**
 * The statements that end every way in that a person has: sessions, one-time links, passkeys, tokens and preview links. The
 * password is not among them. Used wherever access ends: at a password reset, when an account is disabled, and by an
 * admin's button. What is deleted here cannot come back when the account is enabled again.
 */
export function endAllAccess(db: D1Database, personId: string, now: number): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM sessions WHERE person_id = ?1`).bind(personId),
    endOpenLinks(db, personId),
    db.prepare(`DELETE FROM passkeys WHERE person_id = ?1`).bind(personId),
    db.prepare(`DELETE FROM challenges WHERE person_id = ?1`).bind(personId),
    db
      .prepare(`UPDATE tokens SET revoked_at = ?2 WHERE person_id = ?1 AND revoked_at IS NULL`)
      .bind(personId, now),
    db.prepare(`UPDATE preview_links SET ends_at = 0 WHERE person_id = ?1`).bind(personId),
  ];
}
