import { listDivided, listJoinable } from "./other-spellings.ts";
import { fold } from "../vietnamese/fold.ts";
import { moveToneToEnd } from "../vietnamese/tone-placement.ts";

/** A word of a text and the keys it is found by; UTF-16 offsets. */
export type Word = WordKeys & { start: number; end: number };

/**
 * `exact` tells spellings apart but neither case nor Unicode form nor where the tone mark stands (hoà, hòa); `folded`
 * is without marks, đ as d. Both are letters and digits only, so they can be quoted into an expression of FTS5.
 */
export type WordKeys = { exact: string; folded: string };

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Longer words are indexed by their first letters. No Vietnamese or English word is so long. */
const maxWordLength = 64;

/** A word that no query has. It keeps apart what no phrase may span. */
const gap: Word = { exact: "", folded: "", start: 0, end: 0 };

/**
 * The words of a block of text, in order, and after them its codes and numbers in the other spellings by which they are
 * found too: "covid19" for "COVID-19", "1500000" for "1.500.000", "F", "150" for "F150". Index and results both come
 * through here, so that they agree on what is found.
 */
export function readWords(text: string): Word[] {
  const words = splitWords(text);
  if (!/[\d&]/.test(text)) return words;
  const joined = listJoinable(text).map((span) => [span]);
  for (const spelling of [...joined, ...listDivided(text)]) {
    words.push(
      gap,
      ...spelling.map(({ start, end }) => ({ ...joinKeys(text.slice(start, end)), start, end })),
    );
  }
  return words;
}

function joinKeys(written: string): WordKeys {
  return findKeys(written.replace(/[^\p{L}\p{N}\p{M}]/gu, ""));
}

/** The words of a text, in order. */
export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => {
    const [written] = match;
    const { exact, folded } = findKeys(written);
    return { exact, folded, start: match.index, end: match.index + written.length };
  });
}

/** Keys of words seen before. Vietnamese has a few thousand syllables, so this makes reading a text four times as fast. */
const known = new Map<string, WordKeys>();
const maxKnown = 10_000;

function findKeys(written: string): WordKeys {
  const remembered = known.get(written);
  if (remembered !== undefined) return remembered;
  if (known.size >= maxKnown) known.clear();
  const keys = makeKeys(written);
  if (written.length <= maxWordLength) known.set(written, keys);
  return keys;
}

/** NFKC, because "m²" is looked for as "m2". */
function makeKeys(written: string): WordKeys {
  const plain = written.slice(0, maxWordLength).normalize("NFKC");
  return {
    exact: keepLetters(moveToneToEnd(plain.toLowerCase())),
    folded: keepLetters(fold(plain)),
  };
}

/** NFKC makes punctuation of a few signs (½ has a slash); none may reach an expression. */
function keepLetters(key: string): string {
  return key.replace(/[^\p{L}\p{N}\p{M}]/gu, "");
}
