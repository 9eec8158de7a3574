import { randomBytes } from "node:crypto";
import { sha256Hex } from "../digest.ts";

const hour = 60 * 60 * 1000;

/** How long a link is valid, in ms: an invitation over a weekend, a reset for a day. */
export const linkLifetimes = { invitation: 72 * hour, reset: 24 * hour } as const;

/** A link that lets one person set a password, once. Times in ms since the epoch. */
export type OneTimeLink = {
  hash: string;
  person: { id: string; username: string; name: string };
  endsAt: number;
  usedAt: number | null;
  /** Whether its person's account is enabled. */
  enabled: boolean;
};

export type LinkState = "open" | "used" | "expired";

export function getLinkState(
  { endsAt, usedAt, enabled }: Pick<OneTimeLink, "endsAt" | "usedAt" | "enabled">,
  now: number,
): LinkState {
  if (usedAt !== null) return "used";
  return enabled && now < endsAt ? "open" : "expired";
}

/** 32 random bytes in base64url. */
export function generateLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The stored hash of a link's token. Plain SHA-256 is enough for 32 random bytes, and lets the command line make a link
 * without knowing the site's secrets.
 */
export function hashLinkToken(token: string): string {
  return sha256Hex(token);
}
