import { createHmac } from "node:crypto";

/**
 * What is stored of a bearer token: hex HMAC-SHA-256 under the site's TOKEN_KEY. Tokens are 32 random bytes, so a fast
 * hash is the right one; the key makes a leaked database useless by itself.
 */
export function hashToken(token: string, key: string): string {
  return createHmac("sha256", key).update(token).digest("hex");
}
