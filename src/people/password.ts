import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's Password Storage Cheat Sheet for scrypt: N = 2^15, r = 8, p = 3; 32 MiB for the time of one hash. */
const cost = { N: 2 ** 15, r: 8, p: 3 };

const saltBytes = 16;
const hashBytes = 32;

/** What is stored for who has not set a password: nothing matches it. */
export const noPassword = "none";

/** A password as it is stored: `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return formatHash(salt, await derive(password, salt, hashBytes, cost));
}

/**
 * Whether a password is the one that was stored, in constant time, under the cost that it was stored with. Anything but
 * a string of hashPassword matches nothing.
 */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored.split("$");
  if (scheme !== "scrypt" || salt === undefined || !hash) return false;
  const expected = Buffer.from(hash, "base64url");
  const given = await derive(password, Buffer.from(salt, "base64url"), expected.length, {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(given, expected);
}

/**
 * The hash that a password is compared with: what is stored, or chance where nothing is, under the cost of new ones. So
 * whoever guesses does not hear from the time it takes whether there is an account, or a password for it.
 */
export function hashToCompare(stored: string | null): string {
  if (stored?.startsWith("scrypt$")) return stored;
  return formatHash(randomBytes(saltBytes), randomBytes(hashBytes));
}

function formatHash(salt: Buffer, hash: Buffer): string {
  return ["scrypt", cost.N, cost.r, cost.p, encode(salt), encode(hash)].join("$");
}

/** The same password typed in NFC and in NFD is one password. */
function derive(
  password: string,
  salt: Buffer,
  length: number,
  { N, r, p }: typeof cost,
): Promise<Buffer> {
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, length, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64url");
}
