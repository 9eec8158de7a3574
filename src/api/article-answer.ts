import type { Article, ArticleContent } from "../article/article.ts";
import type { Correction, PublishedArticle } from "../published/published.ts";
import { articlePath } from "../addresses/public.ts";
import { isoWithOffset } from "../vietnamese/dates.ts";
import type { Site } from "../site.ts";

/** The status of an article in the API. Times are ISO 8601 at +07:00. */
export function toStatus(site: Site, article: Article) {
  return {
    id: article.id,
    slug: article.slug,
    url: buildArticleUrl(site, article.slug),
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
  const { title, lede, body, section, tags, genre, byline, source, leadPhoto, english, madeByAi } =
    content;
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
    ...toPublishedStatus(site, article),
    title,
    lede,
    section: section.slug,
    tags,
    genre,
    byline,
    corrections: toCorrections(corrections),
  };
}

/** The status of a public article as anyone may see it. `version` is the published one. */
function toPublishedStatus(
  site: Site,
  {
    id,
    slug,
    version,
    publishedAt,
    updatedAt,
  }: Pick<Article, "id" | "slug" | "version" | "publishedAt" | "updatedAt">,
) {
  return {
    id,
    slug,
    url: buildArticleUrl(site, slug),
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

export function buildArticleUrl(site: Site, slug: string): string {
  return site.baseUrl + articlePath(slug);
}

export function formatTime(time: number | null): string | null {
  return time === null ? null : isoWithOffset(new Date(time));
}
