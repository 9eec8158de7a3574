import type { ArticleInput } from "../article/article-input.ts";

/** An article as somebody handed it in, with the photos that came along, by file name. `raw` is it before normalising. */
export type HandedIn = {
  input: ArticleInput;
  raw: unknown;
  photos: Map<string, Uint8Array<ArrayBuffer>>;
};
