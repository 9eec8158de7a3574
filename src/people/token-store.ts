import type { Role } from "./person.ts";
import { requireEnabled } from "./requirement-store.ts";
import type { Bearer, IssuedToken, Scope } from "./token.ts";

type BearerRow = {
  id: string;
  username: string;
  name: string;
  role: Role;
  token_id: string;
  scope: Scope;
  used_at: number | null;
  ends_at: number;
};

type TokenRow = {
  id: string;
  label: string;
  scope: Scope;
  created_at: number;
  ends_at: number;
  used_at: number | null;
  person_id: string;
  username: string;
  name: string;
  disabled_at: number | null;
};

/** The owner and rights of a token, which may have ended; null when it is unknown or revoked, or its owner is disabled. */
export async function findBearer(db: D1Database, tokenHash: string): Promise<Bearer | null> {
  const row = await db
    .prepare(
      `SELECT people.id, people.username, people.name, people.role, tokens.id AS token_id, tokens.scope, tokens.used_at,
         tokens.ends_at
       FROM tokens JOIN people ON people.id = tokens.person_id
       WHERE tokens.hash = ?1 AND tokens.revoked_at IS NULL AND people.disabled_at IS NULL`,
    )
    .bind(tokenHash)
    .first<BearerRow>();
  if (row === null) return null;
  const { id, username, name, role, token_id: tokenId, scope } = row;
  const person = { id, username, name, role };
  return { person, tokenId, scope, usedAt: row.used_at, endsAt: row.ends_at };
}

/** Records the use of a token. */
export async function touchToken(db: D1Database, id: string, now: number): Promise<void> {
  await db.prepare(`UPDATE tokens SET used_at = ?2 WHERE id = ?1`).bind(id, now).run();
}

/** The tokens that are not revoked, newest first. */
export async function listTokens(db: D1Database): Promise<IssuedToken[]> {
  const { results } = await db
    .prepare(
      `SELECT tokens.id, tokens.label, tokens.scope, tokens.created_at, tokens.ends_at, tokens.used_at,
         people.id AS person_id,
         people.username, people.name, people.disabled_at
       FROM tokens JOIN people ON people.id = tokens.person_id
       WHERE tokens.revoked_at IS NULL ORDER BY tokens.created_at DESC, tokens.id`,
    )
    .all<TokenRow>();
  return results.map((row) => ({
    id: row.id,
    owner: {
      id: row.person_id,
      username: row.username,
      name: row.name,
      enabled: row.disabled_at === null,
    },
    label: row.label,
    scope: row.scope,
    createdAt: row.created_at,
    endsAt: row.ends_at,
    usedAt: row.used_at,
  }));
}

export type NewToken = {
  id: string;
  personId: string;
  hash: string;
  label: string;
  scope: Scope;
  endsAt: number;
};

/** The statements that issue a token. They require that its owner is enabled. */
export function addToken(
  db: D1Database,
  { id, personId, hash, label, scope, endsAt }: NewToken,
  now: number,
): D1PreparedStatement[] {
  return [
    requireEnabled(db, personId),
    db
      .prepare(
        `INSERT INTO tokens (id, person_id, hash, label, scope, created_at, ends_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(id, personId, hash, label, scope, now, endsAt),
  ];
}

/** The statement that revokes a token for good. */
export function revokeToken(db: D1Database, id: string, now: number): D1PreparedStatement {
  return db
    .prepare(`UPDATE tokens SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL`)
    .bind(id, now);
}
