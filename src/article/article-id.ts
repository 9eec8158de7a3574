/** A new article's id: 80 random bits, in 16 characters of Crockford's base 32. It stays for ever, in feeds and tags. */
export function newArticleId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32]).join("");
}
