import { requireEnabled, requireThat } from "./requirement-store.ts";
import { hashLinkToken } from "./one-time-link.ts";
import type { OneTimeLink } from "./one-time-link.ts";

type LinkRow = {
  hash: string;
  ends_at: number;
  used_at: number | null;
  person_id: string;
  username: string;
  name: string;
  disabled_at: number | null;
};

export type NewLink = {
  personId: string;
  /** Null for the command line. */
  createdBy: string | null;
  token: string;
  now: number;
  endsAt: number;
};

/** The statements that make a link and end the person's earlier links. They require that the person is enabled. */
export function addLink(
  db: D1Database,
  { personId, createdBy, token, now, endsAt }: NewLink,
): D1PreparedStatement[] {
  return [
    requireEnabled(db, personId),
    endOpenLinks(db, personId),
    db
      .prepare(
        `INSERT INTO one_time_links (hash, person_id, created_by, created_at, ends_at)
         VALUES (?1, ?2, ?3, ?4, ?5)`,
      )
      .bind(hashLinkToken(token), personId, createdBy, now, endsAt),
  ];
}

/**
 * The statement that ends every open link of a person. Its end becomes 0, not the present time: an act under way compares the
 * end with a time that it read before.
 */
export function endOpenLinks(db: D1Database, personId: string): D1PreparedStatement {
  return db
    .prepare(`UPDATE one_time_links SET ends_at = 0 WHERE person_id = ?1 AND used_at IS NULL`)
    .bind(personId);
}

/** The link of a token, valid or not. */
export async function findLink(db: D1Database, token: string): Promise<OneTimeLink | null> {
  const row = await db
    .prepare(
      `SELECT one_time_links.hash, one_time_links.ends_at, one_time_links.used_at, people.id AS person_id,
         people.username, people.name, people.disabled_at
       FROM one_time_links JOIN people ON people.id = one_time_links.person_id
       WHERE one_time_links.hash = ?1`,
    )
    .bind(hashLinkToken(token))
    .first<LinkRow>();
  if (row === null) return null;
  return {
    hash: row.hash,
    person: { id: row.person_id, username: row.username, name: row.name },
    endsAt: row.ends_at,
    usedAt: row.used_at,
    enabled: row.disabled_at === null,
  };
}

/** The statements that use up a link. They require that it has neither been used nor ended. */
export function useLink(db: D1Database, hash: string, now: number): D1PreparedStatement[] {
  return [
    requireThat(
      db,
      `EXISTS (SELECT 1 FROM one_time_links WHERE hash = ?1 AND used_at IS NULL AND ends_at > ?2)`,
      hash,
      now,
    ),
    db.prepare(`UPDATE one_time_links SET used_at = ?2 WHERE hash = ?1`).bind(hash, now),
  ];
}
