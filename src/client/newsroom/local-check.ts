import "./group-by.ts";
import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { ArticleContent } from "../../article/article.ts";
import { checkArticle } from "../../check/check-article.ts";
import type { Finding } from "../../check/finding.ts";

/**
 * What soát bài finds in the fields as they stand, without asking the server. Rules that need what only the server knows
 * (published titles, sizes of photos) are silent here.
 */
export function checkFields(values: FormValues): Finding[] {
  const content = valuesToJson(values) as ArticleContent;
  return checkArticle({
    ...content,
    photos: new Map(),
    publishedTitles: [],
    normalised: [],
    today: new Date(),
  });
}
