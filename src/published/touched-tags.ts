import { findMonth, makeMonthKey } from "./month.ts";
import { tags } from "../edge-cache/tags.ts";
import type { Label, LabelKind } from "./label-store.ts";
import type { MenuPage } from "./page-store.ts";
import type { Projection, Surroundings } from "./projection-store.ts";

/** What readers are shown of a text from now on. */
type ShownParts = Pick<Projection, "section" | "photos" | "files" | "labels"> & {
  /** Of a page; null for an article. */
  page: MenuPage | null;
};

/**
 * The cache tags of every page that a publication or withdrawal changes: the article's own, those that list it or did so
 * before, and its neighbours', which link to it. `after` is null if the article is withdrawn.
 */
export function listTouchedTags(
  { articleId, kind, publishedAt }: Pick<Projection, "articleId" | "kind" | "publishedAt">,
  before: Surroundings,
  after: ShownParts | null,
): string[] {
  if (kind === "page") return listTagsOfPage(articleId, before, after);
  const sections = [before.section, after?.section ?? null].filter((slug) => slug !== null);
  const labels = [...before.labels, ...(after?.labels ?? [])];
  const touched = [
    tags.article(articleId),
    tags.lists,
    tags.feeds,
    ...sections.map(tags.section),
    ...labels.map(({ kind, slug }) => tags[kind](slug)),
    ...listTouchedIndexes(before.labels, after?.labels ?? []),
    tags.months,
    tags.month(makeMonthKey(findMonth(publishedAt))),
    ...listLostPhotos(before, after).map(tags.photo),
    ...listFileTags(before, after),
    ...before.neighbours.map(tags.article),
    ...(before.hasCorrections ? [tags.corrections] : []),
  ];
  return [...new Set(touched)];
}

/** The tags of the indexes in which a label gains or loses an article, or is spelled in another way. */
function listTouchedIndexes(before: readonly Label[], after: readonly Label[]): string[] {
  const listNames = (labels: readonly Label[], kind: LabelKind) =>
    labels.filter((label) => label.kind === kind).map(({ slug, name }) => `${slug} ${name}`);
  return (["tag", "author"] as const)
    .filter(
      (kind) =>
        listNames(before, kind).sort().join("\n") !== listNames(after, kind).sort().join("\n"),
    )
    .map(tags.labels);
}

/** Menus stand on every page of the site. They change with a page's address and title, not with its text. */
function listTagsOfPage(
  articleId: string,
  before: Surroundings,
  after: ShownParts | null,
): string[] {
  const isSameInMenus =
    before.page?.slug === after?.page?.slug && before.page?.title === after?.page?.title;
  return [
    tags.article(articleId),
    tags.lists,
    tags.pages,
    ...listLostPhotos(before, after).map(tags.photo),
    ...listFileTags(before, after),
    ...(before.hasCorrections ? [tags.corrections] : []),
    ...(isSameInMenus ? [] : [tags.site]),
  ];
}

function listLostPhotos(before: Surroundings, after: Pick<Projection, "photos"> | null): string[] {
  return before.photos.filter((photo) => !after?.photos.includes(photo));
}

/** The files that readers lose, and what lists documents. */
function listFileTags(before: Surroundings, after: Pick<Projection, "files"> | null): string[] {
  const lost = before.files.filter((file) => !after?.files.includes(file));
  const hasFiles = before.files.length > 0 || (after !== null && after.files.length > 0);
  return hasFiles ? [...lost.map(tags.file), tags.documents] : [];
}
