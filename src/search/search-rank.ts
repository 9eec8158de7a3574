import { wholeRank } from "./search-expression.ts";
import { hasAll, hasRun } from "./search-matches.ts";
import { isMarked } from "./search-query.ts";
import type { SearchQuery } from "./search-query.ts";
import type { Word } from "./search-words.ts";

/**
 * The rank that the index would give an article that has all terms (see Tier). Where one page holds all results, asking
 * the index tier by tier would cost more than looking at them.
 */
export function rankArticle(query: SearchQuery, title: Word[], blocks: Word[][]): number {
  const run = query.terms.flat();
  const likenesses = isMarked(query) ? (["exact", "folded"] as const) : (["folded"] as const);
  for (const likeness of likenesses) {
    const best = likeness === "exact" ? 0 : 4;
    if (hasRun(title, run, likeness)) return best;
    if (hasAll([title], query, likeness)) return best + 1;
    if (blocks.some((words) => hasRun(words, run, likeness))) return best + 2;
    if (hasAll([title, ...blocks], query, likeness)) return best + 3;
  }
  return wholeRank;
}
