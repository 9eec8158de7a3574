import type { Footnotes } from "../markdown/footnotes.ts";
import type { PublishedPhoto } from "../article/published.ts";

/** What the renderer needs to know of a photo: all but what the body itself says of it. */
export type StoredPhoto = Omit<PublishedPhoto, "alt" | "caption">;

/** One body on its way to HTML. */
export type BodyRendering = {
  photos: ReadonlyMap<string, StoredPhoto>;
  footnotes: Footnotes;
  /** Footnotes by label, in the order of their first reference; numbers are from 1. */
  notes: Map<string, { number: number; references: number }>;
  /** How often each heading id was asked for. */
  headings: Map<string, number>;
  /** Level of the last heading; the title of the article, which stands above the body, is 1. */
  level: number;
  /** Tables so far. */
  tables: number;
};
