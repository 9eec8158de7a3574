import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { ArticleContent } from "../../article/article.ts";
import { checkArticle } from "../../check/check-article.ts";
import type { Finding } from "../../check/finding.ts";

/**
 * The findings in the current fields, without the server. Rules that need data of the server (published titles, photo
 * sizes) find nothing here.
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

// The rules use Map.groupBy. Chrome 109, the last version for Windows 7 and common in government agencies, does not have it.
if (!("groupBy" in Map)) {
  Object.assign(Map, {
    groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
      const groups = new Map<Key, Item[]>();
      for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [item]);
        else group.push(item);
      }
      return groups;
    },
  });
}
