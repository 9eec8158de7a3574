import type { PublishedCard } from "../published/published.ts";
import { readBlock, cutExcerpt, markMatches } from "./search-excerpt.ts";
import type { TextPiece } from "./search-excerpt.ts";
import { beginningRank, wholeRank } from "./search-expression.ts";
import { findLikeness } from "./search-matches.ts";
import { rankArticle } from "./search-rank.ts";
import { readSearchPage } from "./search-store.ts";
import type { SearchHit, SearchPage, SearchRequest } from "./search-store.ts";

/** An article that was found, and where in it. */
export type FoundArticle = {
  card: PublishedCard;
  title: TextPiece[];
  excerpt: TextPiece[];
  /** It has not the last word of the query, but one that begins so. */
  isByBeginning: boolean;
  /** An older release rendered it: its text is not known until it is rendered again. */
  isStale: boolean;
};

export type SearchResults = Omit<SearchPage, "hits"> & { found: FoundArticle[] };

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
): { rank: number; article: FoundArticle } {
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
      isStale: hit.text === null,
    },
  };
}
