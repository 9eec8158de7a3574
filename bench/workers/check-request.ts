import type { CheckedArticle } from "../../src/check/checked-article.ts";

/** An article to check, as it travels, and how many times. */
export type CheckRequest = {
  article: Omit<CheckedArticle, "photos" | "today">;
  today: string;
  times: number;
};
