import { fold } from "./fold.ts";

const maxLength = 100;

/** What a title without one letter or digit of Latin script becomes: an address is never empty. */
const fallback = "bai-viet";

/**
 * The address of a title: `a-z`, `0-9` and single hyphens, at most 100 characters, cut between
 * words. "KH&CN" gives `kh-cn`; NFC and NFD input give the same.
 */
export function slugify(title: string): string {
  const hyphened = fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return cutAtWord(hyphened, maxLength) || fallback;
}

/** The n-th address of the same title (n ≥ 2): `base-2`, still within the cap. */
export function numberSlug(base: string, n: number): string {
  const suffix = `-${n}`;
  return cutAtWord(base, maxLength - suffix.length) + suffix;
}

function cutAtWord(slug: string, cap: number): string {
  if (slug.length <= cap) return slug;
  const boundary = slug.lastIndexOf("-", cap);
  return slug.slice(0, boundary > 0 ? boundary : cap);
}
