import { createHmac } from "node:crypto";
import type { Person } from "./person.ts";

/** What a token may do: read what its owner may read, all that they may, or that as often as an import needs. */
export const scopes = ["read", "write", "import"] as const;

export type Scope = (typeof scopes)[number];

/** Who sends a request with a token. */
export type Bearer = { person: Person; tokenId: string; scope: Scope; usedAt: number | null };

/** A token as admins see it: never the token itself, nor its hash. Times in ms since the epoch. */
export type IssuedToken = {
  id: string;
  owner: { id: string; username: string; name: string; enabled: boolean };
  label: string;
  scope: Scope;
  createdAt: number;
  /** To an hour; null while it was never used. */
  usedAt: number | null;
};

const hour = 60 * 60 * 1000;

/** Whether a use of a token is worth a write: once an hour. */
export function isWorthNoting({ usedAt }: Pick<Bearer, "usedAt">, now: number): boolean {
  return usedAt === null || now - usedAt >= hour;
}

/**
 * What is stored of a bearer token: hex HMAC-SHA-256 under the site's TOKEN_KEY. Tokens are 32 random bytes, so a fast
 * hash is the right one; the key makes a leaked database useless by itself.
 */
export function hashToken(token: string, key: string): string {
  return createHmac("sha256", key).update(token).digest("hex");
}
