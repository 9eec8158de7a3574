import { diffWordsWithSpace } from "diff";

/** A stretch of text that stayed, went or came. */
export type Piece = { kind: "same" | "removed" | "added"; text: string };

/**
 * Two texts word by word; null where they differ in more than `mostEdits` words: comparing costs the square of what
 * differs.
 */
export function diffWords(before: string, after: string, mostEdits: number): Piece[] | null {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (changes === undefined) return null;
  return changes
    .filter(({ value }) => value !== "")
    .map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value,
    }));
}
