import { randomBytes } from "node:crypto";
import { sha256Hex } from "../digest.ts";

const hour = 60 * 60 * 1000;

/** How long a link waits, in ms: an invitation over a weekend, a reset until tomorrow. */
export const linkLifetimes = { invitation: 72 * hour, reset: 24 * hour } as const;

/** A link that lets one person set a password, once. Times in ms since the epoch. */
export type OneTimeLink = {
  hash: string;
  person: { id: string; username: string; name: string };
  endsAt: number;
  usedAt: number | null;
  /** Whether its person may come in at all. */
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
 * What is stored of a link's token: hex SHA-256. Nobody guesses 32 random bytes back from it, and the command line can make
 * a link for a site whose secrets it does not know.
 */
export function hashLinkToken(token: string): string {
  return sha256Hex(token);
}
