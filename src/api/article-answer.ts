import type { Article, ArticleContent } from "../article/article.ts";
import type { ListedPage } from "../published/page-store.ts";
import type { Correction, PublishedArticle } from "../published/published.ts";
import { publicPath } from "../addresses/public.ts";
import { formatIsoWithOffset } from "../vietnamese/dates.ts";
import type { Site } from "../site.ts";

/** The status of an article in the API. Times are ISO 8601 at +07:00. */
export function toStatus(site: Site, article: Article) {
  return {
    id: article.id,
    kind: article.kind,
    slug: article.slug,
    url: buildUrl(site, article),
    status: article.state,
    version: article.version,
    publishedVersion: article.isPublic ? article.approvedVersion : null,
    publishedAt: formatTime(article.isPublic ? article.publishedAt : null),
    updatedAt: formatTime(article.isPublic ? article.updatedAt : null),
    scheduledAt: formatTime(article.scheduledAt),
  };
}

/** A public article as anyone may see it, with its published version. Nothing of later versions is shown. */
export function toPublicAnswer(
  site: Site,
  article: Article,
  version: number,
  content: ArticleContent,
) {
  const { title, lede, body, section, tags, genre, byline, source, leadPhoto, english } = content;
  const { madeByAi, documents } = content;
  return {
    ...toPublishedStatus(site, { ...article, version }),
    title,
    lede,
    body,
    section,
    tags,
    genre,
    byline,
    source,
    leadPhoto,
    english,
    madeByAi,
    documents,
  };
}

/** An article with the text of one of its versions, for staff. */
export function toArticleAnswer(
  site: Site,
  article: Article,
  version: number,
  content: ArticleContent,
) {
  return { ...toStatus(site, article), version, ...content };
}

/** The corrections of an article. */
export function toCorrections(corrections: readonly Correction[]) {
  return corrections.map(({ at, text }) => ({ at: formatTime(at), text }));
}

/** An article in the public list. */
export function toPublishedLine(site: Site, article: PublishedArticle) {
  const { title, lede, section, tags, genre, byline, corrections } = article;
  return {
    ...toPublishedStatus(site, { ...article, kind: "article" }),
    title,
    lede,
    section: section.slug,
    tags,
    genre,
    byline,
    corrections: toCorrections(corrections),
  };
}

/** A page in the public list. */
export function toPublishedPageLine(site: Site, page: ListedPage) {
  const { title, lede, corrections } = page;
  return {
    ...toPublishedStatus(site, { ...page, kind: "page" }),
    title,
    lede,
    corrections: toCorrections(corrections),
  };
}

/** The status of a public article as anyone may see it. `version` is the published one. */
function toPublishedStatus(
  site: Site,
  {
    id,
    kind,
    slug,
    version,
    publishedAt,
    updatedAt,
  }: Pick<Article, "id" | "kind" | "slug" | "version" | "publishedAt" | "updatedAt">,
) {
  return {
    id,
    kind,
    slug,
    url: buildUrl(site, { kind, slug }),
    status: "published" as const,
    version,
    publishedVersion: version,
    publishedAt: formatTime(publishedAt),
    updatedAt: formatTime(updatedAt),
    scheduledAt: null,
  };
}

/** The strong ETag of a version, which If-Match must name to save a new one. */
export function formatVersionTag(version: number): string {
  return `"${version}"`;
}

export function buildUrl(site: Site, text: Pick<Article, "kind" | "slug">): string {
  return site.baseUrl + publicPath(text);
}

export function formatTime(time: number | null): string | null {
  return time === null ? null : formatIsoWithOffset(new Date(time));
}
