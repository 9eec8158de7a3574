import { normaliseText } from "../../vietnamese/normalise.ts";
import { makePlainInline } from "./block.ts";
import type { Inline } from "./block.ts";

/**
 * Inline text made regular: NFC, plain single spaces, none at the ends or beside line breaks, neighbours of one look
 * joined. Empty when there are no words. Web APIs only.
 */
export function tidyInlines(text: readonly Inline[]): Inline[] {
  const pieces: Inline[] = [];
  let before = "\n";
  for (const piece of text) {
    const words = spaceText(piece.text, before);
    if (words === "") continue;
    before = words;
    const last = pieces.at(-1);
    if (last !== undefined && looksLike(last, piece)) last.text += words;
    else pieces.push({ ...piece, text: words });
  }
  return trimInlines(pieces);
}

/** Inline text in parts, where `isEnd` says that a part ends with a line break; breaks in a row always end one. */
export function splitAtBreaks(
  text: readonly Inline[],
  isEnd: (before: string, after: string) => boolean,
): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const piece of text) {
    piece.text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ ...piece, text: part });
    });
  }
  const parts: Inline[][] = [];
  let before = "";
  for (const line of lines) {
    const words = readWords(line);
    const last = parts.at(-1);
    if (words !== "" && last !== undefined && before !== "" && !isEnd(before, words)) {
      last.push(makePlainInline("\n"), ...line);
    } else if (words !== "") parts.push([...line]);
    before = words;
  }
  return parts.map(tidyInlines).filter((part) => part.length > 0);
}

const signs = "0123456789+-=()n";
const raisedSigns = { sup: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", sub: "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ" };
const maxRaised = 6;

/** m<sup>2</sup> as m²: Markdown has no raised text. Null if a character has no raised form. */
export function raiseText(text: string, place: "sup" | "sub"): string | null {
  const plainText = text.trim().replace(/[−–]/g, "-");
  const isRaisable = [...plainText].every((sign) => signs.includes(sign));
  if (plainText === "" || plainText.length > maxRaised || !isRaisable) return null;
  return [...plainText].map((sign) => raisedSigns[place].charAt(signs.indexOf(sign))).join("");
}

function spaceText(text: string, before: string): string {
  const regular = normaliseText(text)
    .text.replace(/[\t ]+/g, " ")
    .replace(/ ?\n ?/g, "\n");
  return /[\s]$/.test(before) ? regular.replace(/^ +/, "") : regular;
}

function trimInlines(pieces: Inline[]): Inline[] {
  while (pieces[0] !== undefined) {
    pieces[0].text = pieces[0].text.trimStart();
    if (pieces[0].text !== "") break;
    pieces.shift();
  }
  for (let last = pieces.at(-1); last !== undefined; last = pieces.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== "") break;
    pieces.pop();
  }
  return pieces;
}

function looksLike(a: Inline, b: Inline): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.struck === b.struck && a.link === b.link;
}

function readWords(line: readonly Inline[]): string {
  return line
    .map((piece) => piece.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
