import type { PublishedCard } from "../../published/published.ts";
import { articlePath } from "../../addresses/public.ts";

/** Where the site stands. */
export type SiteOrigin = { baseUrl: string };

/** The address with its origin. A site-relative one (`/…`) gets the site's; an absolute one stays. */
export function makeAbsoluteUrl(site: SiteOrigin, address: string): string {
  return address.startsWith("/") ? site.baseUrl + address : address;
}

export function makeArticleUrl(site: SiteOrigin, article: Pick<PublishedCard, "slug">): string {
  return makeAbsoluteUrl(site, articlePath(article.slug));
}

/**
 * The name of an article in every feed, for ever: it holds neither the slug, which a retitle changes, nor the site's
 * domain, which a merger of departments does.
 */
export function makeArticleUri(article: Pick<PublishedCard, "id">): string {
  return `urn:ban-tin:article:${article.id}`;
}
