import type { CheckedArticle } from "../../src/check/checked-article.ts";

/** The JSON body of a request to the check Worker: an article, and how many times to check it. */
export type CheckRequest = {
  article: Omit<CheckedArticle, "photos" | "today">;
  today: string;
  times: number;
};
