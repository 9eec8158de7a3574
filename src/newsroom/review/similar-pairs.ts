/** Two texts that have less than this share in common are different texts, not a changed text. */
const minSimilarity = 0.35;

/** Comparing each with each costs their product. Beyond it, texts are paired by their order. */
const maxComparisons = 2500;

/** The indexes of a removed text and of the added text that replaces it. Null if one of them has no partner. */
export type SimilarPair = readonly [removed: number | null, added: number | null];

/**
 * Pairs removed with added texts in their order so that the pairs have as much in common as possible. Returns all of them, in
 * the order in which people read them.
 */
export function pairSimilar(removed: readonly string[], added: readonly string[]): SimilarPair[] {
  if (removed.length * added.length > maxComparisons) return pairByOrder(removed, added);
  const oldWords = removed.map(countWords);
  const newWords = added.map(countWords);
  const similarity = oldWords.map((old) => newWords.map((fresh) => findSimilarity(old, fresh)));
  const best = sumSimilarities(similarity, removed.length, added.length);
  const pairs: SimilarPair[] = [];
  let [old, fresh] = [0, 0];
  while (old < removed.length || fresh < added.length) {
    const here = best[old]?.[fresh] ?? 0;
    const alike = similarity[old]?.[fresh] ?? 0;
    const isPair = alike > 0 && here === alike + (best[old + 1]?.[fresh + 1] ?? 0);
    if (isPair) pairs.push([old++, fresh++]);
    else if (old < removed.length && (fresh === added.length || here === best[old + 1]?.[fresh])) {
      pairs.push([old++, null]);
    } else pairs.push([null, fresh++]);
  }
  return pairs;
}

/** For each pair of beginnings, the largest sum of similarities from there to the end. */
function sumSimilarities(
  similarity: readonly (readonly number[])[],
  removed: number,
  added: number,
): number[][] {
  const best = Array.from({ length: removed + 1 }, () => Array<number>(added + 1).fill(0));
  for (let old = removed - 1; old >= 0; old--) {
    for (let fresh = added - 1; fresh >= 0; fresh--) {
      const alike = similarity[old]?.[fresh] ?? 0;
      const [row, below] = [best[old] ?? [], best[old + 1] ?? []];
      const paired = alike > 0 ? alike + (below[fresh + 1] ?? 0) : 0;
      row[fresh] = Math.max(paired, below[fresh] ?? 0, row[fresh + 1] ?? 0);
    }
  }
  return best;
}

function pairByOrder(removed: readonly string[], added: readonly string[]): SimilarPair[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => [
    index < removed.length ? index : null,
    index < added.length ? index : null,
  ]);
}

function countWords(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

/** The share of common words, from 0 to 1; 0 if it is too small. */
function findSimilarity(one: Map<string, number>, other: Map<string, number>): number {
  let [common, all] = [0, 0];
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  const share = all === 0 ? 0 : (2 * common) / all;
  return share < minSimilarity ? 0 : share;
}
