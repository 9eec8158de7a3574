import type { Article, ArticleContent } from "../article/article.ts";
import type { Correction, PublishedArticle } from "../published/published.ts";
import { articlePath } from "../addresses/public.ts";
import { isoWithOffset } from "../vietnamese/dates.ts";
import type { Site } from "../site.ts";

/** Where an article stands, as the API tells it. Times are ISO 8601 at +07:00. */
export function standingOf(site: Site, article: Article) {
  return {
    id: article.id,
    slug: article.slug,
    url: articleUrl(site, article.slug),
    status: article.state,
    version: article.version,
    publishedVersion: article.isPublic ? article.approvedVersion : null,
    publishedAt: timeOf(article.isPublic ? article.publishedAt : null),
    updatedAt: timeOf(article.isPublic ? article.updatedAt : null),
    scheduledAt: timeOf(article.scheduledAt),
  };
}

/** An article with the text of one of its versions. */
export function articleAnswer(
  site: Site,
  article: Article,
  version: number,
  content: ArticleContent,
) {
  return { ...standingOf(site, article), version, ...content };
}

/** What readers were told of an article after it was published. */
export function correctionsAnswer(corrections: readonly Correction[]) {
  return corrections.map(({ at, text }) => ({ at: timeOf(at), text }));
}

/** A line of the public list. */
export function publishedLine(site: Site, article: PublishedArticle) {
  const { id, slug, version, title, lede, section, tags, genre, byline, corrections } = article;
  return {
    id,
    slug,
    url: articleUrl(site, slug),
    status: "published" as const,
    version,
    publishedVersion: version,
    publishedAt: timeOf(article.publishedAt),
    updatedAt: timeOf(article.updatedAt),
    scheduledAt: null,
    title,
    lede,
    section: section.slug,
    tags,
    genre,
    byline,
    corrections: correctionsAnswer(corrections),
  };
}

/** The strong entity tag of a version of an article: what If-Match must name to save over it. */
export function versionTag(version: number): string {
  return `"${version}"`;
}

export function articleUrl(site: Site, slug: string): string {
  return site.baseUrl + articlePath(slug);
}

export function timeOf(time: number | null): string | null {
  return time === null ? null : isoWithOffset(new Date(time));
}
