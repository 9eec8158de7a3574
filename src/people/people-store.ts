import type { Person, Role } from "./person.ts";

type PersonRow = { id: string; username: string; name: string; role: Role };

/** The owner of a live token, or null when the token is unknown or revoked, or its owner is disabled. */
export async function personOfToken(db: D1Database, tokenHash: string): Promise<Person | null> {
  return db
    .prepare(
      `SELECT people.id, people.username, people.name, people.role
       FROM tokens JOIN people ON people.id = tokens.person_id
       WHERE tokens.hash = ?1 AND tokens.revoked_at IS NULL AND people.disabled_at IS NULL`,
    )
    .bind(tokenHash)
    .first<PersonRow>();
}

/** What signing in by password needs of a person. */
export type Credentials = Person & { passwordHash: string };

/** Somebody who may sign in, by username; null when there is none or they are disabled. */
export async function findCredentials(
  db: D1Database,
  username: string,
): Promise<Credentials | null> {
  return db
    .prepare(
      `SELECT id, username, name, role, password_hash AS passwordHash FROM people
       WHERE username = ?1 AND disabled_at IS NULL`,
    )
    .bind(username)
    .first<PersonRow & { passwordHash: string }>();
}
