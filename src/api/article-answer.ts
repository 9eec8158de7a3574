import type { Article, ArticleContent } from "../article/article.ts";
import type { Correction, PublishedArticle } from "../published/published.ts";
import { articlePath } from "../addresses/public.ts";
import { isoWithOffset } from "../vietnamese/dates.ts";
import type { Site } from "../site.ts";

/** Where an article stands, as the API tells it. Times are ISO 8601 at +07:00. */
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

/** An article with the text of one of its versions. */
export function toArticleAnswer(
  site: Site,
  article: Article,
  version: number,
  content: ArticleContent,
) {
  return { ...toStatus(site, article), version, ...content };
}

/** What readers were told of an article after it was published. */
export function toCorrections(corrections: readonly Correction[]) {
  return corrections.map(({ at, text }) => ({ at: formatTime(at), text }));
}

/** A line of the public list. */
export function toPublishedLine(site: Site, article: PublishedArticle) {
  const { id, slug, version, title, lede, section, tags, genre, byline, corrections } = article;
  return {
    id,
    slug,
    url: buildArticleUrl(site, slug),
    status: "published" as const,
    version,
    publishedVersion: version,
    publishedAt: formatTime(article.publishedAt),
    updatedAt: formatTime(article.updatedAt),
    scheduledAt: null,
    title,
    lede,
    section: section.slug,
    tags,
    genre,
    byline,
    corrections: toCorrections(corrections),
  };
}

/** The strong entity tag of a version of an article: what If-Match must name to save over it. */
export function formatVersionTag(version: number): string {
  return `"${version}"`;
}

export function buildArticleUrl(site: Site, slug: string): string {
  return site.baseUrl + articlePath(slug);
}

export function formatTime(time: number | null): string | null {
  return time === null ? null : isoWithOffset(new Date(time));
}
