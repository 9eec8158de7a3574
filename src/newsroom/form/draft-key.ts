import { createHmac } from "node:crypto";
import { AppError } from "../../errors.ts";
import type { Person } from "../../people/person.ts";
import { formWords } from "../../vietnamese/words/form.ts";

/** A random name for an article that has no id yet: a form that is sent twice makes one article. */
export function newDraftKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, "-");
}

/**
 * The id of the article that a person's form makes. An HMAC: nobody can choose the id of an article, nor find out
 * another person's. AppError malformed for what is no key.
 */
export function articleIdOfKey(key: string, person: Person, secret: string): string {
  if (!/^[\w-]{20,64}$/.test(key)) throw new AppError("malformed", formWords.noKey);
  const digest = createHmac("sha256", secret).update(`article ${person.id} ${key}`).digest();
  return Array.from(
    digest.subarray(0, 16),
    (byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32],
  ).join("");
}
