import { applyPatch, structuredPatch } from "diff";

/** A body made of two, and whether every change of both is in it. */
export type MergedBody = { text: string; complete: boolean };

/**
 * Puts what one person changed in a body since `base` into what another made of it, paragraph by paragraph. Where they
 * changed the same place, or the base is not known, it is `mine` alone.
 */
export function mergedBody(base: string | null, mine: string, theirs: string): MergedBody {
  if (mine === theirs || theirs === base) return { text: mine, complete: true };
  if (mine === base) return { text: theirs, complete: true };
  if (base === null) return { text: mine, complete: false };
  const patch = structuredPatch("", "", base, mine, undefined, undefined, {
    context: 1,
    maxEditLength: 1000,
  });
  const text = patch === undefined ? false : applyPatch(theirs, patch);
  return text === false ? { text: mine, complete: false } : { text, complete: true };
}
