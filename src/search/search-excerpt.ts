import { distinctTerms, matchesIn } from "./search-matches.ts";
import type { Likeness, Match } from "./search-matches.ts";
import type { SearchQuery } from "./search-query.ts";
import { wordsOf } from "./search-words.ts";
import type { Word } from "./search-words.ts";

/** A text with its words, read once for all that is asked of it. */
export type Block = { text: string; words: Word[] };

/** Text in pieces, of which some are what the reader looked for. */
export type Piece = { text: string; isMatch: boolean };

/** About how much of an article a result shows, in characters, and how much of it may stand before the first match. */
const excerptLength = 200;
const leadIn = 50;

export function blockOf(text: string): Block {
  return { text, words: wordsOf(text) };
}

/** The whole text with its matches told apart. */
export function markedText(block: Block, query: SearchQuery, likeness: Likeness): Piece[] {
  return pieces(block, matchesIn(block.words, query, likeness).places, 0, block.text.length);
}

/**
 * The place in an article that best shows why it was found: in the block that has most of the query, the stretch with
 * most of it; in the first block where none has any, because then it stands in the title only.
 */
export function excerpt(blocks: readonly Block[], query: SearchQuery, likeness: Likeness): Piece[] {
  let best: { block: Block; places: Match[]; score: number } | null = null;
  for (const block of blocks) {
    const { score, places } = matchesIn(block.words, query, likeness);
    if (best === null || score > best.score) best = { block, places, score };
    if (score > query.terms.length) break;
  }
  if (best === null) return [];
  const { start, end } = stretch(best.block, best.places);
  return [
    ...(start > 0 ? [{ text: "… ", isMatch: false }] : []),
    ...pieces(best.block, best.places, start, end),
    ...(end < best.block.text.length ? [{ text: " …", isMatch: false }] : []),
  ];
}

/** Where to cut a block: at words, around the stretch with most terms. */
function stretch(
  { text, words }: Block,
  matches: readonly Match[],
): { start: number; end: number } {
  if (text.length <= excerptLength + leadIn) return { start: 0, end: text.length };
  const startOf = (match: Match): number => words[match.first]?.start ?? 0;
  let from = 0;
  let most = 0;
  for (const match of matches) {
    const limit = startOf(match) + excerptLength - leadIn;
    const terms = distinctTerms(
      matches.filter((other) => startOf(other) >= startOf(match) && startOf(other) < limit),
    );
    if (terms > most) [from, most] = [startOf(match), terms];
  }
  const earliest = from <= leadIn ? 0 : Math.min(from - leadIn, text.length - excerptLength);
  const start = earliest === 0 ? 0 : (words.find((word) => word.start >= earliest)?.start ?? 0);
  const isRest = text.length - start <= excerptLength + leadIn;
  const end = words.findLast((word) => word.end <= start + excerptLength)?.end ?? text.length;
  return { start, end: isRest ? text.length : end };
}

/** Neighbouring matches with nothing but white space between them become one. */
function pieces(
  { text, words }: Block,
  matches: readonly Match[],
  start: number,
  end: number,
): Piece[] {
  const made: Piece[] = [];
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
