import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { challengeLifetime } from "./passkey-store.ts";

const randomLength = 16;
const timeLength = 6;
const bodyLength = randomLength + timeLength;

/**
 * A challenge for a sign-in: random bytes, the time of issue and their HMAC. Strangers may ask for any number of them, so
 * none is stored before a passkey has signed it.
 */
export function makeSignInChallenge(key: string, now: number): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(timeLength);
  time.writeUIntBE(now, 0, timeLength);
  const body = Buffer.concat([randomBytes(randomLength), time]);
  return new Uint8Array(Buffer.concat([body, sign(body, key)]));
}

/** When a challenge (base64url) ends, in ms. Null if this site did not make it for a sign-in, or it has ended. */
export function readChallengeEnd(challenge: string, key: string, now: number): number | null {
  const bytes = Buffer.from(challenge, "base64url");
  const [body, signature] = [bytes.subarray(0, bodyLength), bytes.subarray(bodyLength)];
  const expected = sign(body, key);
  // Another spelling of the same bytes would pass for an unused challenge.
  if (bytes.toString("base64url") !== challenge || signature.length !== expected.length)
    return null;
  if (!timingSafeEqual(signature, expected)) return null;
  const endsAt = body.readUIntBE(randomLength, timeLength) + challengeLifetime;
  return endsAt > now ? endsAt : null;
}

function sign(body: Buffer, key: string): Buffer {
  return createHmac("sha256", key).update("passkey sign-in ").update(body).digest();
}
