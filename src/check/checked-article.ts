import type { ArticleKind } from "../article/article.ts";
import type { HandbookEntry } from "../article/handbook.ts";
import type { StoredFile } from "../file/file.ts";
import type { NormaliseChange, RemovedCharacter } from "../vietnamese/normalise.ts";

/**
 * An article as soát bài reads it. The texts are normalised, and empty where a draft has none. The offsets of findings
 * refer to these strings.
 */
export type CheckedArticle = {
  /** Some rules are for articles only. */
  readonly kind: ArticleKind;
  readonly title: string;
  readonly lede: string;
  /** GFM Markdown; photos are `![alt](photo:<id> "caption")`. */
  readonly body: string;
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly byline: { readonly authors: readonly string[]; readonly unit: string | null };
  readonly leadPhoto: CheckedLeadPhoto | null;
  /** What is known of its photos by id (what stands after `photo:`). */
  readonly photos: ReadonlyMap<string, CheckedPhoto>;
  /** Its documents, each with the id of its file. */
  readonly documents: readonly { readonly file: string }[];
  /** What is known of these files by id. */
  readonly files: ReadonlyMap<string, CheckedFile>;
  /** The most similar titles of other published articles. */
  readonly publishedTitles: readonly string[];
  /** The tags and authors of published articles whose names are like those of this one. */
  readonly knownLabels: readonly { readonly kind: "tag" | "author"; readonly name: string }[];
  /** The newsroom's handbook. */
  readonly handbook: readonly HandbookEntry[];
  /** What normalising changed on the way in, by field. */
  readonly normalised: readonly NormalisedField[];
  readonly today: Date;
};

/** The size in pixels, and the last day on which the photo may be used, as "2026-12-31" in Vietnam's calendar. */
export type CheckedPhoto = {
  readonly width: number;
  readonly height: number;
  readonly usableUntil?: string | null;
};

/** The name of a file, and what it tells about people. */
export type CheckedFile = Pick<StoredFile, "name" | "properties">;

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
