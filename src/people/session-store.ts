import { randomBytes, randomUUID } from "node:crypto";
import type { Role } from "./person.ts";
import { requireEnabled } from "./requirement-store.ts";
import { isLive, sessionLimits } from "./session.ts";
import type { Session, SignInMethod } from "./session.ts";
import { hashToken } from "./token.ts";
import { endOpenLinks } from "./one-time-link-store.ts";

type SessionRow = {
  id: string;
  method: SignInMethod;
  device: string;
  created_at: number;
  seen_at: number;
  ends_at: number;
  person_id: string;
  username: string;
  name: string;
  role: Role;
};

const sessionColumns = `sessions.id, sessions.method, sessions.device, sessions.created_at, sessions.seen_at,
  sessions.ends_at, people.id AS person_id, people.username, people.name, people.role`;

export type NewSession = { personId: string; method: SignInMethod; device: string };

const maxDeviceLength = 300;

/**
 * Begins a session and returns its token: 32 random bytes in base64url, of which only the HMAC is stored. The statements of
 * `first` run before, in the same batch: they require the credential that was checked. The batch fails as a whole when one
 * does not hold any more, or the person is disabled (`isUnmetRequirement`). Deletes sessions that are over; an idle one stays
 * until its end if its browser receives notifications.
 */
export async function beginSession(
  db: D1Database,
  key: string,
  { personId, method, device }: NewSession,
  now: number,
  first: readonly D1PreparedStatement[] = [],
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.batch([
    requireEnabled(db, personId),
    ...first,
    db
      .prepare(
        `DELETE FROM sessions WHERE ends_at <= ?1
           OR (seen_at <= ?2 AND NOT EXISTS (SELECT 1 FROM push_devices WHERE session_id = sessions.id))`,
      )
      .bind(now, now - sessionLimits.idle),
    db
      .prepare(
        `INSERT INTO sessions (id, hash, person_id, method, device, created_at, seen_at, ends_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)`,
      )
      .bind(
        randomUUID(),
        hashToken(token, key),
        personId,
        method,
        device.slice(0, maxDeviceLength),
        now,
        now + sessionLimits.absolute,
      ),
    recordSeen(db, personId, now),
  ]);
  return token;
}

/** The live session of a token; null when it is unknown or over, or its person is disabled. */
export async function findSession(
  db: D1Database,
  tokenHash: string,
  now: number,
): Promise<Session | null> {
  const row = await db
    .prepare(
      `SELECT ${sessionColumns} FROM sessions JOIN people ON people.id = sessions.person_id
       WHERE sessions.hash = ?1 AND people.disabled_at IS NULL`,
    )
    .bind(tokenHash)
    .first<SessionRow>();
  if (row === null) return null;
  const session = toSession(row);
  return isLive(session, now) ? session : null;
}

/** Records that a session was used, and its person seen. */
export async function touchSession(
  db: D1Database,
  { id, person }: Pick<Session, "id" | "person">,
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare(`UPDATE sessions SET seen_at = ?2 WHERE id = ?1`).bind(id, now),
    recordSeen(db, person.id, now),
  ]);
}

/** A person's live sessions, the last used first. */
export async function listSessions(
  db: D1Database,
  personId: string,
  now: number,
): Promise<Session[]> {
  const { results } = await db
    .prepare(
      `SELECT ${sessionColumns} FROM sessions JOIN people ON people.id = sessions.person_id
       WHERE sessions.person_id = ?1 ORDER BY sessions.seen_at DESC`,
    )
    .bind(personId)
    .all<SessionRow>();
  return results.map(toSession).filter((session) => isLive(session, now));
}

/** The statement that records that the person of a session has shown a passkey. */
export function noteSignedInByPasskey(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare(`UPDATE sessions SET method = 'passkey' WHERE id = ?1`).bind(id);
}

/** The statement that ends one session of a person. */
export function endSession(db: D1Database, personId: string, id: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM sessions WHERE id = ?2 AND person_id = ?1`).bind(personId, id);
}

/** The statement that ends every session of a person except `kept`; null ends all of them. */
export function endOtherSessions(
  db: D1Database,
  personId: string,
  kept: string | null,
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM sessions WHERE person_id = ?1 AND id <> ?2`)
    .bind(personId, kept ?? "");
}

function recordSeen(db: D1Database, personId: string, now: number): D1PreparedStatement {
  return db.prepare(`UPDATE people SET seen_at = ?2 WHERE id = ?1`).bind(personId, now);
}

function toSession(row: SessionRow): Session {
  const { id, method, device, username, name, role } = row;
  return {
    id,
    person: { id: row.person_id, username, name, role },
    method,
    device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    endsAt: row.ends_at,
  };
}

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
