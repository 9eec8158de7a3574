import { countTerms, findMatches } from "./search-matches.ts";
import type { Likeness, Match } from "./search-matches.ts";
import type { SearchQuery } from "./search-query.ts";
import { readWords } from "./search-words.ts";
import type { Word } from "./search-words.ts";

/** A text and its words, as `readWords` gives them. */
export type TextBlock = { text: string; words: Word[] };

/** A piece of text that is a match, or is not. */
export type TextPiece = { text: string; isMatch: boolean };

/** About how much of an article a result shows, in characters, and how much of it may stand before the first match. */
const excerptLength = 200;
const leadIn = 50;

export function readBlock(text: string): TextBlock {
  return { text, words: readWords(text) };
}

/** The whole text in pieces, matches apart from the rest. */
export function markMatches(block: TextBlock, query: SearchQuery, likeness: Likeness): TextPiece[] {
  return cutPieces(block, findMatches(block.words, query, likeness).places, 0, block.text.length);
}

/**
 * Cuts the excerpt that best shows why an article was found: from the block with most words of the query, the stretch
 * with most of them. If only the title has them, the excerpt is the start of the first block.
 */
export function cutExcerpt(
  blocks: readonly TextBlock[],
  query: SearchQuery,
  likeness: Likeness,
): TextPiece[] {
  let best: { block: TextBlock; places: Match[]; score: number } | null = null;
  for (const block of blocks) {
    const { score, places } = findMatches(block.words, query, likeness);
    if (best === null || score > best.score) best = { block, places, score };
    if (score > query.terms.length) break;
  }
  if (best === null) return [];
  const { start, end } = chooseStretch(best.block, best.places);
  return [
    ...(start > 0 ? [{ text: "… ", isMatch: false }] : []),
    ...cutPieces(best.block, best.places, start, end),
    ...(end < best.block.text.length ? [{ text: " …", isMatch: false }] : []),
  ];
}

/** Where to cut a block: at words, around the stretch with most terms. */
function chooseStretch(
  { text, words }: TextBlock,
  matches: readonly Match[],
): { start: number; end: number } {
  if (text.length <= excerptLength + leadIn) return { start: 0, end: text.length };
  const findStart = (match: Match): number => words[match.first]?.start ?? 0;
  let from = 0;
  let most = 0;
  for (const match of matches) {
    const limit = findStart(match) + excerptLength - leadIn;
    const terms = countTerms(
      matches.filter((other) => findStart(other) >= findStart(match) && findStart(other) < limit),
    );
    if (terms > most) [from, most] = [findStart(match), terms];
  }
  const earliest = from <= leadIn ? 0 : Math.min(from - leadIn, text.length - excerptLength);
  const start = earliest === 0 ? 0 : (words.find((word) => word.start >= earliest)?.start ?? 0);
  const isRest = text.length - start <= excerptLength + leadIn;
  const ends = words
    .map((word) => word.end)
    .filter((at) => at > start && at <= start + excerptLength);
  const end = ends.length === 0 ? text.length : Math.max(...ends);
  return { start, end: isRest ? text.length : end };
}

/** Neighbouring matches with nothing but white space between them become one. */
function cutPieces(
  { text, words }: TextBlock,
  matches: readonly Match[],
  start: number,
  end: number,
): TextPiece[] {
  const made: TextPiece[] = [];
  let done = start;
  for (const { first, last } of matches) {
    const from = Math.max(words[first]?.start ?? 0, done);
    const to = words[last]?.end ?? 0;
    if (from >= to || from < start || to > end) continue;
    const between = text.slice(done, from);
    const former = made.at(-1);
    if (former?.isMatch === true && between.trim() === "") {
      former.text += text.slice(done, to);
    } else {
      if (between !== "") made.push({ text: between, isMatch: false });
      made.push({ text: text.slice(from, to), isMatch: true });
    }
    done = to;
  }
  if (done < end) made.push({ text: text.slice(done, end), isMatch: false });
  return made;
}
