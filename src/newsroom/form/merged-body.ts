import { applyPatch, structuredPatch } from "diff";
import { html, type Html } from "../../html/template.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { diffWords } from "../review/text-diff.ts";
import type { Piece } from "../review/text-diff.ts";

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

/** Texts that differ in more places than this are shown whole: telling them apart would take seconds. */
const maxEdits = 1500;

/** One text as it stands, with what the other one lacks marked. */
export function markedText(text: string, other: string): Html {
  if (text === "") return html`<span class="soft">${formWords.nothing}</span>`;
  const pieces = diffWords(other, text, maxEdits);
  if (pieces === null) return html`${text}`;
  return html`${joinPieces(pieces.filter(({ kind }) => kind !== "removed")).map((piece) =>
    piece.kind === "added" ? markAdded(piece.text) : html`${piece.text}`,
  )}`;
}

/** Words that are new one after another are one piece, with the spaces between them. */
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

/** Told, and not only coloured. */
function markAdded(text: string): Html {
  return html`<mark
    ><span class="told"> ${formWords.onlyHere} </span>${text}<span class="told">
      ${formWords.endOnlyHere}
    </span></mark
  >`;
}
