import { numberedSlug, slugify } from "../vietnamese/slug.ts";
import { readSlugOwners, readArticleSlugs } from "./slug-store.ts";

/** So many articles may bear one title before a random number decides. */
const maxNumberedSlugs = 50;

/**
 * The slug for a title: one that is this article's already, else the plain one, or the first numbered one, that is free.
 * `articleId` is null for an article that does not exist yet.
 */
export async function chooseSlug(
  db: D1Database,
  title: string,
  articleId: string | null,
): Promise<string> {
  const base = slugify(title);
  const own = articleId === null ? [] : await readArticleSlugs(db, articleId);
  return own.find((slug) => isVariantOf(base, slug)) ?? findFreeSlug(db, base);
}

/** Whether a slug is the base, or the base with a number. */
function isVariantOf(base: string, slug: string): boolean {
  const number = slug.match(/-(\d+)$/)?.[1];
  return slug === base || (number !== undefined && numberedSlug(base, Number(number)) === slug);
}

async function findFreeSlug(db: D1Database, base: string): Promise<string> {
  const candidates = [base];
  for (let n = 2; n <= maxNumberedSlugs; n++) candidates.push(numberedSlug(base, n));
  const owners = await readSlugOwners(db, candidates);
  const free = candidates.find((slug) => !owners.has(slug));
  return free ?? numberedSlug(base, 100_000 + Math.floor(Math.random() * 900_000));
}
