import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate, locateAll } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

const maxTitle = 70;
const maxOfficialTitle = 100;

/** The share of the title's words that the lede must repeat, in order, if the title is an official name. */
const officialShare = 0.9;

/**
 * A title of more than 70 characters, which search results and shared links cut off. An official name of an event, which
 * the lede repeats word for word, cannot be shortened. It may have 100.
 */
export function longTitle({ title, lede }: ReadArticle): Finding[] {
  const { length } = title.text.trim();
  if (length <= maxTitle) return [];
  if (length <= maxOfficialTitle && isOfficialName(title.text, lede.text)) return [];
  const where = locate(title, maxTitle, title.text.length);
  return [warn("long-title", where, checkWords.longTitle(length, maxTitle))];
}

/** Whether the lede holds the title's words in the title's order. */
function isOfficialName(title: string, lede: string): boolean {
  const words = splitWords(title);
  return countCommonInOrder(words, splitWords(lede)) >= words.length * officialShare;
}

/** How many of the words the lede has in the same order: the length of their longest common subsequence. */
function countCommonInOrder(words: readonly string[], ledeWords: readonly string[]): number {
  let lengths = ledeWords.map(() => 0);
  for (const word of words) {
    let before = 0;
    let best = 0;
    lengths = lengths.map((length, i) => {
      const here = ledeWords[i] === word ? before + 1 : length;
      before = length;
      best = Math.max(best, here);
      return best;
    });
  }
  return lengths.at(-1) ?? 0;
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[a-zÀ-ỹ\d]+/g) ?? [];
}

/** About twelve lines on a desktop and two screens of a phone. */
const maxParagraph = 900;

/** A paragraph too long to be read on a phone. */
export function longParagraph({ body }: ReadArticle): Finding[] {
  return body
    .filter(({ text }) => text.length > maxParagraph)
    .map((passage) => {
      const message = checkWords.longParagraph(passage.text.length, maxParagraph);
      return warn("long-paragraph", locateAll(passage), message);
    });
}
