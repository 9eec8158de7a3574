import type { WholeArticle } from "../published/published.ts";
import type { Site } from "../site.ts";
import { isoWithOffset } from "../vietnamese/dates.ts";
import { articleUri, articleUrl } from "./address.ts";
import { feedContent } from "./feed-content.ts";
import { feedExtension } from "./feed-extension.ts";
import { feedHead } from "./feed-page.ts";
import type { FeedPage } from "./feed-page.ts";
import { coverUrl } from "./feed-photo.ts";
import { removeForbidden } from "./xml.ts";

/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), to be served as application/feed+json. Fields that the format does
 * not have are in each item's `_ban_tin`. The same articles always give the same bytes.
 */
export function jsonFeed(site: Site, page: FeedPage): string {
  const head = feedHead(site, page);
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: head.title,
    home_page_url: head.homeUrl,
    feed_url: head.feedUrl,
    description: head.description,
    language: "vi",
    next_url: head.nextUrl ?? undefined,
    authors: [{ name: site.agency.name, url: `${site.baseUrl}/` }],
    items: page.articles.map((article) => feedItem(site, article)),
  };
  const text = JSON.stringify(feed);
  return text.includes("\\u") ? JSON.stringify(feed, legibly) : text;
}

/** Called only if the JSON has an escape: then a text may hold a control character, which is removed. */
function legibly(_: string, value: unknown): unknown {
  return typeof value === "string" ? removeForbidden(value) : value;
}

function feedItem(site: Site, article: WholeArticle): object {
  const { leadPhoto, updatedAt } = article;
  return {
    id: articleUri(article),
    url: articleUrl(site, article),
    title: article.title,
    summary: article.lede,
    content_html: feedContent(site, article),
    image: leadPhoto === null ? undefined : coverUrl(site, leadPhoto),
    date_published: isoWithOffset(new Date(article.publishedAt)),
    date_modified: updatedAt === null ? undefined : isoWithOffset(new Date(updatedAt)),
    authors: article.byline.authors.map((name) => ({ name })),
    tags: article.tags,
    language: "vi",
    _ban_tin: feedExtension(site, article),
  };
}
