import { applyPatch, structuredPatch } from "diff";
import { renameFootnotes } from "../../markdown/join-bodies.ts";
import { html, type Html } from "../../html/template.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { diffWords } from "../review/text-diff.ts";
import type { Piece } from "../review/text-diff.ts";

/** A merged body, and whether it has all changes of both. */
export type MergedBody = { text: string; complete: boolean };

/**
 * Merges two bodies that both come from `base`, paragraph by paragraph. Returns `mine` alone if both changed the same
 * place or the base is unknown. New footnotes of mine get labels that theirs does not have.
 */
export function mergeBodies(base: string | null, mine: string, theirs: string): MergedBody {
  if (mine === theirs || theirs === base) return { text: mine, complete: true };
  if (mine === base) return { text: theirs, complete: true };
  if (base === null) return { text: mine, complete: false };
  const renamed = renameFootnotes(mine, theirs, base);
  const patch = structuredPatch("", "", base, renamed, undefined, undefined, {
    context: 1,
    maxEditLength: 1000,
  });
  const text = patch === undefined ? false : applyPatch(theirs, patch);
  return text === false ? { text: mine, complete: false } : { text, complete: true };
}

/** Texts that differ in more places are shown without marks, because comparing them would take seconds. */
const maxEdits = 1500;

/** A text in which the words that the other text lacks are marked. */
export function markDifferences(text: string, other: string): Html {
  if (text === "") return html`<span class="soft">${formWords.nothing}</span>`;
  const pieces = diffWords(other, text, maxEdits);
  if (pieces === null) return html`${text}`;
  return html`${joinPieces(pieces.filter(({ kind }) => kind !== "removed")).map((piece) =>
    piece.kind === "added" ? markAdded(piece.text) : html`${piece.text}`,
  )}`;
}

/** Joins new words that follow one another, with the spaces between them. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  const isAdded = (n: number) => pieces[n]?.kind === "added";
  pieces.forEach(({ text }, n) => {
    const isBetween = text.trim() === "" && isAdded(n - 1) && isAdded(n + 1);
    const kind = isAdded(n) || isBetween ? "added" : "same";
    const last = result.at(-1);
    if (last !== undefined && last.kind === kind) last.text += text;
    else result.push({ kind, text });
  });
  return result;
}

/** Marked with hidden words for screen readers, and not by colour alone. */
function markAdded(text: string): Html {
  return html`<mark
    ><span class="spoken"> ${formWords.onlyHere} </span>${text}<span class="spoken">
      ${formWords.endOnlyHere}
    </span></mark
  >`;
}
