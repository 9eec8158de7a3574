import type { QuotedWords } from "../article/note.ts";
import { cutText } from "../vietnamese/cut-text.ts";
import { readBody } from "./body-passages.ts";
import { pointToField } from "./finding.ts";
import type { Where } from "./finding.ts";
import { locate, makePlainPassage } from "./passage.ts";
import type { Passage } from "./passage.ts";

/** The parts of an article that can be quoted. */
export type QuotableArticle = {
  title: string;
  lede: string;
  body: string;
  leadPhoto: { photo: string } | null;
};

/** In UTF-16 units. */
export const maxQuoteLength = 400;

const contextLength = 40;

/** Words that somebody chose. `at` is where the block in which they stand begins in the source of the field. */
export type ChosenWords = {
  field: string;
  at: number;
  quote: string;
  /** The photo that was chosen instead of words, or null. */
  photoId: string | null;
};

/**
 * The words as a note keeps them: those that were chosen, or else the passage or photo at that place. Null if there is nothing
 * there.
 */
export function quoteWords(
  article: QuotableArticle,
  { field, at, quote, photoId }: ChosenWords,
): QuotedWords | null {
  const none = { field, quote: "", before: "", after: "", place: 0 };
  if (field === "leadPhoto") {
    return article.leadPhoto === null ? null : { ...none, photoId: article.leadPhoto.photo };
  }
  if (photoId !== null && findPhoto(article, photoId) !== null) return { ...none, photoId };
  const passages = readPassages(article, field);
  const wanted = replaceSpaces(quote).trim();
  const found = wanted === "" ? null : findNearest(passages, wanted, at);
  if (found !== null) return keepWords(passages[found.place], found.start, found.end, found.place);
  const photo = field === "body" ? photosFrom(article.body, at)[0] : undefined;
  const next = passages.findIndex(({ pieces }) => (pieces[0]?.from ?? 0) >= at);
  const passage = passages[next];
  if (photo !== undefined && photo.start < (passage?.pieces[0]?.from ?? Infinity)) {
    return { ...none, photoId: photo.photo };
  }
  return keepWords(passage, 0, passage?.text.length ?? 0, next);
}

/** The place of quoted words in an article as it is now; null if they are no longer in it. */
export function findQuotedWords(
  article: QuotableArticle,
  { field, quote, before, after, place, photoId }: QuotedWords,
): Where | null {
  if (photoId !== null) return findPhoto(article, photoId);
  if (quote === "") return null;
  const passages = readPassages(article, field);
  let best: { score: number; where: Where } | null = null;
  passages.forEach((passage, number) => {
    const text = replaceSpaces(passage.text);
    for (const start of findOccurrences(text, quote)) {
      const end = start + quote.length;
      const score =
        measureCommonEnd(text.slice(0, start), before) +
        measureCommonStart(text.slice(end), after) +
        (number === place ? 1 : 0);
      if (best === null || score > best.score) best = { score, where: locate(passage, start, end) };
    }
  });
  return (best as { where: Where } | null)?.where ?? null;
}

function readPassages({ title, lede, body }: QuotableArticle, field: string): readonly Passage[] {
  if (field === "title") return [makePlainPassage("title", "title", title)];
  if (field === "lede") return [makePlainPassage("lede", "lede", lede)];
  return field === "body" ? readBody(body).passages : [];
}

function photosFrom(body: string, at: number) {
  return readBody(body).photos.filter(({ start }) => start >= at);
}

function findPhoto({ body, leadPhoto }: QuotableArticle, photoId: string): Where | null {
  if (leadPhoto?.photo === photoId) return pointToField("leadPhoto");
  const found = readBody(body).photos.find(({ photo }) => photo === photoId);
  return found === undefined ? null : { field: "body", start: found.start, end: found.end };
}

function keepWords(
  passage: Passage | undefined,
  start: number,
  end: number,
  place: number,
): QuotedWords | null {
  if (passage === undefined || passage.text.trim() === "") return null;
  const text = replaceSpaces(passage.text);
  const quote = cutText(text.slice(start, end), maxQuoteLength);
  const { field } = passage;
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(start + quote.length, start + quote.length + contextLength);
  return { field, quote, before, after, place, photoId: null };
}

/** The occurrence that begins at or after `at` in the source, else the last one. */
function findNearest(passages: readonly Passage[], quote: string, at: number) {
  const found = passages.flatMap((passage, place) =>
    findOccurrences(replaceSpaces(passage.text), quote).map((start) => ({
      place,
      start,
      end: start + quote.length,
      from: locate(passage, start, start + 1).start ?? 0,
    })),
  );
  return found.find(({ from }) => from >= at) ?? found.at(-1) ?? null;
}

function findOccurrences(text: string, words: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) starts.push(at);
  return starts;
}

/** The text with a plain space for each character of white space, so that no place moves. */
function replaceSpaces(text: string): string {
  return text.replace(/\s/g, " ");
}

function measureCommonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function measureCommonEnd(one: string, other: string): number {
  let length = 0;
  while (
    length < one.length &&
    length < other.length &&
    one[one.length - 1 - length] === other[other.length - 1 - length]
  ) {
    length++;
  }
  return length;
}
