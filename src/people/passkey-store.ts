import type { Person, Role } from "./person.ts";
import { requireThat } from "./requirement-store.ts";

/** A person's WebAuthn credential without its key, for lists. Times in ms since the epoch. */
export type Passkey = {
  /** Credential id, base64url. */
  id: string;
  name: string;
  createdAt: number;
  usedAt: number | null;
};

/** What verifying an authenticator's answer needs. */
export type PasskeyCredential = {
  id: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
};

/** How long an authenticator may take to answer a challenge, in ms. */
export const challengeLifetime = 5 * 60 * 1000;

export const maxPasskeys = 20;

export const maxPasskeyNameLength = 60;

type PasskeyRow = { id: string; name: string; created_at: number; used_at: number | null };

type CredentialRow = {
  id: string;
  public_key: string;
  counter: number;
  transports: string;
  person_id: string;
  username: string;
  name: string;
  role: Role;
};

/** A person's passkeys, oldest first. */
export async function listPasskeys(db: D1Database, personId: string): Promise<Passkey[]> {
  const { results } = await db
    .prepare(
      `SELECT id, name, created_at, used_at FROM passkeys WHERE person_id = ?1 ORDER BY created_at, id`,
    )
    .bind(personId)
    .all<PasskeyRow>();
  return results.map(({ id, name, created_at: createdAt, used_at: usedAt }) => {
    return { id, name, createdAt, usedAt };
  });
}

export async function hasPasskey(db: D1Database, personId: string): Promise<boolean> {
  const found = await db
    .prepare(`SELECT 1 FROM passkeys WHERE person_id = ?1 LIMIT 1`)
    .bind(personId)
    .first();
  return found !== null;
}

/** A passkey and its person; null when it is unknown or its person is disabled. */
export async function findCredential(
  db: D1Database,
  id: string,
): Promise<{ credential: PasskeyCredential; person: Person } | null> {
  const row = await db
    .prepare(
      `SELECT passkeys.id, passkeys.public_key, passkeys.counter, passkeys.transports, people.id AS person_id,
         people.username, people.name, people.role
       FROM passkeys JOIN people ON people.id = passkeys.person_id
       WHERE passkeys.id = ?1 AND people.disabled_at IS NULL`,
    )
    .bind(id)
    .first<CredentialRow>();
  if (row === null) return null;
  const { username, name, role } = row;
  return {
    credential: {
      id: row.id,
      publicKey: row.public_key,
      counter: row.counter,
      transports: JSON.parse(row.transports) as string[],
    },
    person: { id: row.person_id, username, name, role },
  };
}

/** Requires that a person has no passkey yet. */
export function requireNoPasskey(db: D1Database, personId: string): D1PreparedStatement {
  return requireThat(db, `NOT EXISTS (SELECT 1 FROM passkeys WHERE person_id = ?1)`, personId);
}

/** The statement that adds a passkey. Fails when the credential is registered already. */
export function addPasskey(
  db: D1Database,
  personId: string,
  { id, publicKey, counter, transports }: PasskeyCredential,
  name: string,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO passkeys (id, person_id, public_key, counter, transports, name, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(id, personId, publicKey, counter, JSON.stringify(transports), name, now);
}

/**
 * The statements that record a use. They require that the person still has the passkey, and that its counter grew: a copied
 * authenticator would show an old one.
 */
export function recordUse(
  db: D1Database,
  { id, personId, counter }: { id: string; personId: string; counter: number },
  now: number,
): D1PreparedStatement[] {
  return [
    requireThat(
      db,
      `EXISTS (SELECT 1 FROM passkeys WHERE id = ?1 AND person_id = ?2
         AND (counter < ?3 OR (counter = 0 AND ?3 = 0)))`,
      id,
      personId,
      counter,
    ),
    db
      .prepare(`UPDATE passkeys SET counter = ?2, used_at = ?3 WHERE id = ?1`)
      .bind(id, counter, now),
  ];
}

/** The statement that removes one passkey of a person. */
export function removePasskey(db: D1Database, personId: string, id: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM passkeys WHERE id = ?2 AND person_id = ?1`).bind(personId, id);
}

/** Stores a challenge for one person, and deletes expired ones. */
export async function keepChallenge(
  db: D1Database,
  challenge: string,
  personId: string,
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare(`DELETE FROM challenges WHERE ends_at <= ?1`).bind(now),
    db
      .prepare(`INSERT INTO challenges (challenge, person_id, ends_at) VALUES (?1, ?2, ?3)`)
      .bind(challenge, personId, now + challengeLifetime),
  ]);
}

/**
 * Deletes a challenge, so that it is answered only once. Returns whether it existed, was for this person and had not
 * expired.
 */
export async function takeChallenge(
  db: D1Database,
  challenge: string,
  personId: string,
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(`DELETE FROM challenges WHERE challenge = ?1 AND person_id = ?2 AND ends_at > ?3`)
    .bind(challenge, personId, now)
    .run();
  return meta.changes === 1;
}

/**
 * Stores the challenge of a sign-in as used until it ends (ms), and deletes expired ones. Returns false if it was used
 * before.
 */
export async function useSignInChallenge(
  db: D1Database,
  challenge: string,
  endsAt: number,
  now: number,
): Promise<boolean> {
  const [, used] = await db.batch([
    db.prepare(`DELETE FROM challenges WHERE ends_at <= ?1`).bind(now),
    db
      .prepare(
        `INSERT INTO challenges (challenge, person_id, ends_at) VALUES (?1, NULL, ?2)
         ON CONFLICT DO NOTHING`,
      )
      .bind(challenge, endsAt),
  ]);
  return used?.meta.changes === 1;
}
