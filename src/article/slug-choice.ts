import { numberSlug, slugify } from "../vietnamese/slug.ts";
import { readSlugOwners, readArticleSlugs } from "./slug-store.ts";

/** The most articles of one title with consecutive numbers; more of them get a random number. */
const maxNumberedSlugs = 50;

/**
 * Chooses the slug for a title: one that the article has already, or else a free one, preferably without a number.
 * `articleId` is null for a new article. `attempt` counts from 1, and grows when another writer took the chosen slug.
 */
export async function chooseSlug(
  db: D1Database,
  title: string,
  articleId: string | null,
  attempt = 1,
): Promise<string> {
  const base = slugify(title);
  const own = articleId === null ? [] : await readArticleSlugs(db, articleId);
  return own.find((slug) => isBaseWithNumber(base, slug)) ?? findFreeSlug(db, base, attempt);
}

/** Whether a slug is the base, or the base with a number. */
function isBaseWithNumber(base: string, slug: string): boolean {
  const number = slug.match(/-(\d+)$/)?.[1];
  return slug === base || (number !== undefined && numberSlug(base, Number(number)) === slug);
}

/** Chooses the first free slug, or after failed attempts one of the first few: writers of one title then seldom meet again. */
async function findFreeSlug(db: D1Database, base: string, attempt: number): Promise<string> {
  const candidates = [base];
  for (let n = 2; n <= maxNumberedSlugs; n++) candidates.push(numberSlug(base, n));
  const owners = await readSlugOwners(db, candidates);
  const free = candidates.filter((slug) => !owners.has(slug)).slice(0, attempt ** 2);
  return free[pickNumberBelow(free.length)] ?? numberSlug(base, 100_000 + pickNumberBelow(900_000));
}

function pickNumberBelow(limit: number): number {
  return Math.floor(Math.random() * limit);
}
