import { queryHasDiacritics } from "./search-query.ts";
import type { SearchQuery } from "./search-query.ts";
import { maxBeginning, streamTerms, makeTerm } from "./search-terms.ts";
import type { StreamKind } from "./search-terms.ts";
import type { WordKeys } from "./search-words.ts";

/**
 * A rank that results share; within it the newest is first. `match` is the expression of FTS5 for the articles that have
 * this rank and no better one.
 *
 * 0–3 are written exactly as typed, 4–7 in any spelling; of each four, the words in the title next to each other, in the
 * title, next to each other in the text, in the text. 8 is all of these, unranked. 9 has not the last word but a longer
 * one that begins with it.
 */
export type Tier = { rank: number; match: string };

export const wholeRank = 8;
export const beginningRank = 9;

/** A query as expressions of FTS5. Each list of tiers, walked to its end, has every article that matches, once. */
export type SearchExpressions = {
  /** Every article that has all terms, in any spelling. */
  whole: string;
  newestFirst: Tier[];
  bestFirst: Tier[];
};

/** Null when the query has no words. `section` is a slug; anything else is the slug of no section. */
export function buildExpressions(
  query: SearchQuery,
  section: string | null,
): SearchExpressions | null {
  if (query.terms.length === 0) return null;
  const whole = matchAllTerms("folded", query.terms);
  const beginning = findLongerWord(query);
  const last =
    beginning === null ? [] : [{ rank: beginningRank, match: excludeTiers(beginning, [whole]) }];
  return {
    whole: limitColumns(section, whole),
    newestFirst: [{ rank: wholeRank, match: whole }, ...last].map((tier) =>
      limitTier(section, tier),
    ),
    bestFirst: [...rankTiers(query), ...last].map((tier) => limitTier(section, tier)),
  };
}

function rankTiers(query: SearchQuery): Tier[] {
  const { terms } = query;
  if (!queryHasDiacritics(query)) return rankTiersBy(4, "foldedTitle", "folded", terms, []);
  return [
    ...rankTiersBy(0, "exactTitle", "exact", terms, []),
    ...rankTiersBy(4, "foldedTitle", "folded", terms, [matchAllTerms("exact", terms)]),
  ];
}

/** `before` has expressions whose articles rank better elsewhere. Each tier excludes them and those of the better tiers here. */
function rankTiersBy(
  best: number,
  title: StreamKind,
  anywhere: StreamKind,
  terms: WordKeys[][],
  before: string[],
): Tier[] {
  const titleRun = matchPhrase(title, terms.flat());
  const inTitle = matchAllTerms(title, terms);
  const textRun = matchPhrase(anywhere, terms.flat());
  const inText = matchAllTerms(anywhere, terms);
  const inTitleTier = { rank: best + 1, match: excludeTiers(inTitle, [...before, titleRun]) };
  const textRunTier = { rank: best + 2, match: excludeTiers(textRun, [...before, inTitle]) };
  if (terms.length === 1)
    return [{ rank: best, match: excludeTiers(titleRun, before) }, textRunTier];
  return [
    { rank: best, match: excludeTiers(titleRun, before) },
    inTitleTier,
    textRunTier,
    { rank: best + 3, match: excludeTiers(inText, [...before, inTitle, textRun]) },
  ];
}

/** The expression that finds each word of a query; the last one may be the beginning of a longer one. */
export function listWordExpressions({
  terms,
  isUnfinished,
}: SearchQuery): { word: string; match: string }[] {
  const words = terms.flat();
  return words.map((word, place) => {
    const whole = matchPhrase("folded", [word]);
    const mayGoOn = isUnfinished && place === words.length - 1;
    return { word: word.folded, match: mayGoOn ? `${whole} OR ${matchPrefix(word)}` : whole };
  });
}

/** The query with its last word as the beginning of a longer one: null when that word is finished. */
function findLongerWord({ terms, isUnfinished }: SearchQuery): string | null {
  const [last] = terms.at(-1)?.slice(-1) ?? [];
  if (!isUnfinished || last === undefined) return null;
  const others = [...terms.slice(0, -1), terms.at(-1)?.slice(0, -1) ?? []];
  return [
    ...others.filter(hasWords).map((words) => matchPhrase("folded", words)),
    matchPrefix(last),
  ].join(" AND ");
}

/** Finds the words that are longer than this one and begin with it; of a long one, the word itself too. */
function matchPrefix(word: WordKeys): string {
  const isLong = [...word.folded].length > maxBeginning;
  return isLong
    ? `${matchPhrase("folded", [word])} *`
    : quoteTerm(makeTerm("beginning", word.folded));
}

function hasWords(words: WordKeys[]): boolean {
  return words.length > 0;
}

function matchAllTerms(kind: StreamKind, terms: WordKeys[][]): string {
  return terms.map((words) => matchPhrase(kind, words)).join(" AND ");
}

function matchPhrase(kind: StreamKind, words: WordKeys[]): string {
  return quoteTerm(streamTerms(kind, words));
}

/** Terms hold no quotes, so this is all the quoting there is. */
function quoteTerm(terms: string): string {
  return `"${terms}"`;
}

function excludeTiers(expression: string, others: string[]): string {
  if (others.length === 0) return expression;
  return `(${expression}) NOT (${others.map((other) => `(${other})`).join(" OR ")})`;
}

function limitTier(section: string | null, { rank, match }: Tier): Tier {
  return { rank, match: limitColumns(section, match) };
}

function limitColumns(section: string | null, expression: string): string {
  if (section === null) return expression;
  const slug = /^[a-z0-9-]+$/.test(section) ? section : "";
  return `${quoteTerm(makeTerm("section", slug))} AND (${expression})`;
}
