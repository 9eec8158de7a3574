import { readWords } from "./search-words.ts";
import type { WordKeys } from "./search-words.ts";

/** The text of an article that search indexes: plain text, a line for each block. */
export type SearchableText = { title: string; text: string };

/**
 * A term of the index is a kind and a key. Kinds are part of the term, not columns, because FTS5 reads all that a word
 * has in every column, whatever column is asked for: here a search in titles reads what titles have.
 */
const kinds = {
  exactTitle: "t",
  foldedTitle: "u",
  /** Anywhere: in title or text. */
  exact: "e",
  folded: "f",
  /** The first letters of a longer word, folded. */
  beginning: "p",
  /** The slug of the article's section. */
  section: "s",
} as const;

type TermKind = keyof typeof kinds;

/** The kinds whose terms stand in the order of the text, so that phrases of them can be found. */
export type StreamKind = "exactTitle" | "foldedTitle" | "exact" | "folded";

/** Words are found by any beginning up to this many letters; FTS5 itself looks up longer ones, which few words share. */
export const maxBeginning = 6;

/** A term as it stands in the index; between quotes it is an expression of FTS5. */
export function makeTerm(kind: TermKind, key: string): string {
  return `${kinds[kind]}:${key}`;
}

/** The terms of words in a row. */
export function streamTerms(kind: StreamKind, words: readonly WordKeys[]): string {
  const form = kind === "exact" || kind === "exactTitle" ? "exact" : "folded";
  return words.map((word) => makeTerm(kind, word[form])).join(" ");
}

/** What FTS5 is to index of an article. Blocks are kept apart by a term without a key, so that no phrase spans them. */
export function writeIndexTerms({ title, text }: SearchableText): string {
  const titleWords = readWords(title);
  const blocks = [titleWords, ...text.split("\n").map(readWords)];
  const anywhere = (["exact", "folded"] as const).map((kind) =>
    blocks.map((words) => streamTerms(kind, words)).join(` ${makeTerm(kind, "")} `),
  );
  return [
    streamTerms("exactTitle", titleWords),
    streamTerms("foldedTitle", titleWords),
    ...anywhere,
    ...Array.from(listBeginnings(blocks.flat()), (beginning) => makeTerm("beginning", beginning)),
  ].join(" ");
}

/** Every beginning of every word that is not the whole word. */
function listBeginnings(words: WordKeys[]): Set<string> {
  const found = new Set<string>();
  for (const word of new Set(words.map(({ folded }) => folded))) {
    const letters = [...word];
    for (let length = Math.min(letters.length - 1, maxBeginning); length > 0; length--) {
      found.add(letters.slice(0, length).join(""));
    }
  }
  return found;
}
