import { monthAt, monthKey } from "./month.ts";
import { tags } from "../edge-cache/tags.ts";
import type { Label, LabelKind } from "./label-store.ts";
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
    ...listTouchedIndexes(before.labels, after?.labels ?? []),
    tags.months,
    tags.month(monthKey(monthAt(publishedAt))),
    ...lostPhotos.map(tags.photo),
    ...before.neighbours.map(tags.article),
    ...(before.hasCorrections ? [tags.corrections] : []),
  ];
  return [...new Set(touched)];
}

/** The tags of the indexes in which a label gains or loses an article, or is spelled in another way. */
function listTouchedIndexes(before: readonly Label[], after: readonly Label[]): string[] {
  const namesOf = (labels: readonly Label[], kind: LabelKind) =>
    labels.filter((label) => label.kind === kind).map(({ slug, name }) => `${slug} ${name}`);
  return (["tag", "author"] as const)
    .filter(
      (kind) => namesOf(before, kind).sort().join("\n") !== namesOf(after, kind).sort().join("\n"),
    )
    .map(tags.labels);
}
