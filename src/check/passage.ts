import { findSourceRange, type PlacedText } from "../markdown/placed-text.ts";
import type { Where } from "./finding.ts";

export type PassageKind =
  | "title"
  | "lede"
  | "paragraph"
  | "heading"
  | "list-item"
  | "quote"
  | "cell"
  | "footnote"
  | "code"
  | "caption"
  | "alt"
  | "credit"
  | "author"
  | "unit";

/** Prose without its markup, with the place of each part in its field. */
export type Passage = PlacedText & {
  readonly field: string;
  readonly kind: PassageKind;
};

/** Replaces a photo, a bare address or code in a passage, because they are not prose. */
export const objectPlaceholder = "\ufffc";

/** A field without markup, as one passage. */
export function makePlainPassage(field: string, kind: PassageKind, text: string): Passage {
  const { length } = text;
  return { field, kind, text, pieces: [{ at: 0, length, from: 0, to: length }] };
}

/** The place of [start, end) of the passage's text in its field. */
export function locate({ field, pieces }: Passage, start: number, end: number): Where {
  const place = findSourceRange(pieces, start, end);
  return { field, start: place.start, end: place.end };
}

/** The place of the whole passage in its field. */
export function locateAll(passage: Passage): Where {
  return locate(passage, 0, passage.text.length);
}
