import { diffArrays, diffWordsWithSpace } from "diff";

/** A run of paragraphs that stayed, or one paragraph that went, came or changed within. */
export type Passage = { kind: "same"; paragraphs: string[] } | { kind: "changed"; pieces: Piece[] };

/**
 * Comparing costs the square of what differs. Beyond so many differing words in one paragraph, paragraphs in one body, or
 * characters of changed paragraphs altogether, texts are shown as gone and come: nobody reads such a comparison word by word.
 */
const bounds = { words: 400, paragraphs: 400, pairs: 5000, characters: 100_000 };

/** Two paragraphs that have less than this share in common are different paragraphs, not a changed paragraph. */
const kinship = 0.3;

/** Two texts word by word. */
export function compareWords(before: string, after: string): Piece[] {
  return diffWords(before, after, bounds.words) ?? showReplaced(before, after);
}

/** Two bodies: paragraph by paragraph, and word by word in those that changed. */
export function compareBodies(before: string, after: string): Passage[] {
  let left = bounds.characters;
  return diffParagraphs(splitParagraphs(before), splitParagraphs(after)).flatMap(
    (change): Passage[] => {
      if ("same" in change) return [{ kind: "same", paragraphs: change.same }];
      const { removed, added } = change;
      if (Math.max(removed.length, added.length) > bounds.pairs) {
        const [old, fresh] = [removed.join("\n\n"), added.join("\n\n")];
        return [{ kind: "changed", pieces: showReplaced(old, fresh) }];
      }
      const passages: Passage[] = [];
      for (let at = 0; at < Math.max(removed.length, added.length); at++) {
        const [old = "", fresh = ""] = [removed[at], added[at]];
        left -= old.length + fresh.length;
        const pieces = left > 0 ? compareKin(old, fresh) : showReplaced(old, fresh);
        passages.push({ kind: "changed", pieces });
      }
      return passages;
    },
  );
}

type Change = { same: string[] } | { removed: string[]; added: string[] };

/** Runs that stayed and runs that changed, in turn. */
export function diffParagraphs(before: string[], after: string[]): Change[] {
  const changes = diffArrays(before, after, { maxEditLength: bounds.paragraphs });
  if (changes === undefined) return splitUnlikeMiddle(before, after);
  const runs: Change[] = [];
  for (const { added, removed, value } of changes) {
    const last = runs.at(-1);
    if (!added && !removed) runs.push({ same: value });
    else if (last !== undefined && !("same" in last)) {
      if (removed) last.removed.push(...value);
      else last.added.push(...value);
    } else runs.push(removed ? { removed: value, added: [] } : { removed: [], added: value });
  }
  return runs;
}

/** Bodies that differ almost everywhere: only their common beginning and end are found. */
function splitUnlikeMiddle(before: string[], after: string[]): Change[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { same: before.slice(0, start) },
    {
      removed: before.slice(start, before.length - end),
      added: after.slice(start, after.length - end),
    },
    { same: before.slice(before.length - end) },
  ].filter((change) => !("same" in change) || change.same.length > 0);
}

function compareKin(before: string, after: string): Piece[] {
  const pieces = compareWords(before, after);
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.length : 0), 0);
  return kept < kinship * Math.min(before.length, after.length)
    ? showReplaced(before, after)
    : pieces;
}

/** One text for another, whatever they have in common. */
export function showReplaced(before: string, after: string): Piece[] {
  const both: Piece[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return both.filter(({ text }) => text !== "");
}

function splitParagraphs(body: string): string[] {
  return body
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.trimEnd())
    .filter((paragraph) => paragraph !== "");
}

/** A piece of text that is unchanged, removed or added. */
export type Piece = { kind: "same" | "removed" | "added"; text: string };

/**
 * Compares two texts word by word. Null if more than `maxEdits` words differ: the cost grows with the square of that
 * number.
 */
export function diffWords(before: string, after: string, maxEdits: number): Piece[] | null {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: maxEdits });
  if (changes === undefined) return null;
  return changes
    .filter(({ value }) => value !== "")
    .map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value,
    }));
}
