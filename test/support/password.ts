import { randomBytes, scryptSync } from "node:crypto";

/**
 * The stored form of a password that an account of a test already has. A stored hash names its own cost, and this one is low: the
 * site's cost takes a third of a second.
 */
export function hashCheaply(password: string): string {
  const [salt, cost] = [randomBytes(16), { N: 16, r: 8, p: 1 }];
  const hash = scryptSync(password.normalize("NFC"), salt, 32, cost);
  return `scrypt$16$8$1$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}
