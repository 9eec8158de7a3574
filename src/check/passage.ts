import type { Where } from "./finding.ts";

export type PassageKind =
  | "title"
  | "lede"
  | "paragraph"
  | "heading"
  | "list-item"
  | "quote"
  | "cell"
  | "caption"
  | "alt"
  | "credit"
  | "author"
  | "unit";

/** One stretch of prose without its markup, which still knows where each piece of it stands. */
export type Passage = {
  readonly field: string;
  readonly kind: PassageKind;
  /** Links to bare addresses, code and photos are one U+FFFC each. */
  readonly text: string;
  /** From `at` in the text on, the source goes on from `source`; ascending, the first at 0. */
  readonly origins: readonly Origin[];
};

type Origin = {
  readonly at: number;
  readonly source: number;
};

/** Stands in a passage for what is not prose. */
export const object = "\ufffc";

/** A field that is all prose. */
export function plainPassage(field: string, kind: PassageKind, text: string, source = 0): Passage {
  return { field, kind, text, origins: [{ at: 0, source }] };
}

/** Where [start, end) of the passage's text stands in its field. */
export function locate(passage: Passage, start: number, end: number): Where {
  const from = sourceAt(passage, start);
  // The last character's own place, plus one: the end must not leap over markup that follows it.
  const to = end > start ? sourceAt(passage, end - 1) + 1 : from;
  return { field: passage.field, start: from, end: to };
}

/** Where the whole passage stands in its field. */
export function locateAll(passage: Passage): Where {
  return locate(passage, 0, passage.text.length);
}

function sourceAt(passage: Passage, index: number): number {
  let found = 0;
  let source = 0;
  for (const origin of passage.origins) {
    if (origin.at > index) break;
    found = origin.at;
    source = origin.source;
  }
  return source + index - found;
}

/** Collects the pieces of a passage in reading order. */
export class PassageBuilder {
  #text = "";
  readonly #origins: Origin[] = [];

  /** Adds text that stands at `source` in the field. */
  add(text: string, source: number): void {
    this.#origins.push({ at: this.#text.length, source });
    this.#text += text;
  }

  /** The passage, or null when nothing but space and objects was added. */
  build(field: string, kind: PassageKind): Passage | null {
    if (/^[\s\ufffc]*$/.test(this.#text)) return null;
    return { field, kind, text: this.#text, origins: this.#origins };
  }
}
