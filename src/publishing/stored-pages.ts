import { refreshFrontPage } from "../published/front-page-store.ts";
import { readFeedItems } from "../published/feed-item-store.ts";
import { maxPosition } from "../published/position.ts";
import { readContent, refreshPage } from "../published/stored-page-store.ts";
import type { PageContent } from "../published/stored-page-store.ts";
import { joinFeedItems } from "./rendering/feed-item.ts";
import { logFailure } from "../log.ts";

/** Stores the pages that follow from an act. Never throws: until a page is stored, readers get it from the articles. */
export async function tryToStorePages(db: D1Database): Promise<void> {
  try {
    await storePages(db);
  } catch (error) {
    logFailure("a page could not be stored; its next reader tries again", error);
  }
}

/** The same, but throws what failed. */
export async function storePages(db: D1Database): Promise<void> {
  const pages = await Promise.allSettled([refreshFrontPage(db), refreshStoredFeed(db)]);
  for (const page of pages) if (page.status === "rejected") throw page.reason;
}

/** The first page of the site's JSON Feed. Raise `format` when `joinFeedItems` or what it calls makes other items. */
const feed = { name: "feed", format: 1 } as const;

/** How many articles a page of a feed has. */
export const feedPageSize = 20;

/** The items of the first page of the site's JSON Feed, as `joinFeedItems` made them. */
export type StoredFeed = {
  items: string;
  /** The position of the last item if there are older articles. */
  last: number | null;
};

/** The stored feed; null after a change that it does not show. */
export async function readStoredFeed(db: D1Database): Promise<StoredFeed | null> {
  const content = await readContent(db, feed);
  if (content === null) return null;
  const end = content.indexOf("\n");
  const last = content.slice(0, end);
  return { items: content.slice(end + 1), last: last === "" ? null : Number(last) };
}

/** Stores the feed again if an act changed it. */
export async function refreshStoredFeed(db: D1Database): Promise<void> {
  await refreshPage(db, feed, () => makeFeed(db));
}

/** Null while an article of the page must be rendered again: the clock and the readers of the feed do that. */
async function makeFeed(db: D1Database): Promise<PageContent | null> {
  const filter = { section: null, before: maxPosition, since: 0, limit: feedPageSize + 1 };
  const { articles: found } = await readFeedItems(db, filter);
  const articles = found.slice(0, feedPageSize);
  if (articles.some(({ isStale }) => isStale)) return null;
  const older = found[feedPageSize];
  const last = older === undefined ? "" : String(articles.at(-1)?.position);
  // The position, a line break, and the items: JSON has no line breaks of its own. The older article decides about `last`.
  return { content: `${last}\n${joinFeedItems(articles)}`, reach: older?.position ?? null };
}
