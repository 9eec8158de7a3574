import type { ArticleContent } from "../article/article.ts";
import type { SearchableText } from "../search/search-terms.ts";
import { plainText } from "../markdown/markdown.ts";

/** What search is to know of an article: its title, and every other word that readers see. */
export function searchableText(content: ArticleContent): SearchableText {
  const { title, lede, body, byline, tags: labels, leadPhoto } = content;
  const parts = [
    lede,
    plainText(body),
    leadPhoto?.caption,
    ...labels,
    ...byline.authors,
    byline.unit,
  ];
  return {
    title,
    text: parts.filter((part) => part !== null && part !== undefined && part !== "").join("\n"),
  };
}
