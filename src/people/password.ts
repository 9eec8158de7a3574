import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { AppError } from "../errors.ts";
import { peopleWords } from "../vietnamese/words/people.ts";
import { Turns } from "./turns.ts";

/**
 * The cost that OWASP's Password Storage Cheat Sheet recommends for scrypt: N = 2^15, r = 8, p = 3. One hash takes 32
 * MiB.
 */
const cost = { N: 2 ** 15, r: 8, p: 3 };

/** A hash keeps the isolate from everything else for a tenth of a second or more. */
const turns = new Turns({ maxWaiting: 10, pause: 20, abandonedAfter: 5000 });

const saltBytes = 16;
const hashBytes = 32;

/** The stored value of a person without a password. It matches nothing. */
export const noPassword = "none";

/** Hashes a password for storing: `scrypt$N$r$p$salt$hash`, salt and hash in base64url. AppError too-many. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return formatHash(salt, await derive(password, salt, hashBytes, cost));
}

/**
 * Whether a password matches a stored hash, in constant time, with the cost in the hash. A value that hashPassword did
 * not make matches nothing. AppError too-many if too many hashes are waiting.
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
 * The hash to compare with: the stored one, or a random one when there is none. The time it takes does not tell whether
 * an account or a password exists.
 */
export function hashToCompare(stored: string | null): string {
  if (stored?.startsWith("scrypt$")) return stored;
  return formatHash(randomBytes(saltBytes), randomBytes(hashBytes));
}

function formatHash(salt: Buffer, hash: Buffer): string {
  return ["scrypt", cost.N, cost.r, cost.p, encode(salt), encode(hash)].join("$");
}

/** The same password typed in NFC and in NFD is one password. AppError too-many if too many hashes are waiting. */
async function derive(
  password: string,
  salt: Buffer,
  length: number,
  { N, r, p }: typeof cost,
): Promise<Buffer> {
  const options = { N, r, p, maxmem: 256 * N * r };
  const work = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(password.normalize("NFC"), salt, length, options, (error, key) =>
        error === null ? resolve(key) : reject(error),
      );
    });
  const key = await turns.run(work);
  if (key === null) throw new AppError("too-many", peopleWords.tooManyHashes);
  return key;
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64url");
}
