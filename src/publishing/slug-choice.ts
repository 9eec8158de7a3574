import { numberedSlug, slugify } from "../vietnamese/slug.ts";
import { readSlugOwners } from "./slug-store.ts";

/** So many articles may bear one title before a random number decides. */
const numbered = 50;

/**
 * The slug for a title: the plain one, or the first numbered one, that is free or is this article's already.
 * `articleId` is null for an article that does not exist yet.
 */
export async function chooseSlug(
  db: D1Database,
  title: string,
  articleId: string | null,
): Promise<string> {
  const base = slugify(title);
  const candidates = [base];
  for (let n = 2; n <= numbered; n++) candidates.push(numberedSlug(base, n));
  const owners = await readSlugOwners(db, candidates);
  const mine = candidates.find((slug) => articleId !== null && owners.get(slug) === articleId);
  const free = candidates.find((slug) => !owners.has(slug));
  return mine ?? free ?? numberedSlug(base, 100_000 + crypto.getRandomValues(new Uint16Array(1))[0]!);
}
