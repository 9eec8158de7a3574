import type { Session } from "../../people/session.ts";

/**
 * Whether somebody has just proved who they are, so that they need not do it again to add a key: whoever finds a computer
 * open must not be able to make themselves at home in its owner's account. OWASP's Authentication Cheat Sheet asks for it.
 */
export function isFresh({ createdAt }: Pick<Session, "createdAt">, now: number): boolean {
  return now - createdAt < freshFor;
}

const freshFor = 15 * 60 * 1000;
