import { tags } from "../edge-cache/tags.ts";
import type { Surroundings } from "./publication-store.ts";

/**
 * The cache tags of every page that a publication or withdrawal changes: the article's own, those that list it, and its
 * neighbours', which link to it. `after` is null when nothing of it stays public.
 */
export function touchedTags(
  articleId: string,
  before: Surroundings,
  after: { section: string; photos: string[] } | null,
): string[] {
  const sections = new Set(
    [before.section, after?.section ?? null].filter((slug) => slug !== null),
  );
  const lostPhotos = before.photos.filter((photo) => !after?.photos.includes(photo));
  return [
    tags.article(articleId),
    tags.lists,
    tags.feeds,
    ...[...sections].map(tags.section),
    ...lostPhotos.map(tags.photo),
    ...before.neighbours.map(tags.article),
  ];
}
