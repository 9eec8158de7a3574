import type { Person, Role } from "./person.ts";
import { requireThat } from "./requirement-store.ts";

type PersonRow = { id: string; username: string; name: string; role: Role };

/** What signing in with a password needs. */
export type Credentials = Person & { passwordHash: string };

/** An enabled person by username, or null. */
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

/** The stored password hash of an enabled person. */
export async function findPasswordHash(db: D1Database, id: string): Promise<string | null> {
  return db
    .prepare(`SELECT password_hash FROM people WHERE id = ?1 AND disabled_at IS NULL`)
    .bind(id)
    .first<string>("password_hash");
}

/** Requires that Cloudflare Access's email still belongs to this person. */
export function requireEmail(db: D1Database, personId: string, email: string): D1PreparedStatement {
  return requireThat(
    db,
    `EXISTS (SELECT 1 FROM people WHERE id = ?1 AND email = ?2)`,
    personId,
    email,
  );
}

/** An enabled person by the email that Cloudflare Access confirms, in lower case. */
export async function findByEmail(db: D1Database, email: string): Promise<Person | null> {
  return db
    .prepare(`SELECT id, username, name, role FROM people WHERE email = ?1 AND disabled_at IS NULL`)
    .bind(email)
    .first<PersonRow>();
}
