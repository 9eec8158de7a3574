import { createHmac } from "node:crypto";
import type { Person } from "./person.ts";

/**
 * The scopes of a token: read what its owner may read; write what its owner may write; or write without the rate limit,
 * for imports.
 */
export const scopes = ["read", "write", "import"] as const;

export type Scope = (typeof scopes)[number];

/** How many days a token may work; an admin chooses when it is issued. */
export const tokenDays = [30, 90, 365] as const;

export const usualTokenDays = 365;

/** The owner and rights of a request's token. Times in ms since the epoch. */
export type Bearer = {
  person: Person;
  tokenId: string;
  scope: Scope;
  usedAt: number | null;
  /** When it stops working. */
  endsAt: number;
};

/** A token as admins see it, without its secret. Times in ms since the epoch. */
export type IssuedToken = {
  id: string;
  owner: { id: string; username: string; name: string; enabled: boolean };
  label: string;
  scope: Scope;
  createdAt: number;
  endsAt: number;
  /** To the hour; null when it was never used. */
  usedAt: number | null;
};

const hour = 60 * 60 * 1000;

/** Whether to record a use of a token: once an hour at most, because each is a write. */
export function isWorthNoting({ usedAt }: Pick<Bearer, "usedAt">, now: number): boolean {
  return usedAt === null || now - usedAt >= hour;
}

/**
 * The stored hash of a bearer token or session token: HMAC-SHA-256 in hex under the site's TOKEN_KEY. Tokens are 32
 * random bytes, so a fast hash is enough; the key makes a leaked database useless by itself.
 */
export function hashToken(token: string, key: string): string {
  return createHmac("sha256", key).update(token).digest("hex");
}
