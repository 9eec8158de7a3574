import { sourceRange, type PlacedText } from "../markdown/placed-text.ts";
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

/** A stretch of prose without its markup. It knows where each part of it stands in its field. */
export type Passage = PlacedText & {
  readonly field: string;
  readonly kind: PassageKind;
};

/** Stands in a passage for a photo, a bare address or code, which are no prose. */
export const object = "\ufffc";

/** A field that is all prose. */
export function plainPassage(field: string, kind: PassageKind, text: string): Passage {
  const { length } = text;
  return { field, kind, text, pieces: [{ at: 0, length, from: 0, to: length }] };
}

/** The place of [start, end) of the passage's text in its field. */
export function locate({ field, pieces }: Passage, start: number, end: number): Where {
  const place = sourceRange(pieces, start, end);
  return { field, start: place.start, end: place.end };
}

/** The place of the whole passage in its field. */
export function locateAll(passage: Passage): Where {
  return locate(passage, 0, passage.text.length);
}
