import { monthAt, monthKey } from "./month.ts";
import { tags } from "../edge-cache/tags.ts";
import type { Projection, Surroundings } from "./projection-store.ts";

/**
 * The cache tags of every page that a publication or withdrawal changes: the article's own, those that list it or did so
 * before, and its neighbours', which link to it. `after` is null if the article is withdrawn.
 */
export function listTouchedTags(
  { articleId, publishedAt }: Pick<Projection, "articleId" | "publishedAt">,
  before: Surroundings,
  after: Pick<Projection, "section" | "photos" | "labels"> | null,
): string[] {
  const sections = [before.section, after?.section ?? null].filter((slug) => slug !== null);
  const labels = [...before.labels, ...(after?.labels ?? [])];
  const lostPhotos = before.photos.filter((photo) => !after?.photos.includes(photo));
  const touched = [
    tags.article(articleId),
    tags.lists,
    tags.feeds,
    ...sections.map(tags.section),
    ...labels.map(({ kind, slug }) => tags[kind](slug)),
    tags.months,
    tags.month(monthKey(monthAt(publishedAt))),
    ...lostPhotos.map(tags.photo),
    ...before.neighbours.map(tags.article),
    ...(before.hasCorrections ? [tags.corrections] : []),
  ];
  return [...new Set(touched)];
}
