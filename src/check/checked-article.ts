import type { NormaliseChange, RemovedCharacter } from "../vietnamese/normalise.ts";

/**
 * An article as soát bài reads it. The texts are normalised, and empty where a draft has none. The offsets of findings
 * refer to these strings.
 */
export type CheckedArticle = {
  readonly title: string;
  readonly lede: string;
  /** GFM Markdown; photos are `![alt](photo:<id> "caption")`. */
  readonly body: string;
  readonly section: string | null;
  readonly byline: { readonly authors: readonly string[]; readonly unit: string | null };
  readonly leadPhoto: CheckedLeadPhoto | null;
  /** Sizes in pixels by photo id (what stands after `photo:`), for those that are known. */
  readonly photos: ReadonlyMap<string, { readonly width: number; readonly height: number }>;
  /** The most similar titles of other published articles. */
  readonly publishedTitles: readonly string[];
  /** What normalising changed on the way in, by field. */
  readonly normalised: readonly NormalisedField[];
  readonly today: Date;
};

type CheckedLeadPhoto = {
  readonly photo: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
};

type NormalisedField = {
  readonly field: string;
  readonly changes: readonly NormaliseChange[];
  readonly removed: readonly RemovedCharacter[];
};
