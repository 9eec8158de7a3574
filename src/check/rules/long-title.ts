import { checkWords } from "../../vietnamese/words/check.ts";
import { warn } from "../finding.ts";
import type { Finding } from "../finding.ts";
import { locate } from "../passage.ts";
import type { ReadArticle } from "../read-article.ts";

const MAX_LENGTH = 70;
const MAX_OFFICIAL_LENGTH = 100;

/** How many of the title's words the lede must repeat, in order, for the title to be a name. */
const OFFICIAL_SHARE = 0.9;

/**
 * A title over 70 characters, which search results and shared links cut off. The official name of
 * the event itself, as the lede tells it word for word, cannot be shortened: it may have 100.
 */
export function longTitle({ title, lede }: ReadArticle): Finding[] {
  const { length } = title.text.trim();
  if (length <= MAX_LENGTH) return [];
  if (length <= MAX_OFFICIAL_LENGTH && isOfficialName(title.text, lede.text)) return [];
  const where = locate(title, MAX_LENGTH, title.text.length);
  return [warn("long-title", where, checkWords.longTitle(length, MAX_LENGTH))];
}

/** Whether the lede holds the title's words in the title's order. */
function isOfficialName(title: string, lede: string): boolean {
  const words = wordsOf(title);
  return commonInOrder(words, wordsOf(lede)) >= words.length * OFFICIAL_SHARE;
}

/** Length of the longest common subsequence. */
function commonInOrder(words: readonly string[], told: readonly string[]): number {
  let lengths = told.map(() => 0);
  for (const word of words) {
    let before = 0;
    let best = 0;
    lengths = lengths.map((length, i) => {
      const here = told[i] === word ? before + 1 : length;
      before = length;
      best = Math.max(best, here);
      return best;
    });
  }
  return lengths.at(-1) ?? 0;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-zÀ-ỹ\d]+/g) ?? [];
}
