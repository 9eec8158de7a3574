import type { ArticleInput } from "../article/article-input.ts";

/** Bytes: as many photos as an article may bring at once, in the memory that a Worker has. */
export const longestHandedIn = 30_000_000;

/** Photos that an article may bring at once. */
export const mostPhotos = 30;

/** An article as somebody handed it in, with the photos that came along, by file name. `raw` is it before normalising. */
export type HandedIn = {
  input: ArticleInput;
  raw: unknown;
  photos: Map<string, Uint8Array<ArrayBuffer>>;
};
