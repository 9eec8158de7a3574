import { slugify } from "../vietnamese/slug.ts";
import type { ArticleContent } from "../article/article.ts";

export type LabelKind = "tag" | "author";

/** A tag or an author that lists an article. `slug` is part of the list's address; `name` is as the article writes it. */
export type Label = { kind: LabelKind; slug: string; name: string };

/** The tags and authors of an article. Spellings with the same slug are one label, with the first of these names. */
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
