import type { FeedItemRow } from "../published/feed-item-store.ts";
import { completeFeedItem, writeJson, writeOrigin } from "../publishing/rendering/feed-item.ts";
import type { Site } from "../site.ts";
import { describeFeed } from "./feed-page.ts";
import type { FeedPage } from "./feed-page.ts";

/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), to be served as application/feed+json. Fields that the format does
 * not have are in each item's `_ban_tin`. The same articles always give the same bytes.
 */
export function writeJsonFeed(site: Site, page: FeedPage<FeedItemRow>): string {
  const head = describeFeed(site, page);
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
  const items = page.articles.flatMap(({ parts, ...rest }) =>
    parts === null ? [] : [completeFeedItem(parts, rest)],
  );
  return writeOrigin(`${feed.slice(0, -1)},"items":[${items.join(",")}]}`, site);
}
