import { applyChacha20 } from "./cipher.ts";

/** The signed-in user, and the key that only pages for this user carry: 32 bytes. */
export type CopyOwner = { person: string; key: Uint8Array };

/** The owner of the local copies on this page; null on a page without a signed-in user. */
export function findCopyOwner(): CopyOwner | null {
  const { person, copyKey } = document.querySelector<HTMLElement>("form#thoat")?.dataset ?? {};
  if (person === undefined || copyKey === undefined) return null;
  return { person, key: toBytes(atob(copyKey)) };
}

const nonceLength = 12;

/** Begins a sealed text. Plain JSON, which older releases stored, never begins so. */
const mark = "1";

/**
 * Text that only its owner can read in this browser: after somebody else has signed in, their pages carry another key. Each
 * character is one byte.
 */
export function seal(text: string, key: Uint8Array): string {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  return mark + toText(nonce) + toText(applyChacha20(key, nonce, new TextEncoder().encode(text)));
}

/** Text sealed with another key is unreadable, and no JSON. */
export function unseal(sealed: string, key: Uint8Array): string {
  const bytes = toBytes(sealed.slice(mark.length));
  const plain = applyChacha20(key, bytes.slice(0, nonceLength), bytes.slice(nonceLength));
  return new TextDecoder().decode(plain);
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function toText(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    // Spreading the bytes into a call would take twenty times as long.
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(start, start + 8192));
  }
  return text;
}

/** A photo's bytes, sealed with the browser's own cipher: they are many, and nobody waits for them. */
export type SealedBytes = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

export async function sealBytes(bytes: ArrayBuffer, key: Uint8Array): Promise<SealedBytes> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await readPhotoKey(key), bytes);
  return { iv, data };
}

/** Rejects for bytes that were sealed with another key. */
export async function unsealBytes(
  { iv, data }: SealedBytes,
  key: Uint8Array,
): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv }, await readPhotoKey(key), data);
}

/** Another key than that of texts, because it belongs to another cipher. */
async function readPhotoKey(key: Uint8Array): Promise<CryptoKey> {
  const raw = await crypto.subtle.digest("SHA-256", new Uint8Array(key));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}
