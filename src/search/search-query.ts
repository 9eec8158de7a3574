import { normaliseLine } from "../vietnamese/normalise.ts";
import { joinGroupedNumbers } from "./other-spellings.ts";
import { splitWords } from "./search-words.ts";
import type { WordKeys } from "./search-words.ts";

/** Characters of a query that are read: enough for a long title. */
export const maxQueryLength = 200;

/** How many words of a query are looked for. */
const maxWords = 24;

/** What a reader looks for. */
export type SearchQuery = {
  /** As the reader wrote it, normalised: what the field shows. */
  text: string;
  /** Every one must be found. Words of one term stand next to each other. */
  terms: WordKeys[][];
  /** The last word may be the beginning of a longer one: it ends the text. */
  isUnfinished: boolean;
  /** Words beyond the limits were left out. */
  isCut: boolean;
};

/** Reads a query. Signs other than letters, digits and quotes are ignored; no input is an error. */
export function parseQuery(raw: string): SearchQuery {
  // Decomposed letters are up to three times as long before they are composed.
  const whole = normaliseLine(raw.slice(0, 4 * maxQueryLength)).text;
  const text = whole.slice(0, maxQueryLength).trim();
  const parts = text.replace(/[“”„«»″]/g, '"').split('"');
  const hasOpenQuote = parts.length % 2 === 0;
  const terms = parts.flatMap((part, place) => {
    const isQuoted = place % 2 === 1 && !(hasOpenQuote && place === parts.length - 1);
    return isQuoted
      ? [splitWords(joinGroupedNumbers(part))]
      : listLooseTerms(joinGroupedNumbers(part));
  });
  const found = terms.filter((words) => words.length > 0);
  const kept = listFirstWords(found, maxWords);
  const isCut = kept !== found || whole.length > maxQueryLength || raw.length > 4 * maxQueryLength;
  const isUnfinished = !isCut && /[\p{L}\p{N}\p{M}]$/u.test(text) && !/\s$/.test(raw);
  return { text, terms: kept, isUnfinished, isCut };
}

/** Whether the query has a diacritic: then articles with the exact spelling come first. */
export function queryHasDiacritics({ terms }: SearchQuery): boolean {
  return terms.some((words) => words.some((word) => word.exact !== word.folded));
}

/** Outside quotes words stand alone, but numbers and abbreviations written as one stay one: 28/01/2021, 4.0, KH&CN, 05-CT/TW. */
function listLooseTerms(text: string): WordKeys[][] {
  return text.split(/[\s;]+|,(?!\d)/).flatMap((piece) => {
    const words = splitWords(piece);
    return /[\p{N}&]/u.test(piece) ? [words] : words.map((word) => [word]);
  });
}

/** The terms with the first `max` words; the same array when that is all of them. */
function listFirstWords(terms: WordKeys[][], max: number): WordKeys[][] {
  if (terms.reduce((sum, words) => sum + words.length, 0) <= max) return terms;
  let left = max;
  const kept: WordKeys[][] = [];
  for (const words of terms) {
    if (left === 0) break;
    kept.push(words.slice(0, left));
    left -= Math.min(left, words.length);
  }
  return kept;
}
