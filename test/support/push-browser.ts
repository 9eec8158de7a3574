import {
  createDecipheriv,
  createECDH,
  hkdfSync,
  randomBytes,
  randomUUID,
  verify,
} from "node:crypto";
import type { PushAnswer, ReceivedPush } from "./push-service.ts";
import { json, send } from "./newsroom.ts";
import { sameOrigin } from "./staff.ts";
import type { Staff } from "./staff.ts";

/** What the service worker gets. */
type Message = { title: string; body: string; path: string; tag: string };

/** A browser with a push subscription. It decrypts messages as RFC 8291 says. */
export class PushBrowser {
  readonly #keys = createECDH("prime256v1");
  readonly #secret = randomBytes(16);
  readonly endpoint: string;

  constructor(origin = "https://updates.push.services.mozilla.com") {
    this.#keys.generateKeys();
    // The push service outlives a test file, so a number counted here would name the browsers of other files.
    this.endpoint = `${origin}/wpush/v2/${randomUUID()}`;
  }

  /** PushSubscription as the site's script sends it. */
  subscription(renew = false) {
    return {
      endpoint: this.endpoint,
      p256dh: this.#keys.getPublicKey("base64url"),
      auth: this.#secret.toString("base64url"),
      renew,
    };
  }

  /** Turns notifications on for the session of a user. */
  async turnOn(staff: Staff, renew = false): Promise<Response> {
    return sendSubscription(staff, this.subscription(renew));
  }

  /** Sets how the push service answers from now on. */
  async answerWith(answer: PushAnswer): Promise<void> {
    await fetch(this.endpoint, { method: "PUT", body: JSON.stringify(answer) });
  }

  async received(): Promise<ReceivedPush[]> {
    return (await fetch(this.endpoint)).json();
  }

  /** The messages that arrived, decrypted, without the tags. */
  async messages(): Promise<Omit<Message, "tag">[]> {
    return (await this.received()).map(({ body }) => {
      const { tag: _, ...message } = this.#decrypt(Buffer.from(body, "base64"));
      return message;
    });
  }

  /** RFC 8188: salt (16), record size (4), length of the key (1), the sender's key (65), one record. */
  #decrypt(body: Buffer): Message {
    const senderKey = body.subarray(21, 86);
    const shared = this.#keys.computeSecret(senderKey);
    const info = Buffer.concat([
      Buffer.from("WebPush: info\0"),
      this.#keys.getPublicKey(),
      senderKey,
    ]);
    const keyMaterial = derive(shared, this.#secret, info, 32);
    const salt = body.subarray(0, 16);
    const key = derive(keyMaterial, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
    const nonce = derive(keyMaterial, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
    const decipher = createDecipheriv("aes-128-gcm", key, nonce);
    decipher.setAuthTag(body.subarray(-16));
    const record = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()]);
    // The text ends with 2; padding is zeros after it.
    return JSON.parse(record.subarray(0, record.lastIndexOf(2)).toString()) as Message;
  }
}

function derive(material: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", material, salt, info, length));
}

/** Sends a subscription as the site's script does. */
export async function sendSubscription(
  { cookie }: Staff,
  subscription: unknown,
): Promise<Response> {
  const headers = { cookie, ...sameOrigin, accept: "application/json" };
  return send("/toa-soan/tai-khoan/thong-bao", json("POST", subscription, headers));
}

/** The claims of a VAPID header (RFC 8292), after its signature was checked; null if it is wrong. */
export async function readVapid(header: string): Promise<Record<string, unknown> | null> {
  const [, token = "", publicKey = ""] = /^vapid t=([^,]+), k=(\S+)$/.exec(header) ?? [];
  const [head, claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((n) => n.toString("base64url"));
  const isOurs = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    {
      key: { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" },
      format: "jwk",
      dsaEncoding: "ieee-p1363",
    },
    Buffer.from(signature, "base64url"),
  );
  if (!isOurs) return null;
  return JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>;
}
