import { createECDH } from "node:crypto";
import { encryptNotification, vapidHeaders } from "@block65/webcrypto-web-push";
import type { PushTarget } from "../people/push-device-store.ts";

/** The text of a notification, and the newsroom page that it opens. `tag`: a second one with the same tag replaces the first. */
export type PushMessage = { title: string; body: string; path: string; tag: string };

/** The secret key that signs messages to push services, and an e-mail address where these reach the site. */
export type PushSender = { key: string; contact: string };

/** What a push service answered. `retryAfter` is in ms; null if the service names no time. */
export type PushOutcome =
  | { kind: "sent" }
  /** The browser no longer receives messages. */
  | { kind: "gone" }
  | { kind: "refused"; status: number }
  | { kind: "failed"; error: string; retryAfter: number | null };

/** The hosts of the push services that browsers use. A name that begins with a dot stands for its subdomains. */
const pushServices = [
  "fcm.googleapis.com",
  "jmt17.google.com",
  ".push.services.mozilla.com",
  ".notify.windows.com",
  ".push.apple.com",
];

/**
 * Whether an endpoint belongs to a known push service. The browser sends its endpoint to us, so any user may write one: without
 * this check the site would send requests to every address that a user names.
 */
export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  const isKnown = pushServices.some((name) =>
    name.startsWith(".") ? hostname.endsWith(name) : hostname === name,
  );
  return protocol === "https:" && isKnown && port === "" && username === "" && password === "";
}

/** Whether a browser's public key, base64url, is a point of the curve P-256. Nothing can be encrypted for another one. */
export async function isBrowserKey(p256dh: string): Promise<boolean> {
  const bytes = Buffer.from(p256dh, "base64url");
  try {
    await crypto.subtle.importKey("raw", bytes, { name: "ECDH", namedCurve: "P-256" }, false, []);
    return true;
  } catch {
    return false;
  }
}

/** The public half of the secret key, which browsers need before they subscribe: base64url. */
export function readPublicPushKey(key: string): string {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(key, "base64url");
  return pair.getPublicKey("base64url");
}

/** A message waits this long at the push service for a browser that is off, in seconds. */
export const messageLifetime = 24 * 60 * 60;

/** A push service that does not answer for so long, in ms, failed. */
const maxWait = 10_000;

/** Encrypts a message for one browser (RFC 8291) and sends it with our signature (RFC 8292). Never throws. */
export async function sendPush(
  { key, contact }: PushSender,
  { endpoint, p256dh, auth }: PushTarget,
  message: PushMessage,
): Promise<PushOutcome> {
  try {
    if (!isPushService(endpoint)) return { kind: "gone" };
    const subscription = { endpoint, expirationTime: null, keys: { p256dh, auth } };
    const identity = {
      subject: `mailto:${contact}`,
      publicKey: readPublicPushKey(key),
      privateKey: key,
    };
    const { headers } = await vapidHeaders(subscription, identity);
    const text = new TextEncoder().encode(JSON.stringify(message));
    const response = await fetch(endpoint, {
      method: "POST",
      // The list of hosts would be worthless if a host on it could lead elsewhere.
      redirect: "manual",
      signal: AbortSignal.timeout(maxWait),
      headers: {
        ...headers,
        ttl: String(messageLifetime),
        urgency: "high",
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
      },
      body: await encryptNotification(subscription, text, { pad: false }),
    });
    await response.body?.cancel();
    return readOutcome(response);
  } catch (error) {
    return { kind: "failed", error: String(error), retryAfter: null };
  }
}

function readOutcome({ status, headers }: Response): PushOutcome {
  if (status >= 200 && status < 300) return { kind: "sent" };
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status !== 429 && status < 500) return { kind: "refused", status };
  const error = `the push service answered ${status}`;
  return { kind: "failed", error, retryAfter: readRetryAfter(headers.get("retry-after")) };
}

/** Retry-After is a number of seconds or a date (RFC 9110). */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(wait, 0) : null;
}
