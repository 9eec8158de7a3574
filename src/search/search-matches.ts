import { queryHasDiacritics } from "./search-query.ts";
import type { SearchQuery } from "./search-query.ts";
import type { Word, WordKeys } from "./search-words.ts";

/**
 * How the words of a text stand for those of a query: written exactly as typed, in any spelling, or the last one as the
 * beginning of a longer word.
 */
export type Likeness = "exact" | "folded" | "beginning";

/** A term of the query found in a text: numbers of its first and last word there. */
export type Match = { term: number; first: number; last: number };

/** What these words have of a query. `score` says how much: one more than the terms where they stand in one run. */
export type Matches = { score: number; places: Match[] };

/** Where the terms stand next to each other, only these runs: a word of them elsewhere is another word, mostly. */
export function findMatches(
  words: readonly Word[],
  query: SearchQuery,
  likeness: Likeness,
): Matches {
  const runs = findPlaces([query.terms.flat()], words, likeness);
  if (runs.length > 0) return { score: query.terms.length + 1, places: runs };
  const places = findPlaces(query.terms, words, likeness);
  return { score: countTerms(places), places };
}

export function countTerms(places: readonly Match[]): number {
  return new Set(places.map((place) => place.term)).size;
}

function findPlaces(
  terms: readonly WordKeys[][],
  words: readonly Word[],
  likeness: Likeness,
): Match[] {
  const matches: Match[] = [];
  const findStart = ({ first }: Match): number => words[first]?.start ?? 0;
  for (let first = 0; first < words.length; first++) {
    terms.forEach((term, number) => {
      const mayGoOn = likeness === "beginning" && number === terms.length - 1;
      if (!standsAt(words, first, term, likeness, mayGoOn)) return;
      matches.push({ term: number, first, last: first + term.length - 1 });
    });
  }
  // Other spellings of a code stand behind all words, not in the order of the text.
  return matches.sort((a, b) => findStart(a) - findStart(b));
}

/** The closest likeness in which these blocks of text have all terms. */
export function findLikeness(blocks: readonly Word[][], query: SearchQuery): Likeness {
  if (queryHasDiacritics(query) && hasAll(blocks, query, "exact")) return "exact";
  return !query.isUnfinished || hasAll(blocks, query, "folded") ? "folded" : "beginning";
}

/** Whether these blocks, taken together, have all terms of the query. */
export function hasAll(
  blocks: readonly Word[][],
  { terms }: SearchQuery,
  likeness: "exact" | "folded",
): boolean {
  return terms.every((term) => blocks.some((words) => hasRun(words, term, likeness)));
}

/** Whether these words stand next to each other. */
export function hasRun(
  words: readonly Word[],
  term: readonly WordKeys[],
  likeness: "exact" | "folded",
): boolean {
  return words.some((_, first) => standsAt(words, first, term, likeness, false));
}

function standsAt(
  words: readonly Word[],
  first: number,
  term: readonly WordKeys[],
  likeness: Likeness,
  mayGoOn: boolean,
): boolean {
  return term.every((sought, place) => {
    const word = words[first + place];
    if (word === undefined) return false;
    if (likeness === "exact") return word.exact === sought.exact;
    if (mayGoOn && place === term.length - 1) return word.folded.startsWith(sought.folded);
    return word.folded === sought.folded;
  });
}
