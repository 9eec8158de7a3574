import { slugify } from "../vietnamese/slug.ts";
import type { ArticleContent } from "../article/article.ts";

export type LabelKind = "tag" | "author";

/** What an article is listed under besides its section. `slug` stands in the list's address, `name` is as written. */
export type Label = { kind: LabelKind; slug: string; name: string };

/** The tags and authors of an article. Spellings that give one address are one label, under the first of its names. */
export function listLabels({ tags, byline }: Pick<ArticleContent, "tags" | "byline">): Label[] {
  return [...labels("tag", tags), ...labels("author", byline.authors)];
}

function labels(kind: LabelKind, names: readonly string[]): Label[] {
  const bySlug = new Map<string, Label>();
  for (const name of names) {
    const slug = slugify(name);
    if (!bySlug.has(slug)) bySlug.set(slug, { kind, slug, name });
  }
  return [...bySlug.values()];
}
