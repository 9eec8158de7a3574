import { isConstraintError } from "../errors.ts";
import { noPassword } from "./password.ts";
import type { Colleague, RosterEntry } from "./roster.ts";

type ColleagueRow = RosterEntry & {
  id: string;
  created_at: number;
  seen_at: number | null;
  disabled_at: number | null;
  has_password: number;
};

const colleagueColumns = `id, username, name, role, unit, email, created_at, seen_at, disabled_at,
  password_hash LIKE 'scrypt$%' AS has_password`;

/** All people, enabled ones first, by username. */
export async function listColleagues(db: D1Database): Promise<Colleague[]> {
  const { results } = await db
    .prepare(`SELECT ${colleagueColumns} FROM people ORDER BY disabled_at IS NOT NULL, username`)
    .all<ColleagueRow>();
  return results.map(toColleague);
}

export async function findColleague(db: D1Database, id: string): Promise<Colleague | null> {
  const row = await db
    .prepare(`SELECT ${colleagueColumns} FROM people WHERE id = ?1`)
    .bind(id)
    .first<ColleagueRow>();
  return row === null ? null : toColleague(row);
}

/** The statement that adds a person without a password. */
export function addColleague(
  db: D1Database,
  id: string,
  { username, name, role, unit, email }: RosterEntry,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO people (id, username, name, role, unit, email, password_hash, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
    )
    .bind(id, username, name, role, unit, email, noPassword, now);
}

/** The statement that changes a person's entry. Fails when no admin would remain. */
export function changeColleague(
  db: D1Database,
  id: string,
  { name, role, unit, email }: Omit<RosterEntry, "username">,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE people SET name = ?2, role = ?3, unit = ?4, email = ?5 WHERE id = ?1`)
    .bind(id, name, role, unit, email);
}

/** The statement that changes what people may change themselves. */
export function changeOwnEntry(
  db: D1Database,
  id: string,
  { name, unit }: Pick<RosterEntry, "name" | "unit">,
): D1PreparedStatement {
  return db.prepare(`UPDATE people SET name = ?2, unit = ?3 WHERE id = ?1`).bind(id, name, unit);
}

/** The statement that disables a person at a time, or enables them (null). Fails when no admin would remain. */
export function setDisabled(db: D1Database, id: string, at: number | null): D1PreparedStatement {
  return db.prepare(`UPDATE people SET disabled_at = ?2 WHERE id = ?1`).bind(id, at);
}

/** The statement that sets a person's password. */
export function setPassword(db: D1Database, id: string, hash: string): D1PreparedStatement {
  return db.prepare(`UPDATE people SET password_hash = ?2 WHERE id = ?1`).bind(id, hash);
}

/** Why a batch of these statements failed; null for a failure that a person cannot mend. */
export function findRosterFailure(error: unknown): "username" | "email" | "last-admin" | null {
  if (isConstraintError(error, "people.username")) return "username";
  if (isConstraintError(error, "people.email")) return "email";
  return isConstraintError(error, "an admin must remain") ? "last-admin" : null;
}

function toColleague(row: ColleagueRow): Colleague {
  const { id, username, name, role, unit, email } = row;
  return {
    id,
    username,
    name,
    role,
    unit,
    email,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    disabledAt: row.disabled_at,
    hasPassword: row.has_password === 1,
  };
}
