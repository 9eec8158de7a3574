import { writeJson, writeOrigin } from "../publishing/rendering/feed-item.ts";
import type { Site } from "../site.ts";
import { describeFeed } from "./feed-page.ts";
import type { FeedPlace } from "./feed-page.ts";

/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), to be served as application/feed+json. Fields that the format does
 * not have are in each item's `_ban_tin`. `items` are what
 * `joinFeedItems` made of the articles. The same articles always give the same bytes.
 */
export function writeJsonFeed(site: Site, place: FeedPlace, items: string): string {
  const head = describeFeed(site, place);
  const feed = writeJson({
    version: "https://jsonfeed.org/version/1.1",
    title: head.title,
    home_page_url: head.homeUrl,
    feed_url: head.feedUrl,
    description: head.description,
    language: "vi",
    next_url: head.nextUrl ?? undefined,
    authors: [{ name: site.agency.name, url: `${site.baseUrl}/` }],
  });
  return writeOrigin(`${feed.slice(0, -1)},"items":[${items}]}`, site);
}
