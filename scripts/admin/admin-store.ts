import { randomUUID } from "node:crypto";
import { noPassword } from "../../src/people/password.ts";
import type { D1 } from "../start/running-worker.ts";

/** A statement and its values ?1, ?2 …, for a local database or one on Cloudflare. */
export type Statement = { sql: string; values: readonly (string | number | null)[] };

/** What making an admin needs of a site's database. */
export type AdminDatabase = {
  /** Origin of the site. */
  baseUrl: string;
  /** Reads one row. */
  ask: <Row>(question: Statement) => Promise<Row>;
  /** Runs the statements in order, in one transaction. */
  write: (statements: readonly Statement[]) => Promise<void>;
  close: () => Promise<void>;
};

/** The number of admins who can sign in; the id of the user with the given name, and 1 if that user can sign in. */
export type AdminsRow = { admins: number; id: string | null; settled: number | null };

const canSignIn = `disabled_at IS NULL AND (password_hash LIKE 'scrypt$%'
  OR EXISTS (SELECT 1 FROM passkeys WHERE passkeys.person_id = people.id))`;

export function selectAdmins(username: string): Statement {
  return {
    sql: `SELECT (SELECT count(*) FROM people WHERE role = 'admin' AND ${canSignIn}) AS admins,
      (SELECT id FROM people WHERE username = ?1) AS id,
      (SELECT ${canSignIn} FROM people WHERE username = ?1) AS settled`,
    values: [username],
  };
}

/** Creates an admin, or makes the user with `id` one; ends their older links, adds a new one, and logs it. */
export function insertAdmin(
  { username, name }: { username: string; name: string },
  id: string | null,
  { hash, now, endsAt }: { hash: string; now: number; endsAt: number },
): Statement[] {
  const personId = id ?? randomUUID();
  return [
    {
      sql: `INSERT INTO people (id, username, name, role, password_hash, created_at)
        VALUES (?1, ?2, ?3, 'admin', ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = 'admin', disabled_at = NULL`,
      values: [personId, username, name, noPassword, now],
    },
    {
      sql: `UPDATE one_time_links SET ends_at = 0 WHERE person_id = ?1 AND used_at IS NULL`,
      values: [personId],
    },
    {
      sql: `INSERT INTO one_time_links (hash, person_id, created_at, ends_at) VALUES (?1, ?2, ?3, ?4)`,
      values: [hash, personId, now, endsAt],
    },
    {
      sql: `INSERT INTO log (at, act, subject, detail) VALUES (?1, 'person.invited', ?2, ?3)`,
      values: [now, username, JSON.stringify({ name, role: "admin", by: "command" })],
    },
  ];
}

/** Whether the site has no users. */
export async function hasNoUsers(database: D1): Promise<boolean> {
  return (await database.prepare("SELECT 1 FROM people LIMIT 1").first()) === null;
}
