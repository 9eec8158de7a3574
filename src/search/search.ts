import { cutExcerpt, markMatches, readBlock } from "./search-excerpt.ts";
import type { TextPiece } from "./search-excerpt.ts";
import { beginningRank, wholeRank } from "./search-expression.ts";
import { findLikeness, hasAll, hasRun } from "./search-matches.ts";
import { queryHasDiacritics } from "./search-query.ts";
import type { SearchQuery } from "./search-query.ts";
import { readSearchPage } from "./search-store.ts";
import type { SearchHit, SearchPage, SearchRequest } from "./search-store.ts";
import type { Word } from "./search-words.ts";

/** An article or a page that was found, with its matches marked. */
export type FoundText = {
  card: SearchHit["card"];
  title: TextPiece[];
  excerpt: TextPiece[];
  /** It does not have the last word of the query, but a word with the same beginning. */
  isByBeginning: boolean;
  /** It has every word of the query in the marks that were typed. */
  isExact: boolean;
  /** An older release rendered it: its text is not known until it is rendered again. */
  isStale: boolean;
};

export type SearchResults = Omit<SearchPage, "hits"> & { found: FoundText[] };

/** A page of results, in their order; null when the query has no words. */
export async function search(
  db: D1Database,
  request: SearchRequest,
): Promise<SearchResults | null> {
  const page = await readSearchPage(db, request);
  if (page === null) return null;
  const { hits, ...rest } = page;
  const seen = hits.map((hit) => showHit(hit, request));
  // The sort is stable: articles of one rank stay newest first.
  seen.sort((a, b) => a.rank - b.rank);
  return { ...rest, found: seen.map(({ article }) => article) };
}

function showHit(
  hit: SearchHit,
  { query, order }: SearchRequest,
): { rank: number; article: FoundText } {
  const { card, rank } = hit;
  const title = readBlock(card.title);
  const blocks = (hit.text ?? card.lede).split("\n").map(readBlock);
  const words = blocks.map((block) => block.words);
  const likeness = findLikeness([title.words, ...words], query);
  const isToRank = rank === wholeRank && order === "relevance";
  return {
    rank: isToRank ? rankArticle(query, title.words, words) : rank,
    article: {
      card,
      title: markMatches(title, query, likeness),
      excerpt: cutExcerpt(blocks, query, likeness),
      isByBeginning: rank === beginningRank,
      isExact: likeness === "exact",
      isStale: hit.text === null,
    },
  };
}

/**
 * The rank that the index would give an article that has all terms (see Tier). Where one page holds all results, asking
 * the index tier by tier would cost more than looking at them.
 */
function rankArticle(query: SearchQuery, title: Word[], blocks: Word[][]): number {
  const run = query.terms.flat();
  const likenesses = queryHasDiacritics(query)
    ? (["exact", "folded"] as const)
    : (["folded"] as const);
  for (const likeness of likenesses) {
    const best = likeness === "exact" ? 0 : 4;
    if (hasRun(title, run, likeness)) return best;
    if (hasAll([title], query, likeness)) return best + 1;
    if (blocks.some((words) => hasRun(words, run, likeness))) return best + 2;
    if (hasAll([title, ...blocks], query, likeness)) return best + 3;
  }
  return wholeRank;
}
