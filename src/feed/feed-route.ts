import { jsonFeedPath } from "../addresses/public.ts";
import { maxPosition, writeCursor, parseCursor } from "../published/position.ts";
import { readFeedItems } from "../published/feed-item-store.ts";
import type { FeedPart } from "../published/feed-item-store.ts";
import { readPublishedArticles } from "../published/published-store.ts";
import type { PublishedFilter } from "../published/published-store.ts";
import type { WholeArticle } from "../published/published.ts";
import { readSections } from "../article/section-store.ts";
import type { Section } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { readCurrent } from "../publishing/rebuild.ts";
import { joinFeedItems } from "../publishing/rendering/feed-item.ts";
import { feedPageSize, readStoredFeed, tryToStorePages } from "../publishing/stored-pages.ts";
import { AppError } from "../errors.ts";
import { feedWords } from "../vietnamese/words/lists.ts";
import { writeAtomFeed } from "./atom-feed.ts";
import type { FeedPage, FeedPlace } from "./feed-page.ts";
import { writeJsonFeed } from "./json-feed.ts";
import { writeRssFeed } from "./rss-feed.ts";

const jsonType = "application/feed+json; charset=utf-8";

/*
 * Feeds of the newest articles, whole; `?truoc=` for those before. Each feed is the site's or, under another path, a section's.
 */

/** GET /feed.json. Its first page is stored when an act changes it: see docs/decisions/018-stored-pages.md. */
export async function getJsonFeed(c: AppContext): Promise<Response> {
  const isStoredPage = c.req.path === jsonFeedPath && c.req.query("truoc") === undefined;
  const stored = isStoredPage ? await readStoredFeed(c.env.DB) : null;
  if (stored !== null) {
    const place = { section: null, ...writeAddresses(c, stored.last) };
    return answerFeed(writeJsonFeed(c.var.site, place, stored.items), jsonType);
  }
  const { articles, ...place } = await readFeedPage(c, readFeedItems);
  // An act stores the page that follows from it. This repairs what an act could not store.
  if (isStoredPage) c.executionCtx.waitUntil(tryToStorePages(c.env.DB));
  return answerFeed(writeJsonFeed(c.var.site, place, joinFeedItems(articles)), jsonType);
}

/** GET /rss.xml */
export async function getRssFeed(c: AppContext): Promise<Response> {
  const page = await readFeedPage(c, readWholeArticles);
  return answerFeed(writeRssFeed(c.var.site, page), "application/rss+xml; charset=utf-8");
}

/** GET /atom.xml */
export async function getAtomFeed(c: AppContext): Promise<Response> {
  const page = await readFeedPage(c, readWholeArticles);
  return answerFeed(writeAtomFeed(c.var.site, page), "application/atom+xml; charset=utf-8");
}

/** A feed that pages of other sites may read. */
async function answerFeed(text: string, type: string): Promise<Response> {
  const response = await answerPublicly(text, type, [tags.feeds, tags.site]);
  response.headers.set("access-control-allow-origin", "*");
  return response;
}

type ReadPart<Article> = (db: D1Database, filter: PublishedFilter) => Promise<FeedPart<Article>>;

async function readWholeArticles(
  db: D1Database,
  filter: PublishedFilter,
): Promise<FeedPart<WholeArticle>> {
  const { limit } = filter;
  const found = await readPublishedArticles(db, { ...filter, limit: limit + 1 });
  return { articles: found.slice(0, limit), hasOlder: found.length > limit };
}

type FeedArticle = Pick<WholeArticle, "id" | "position" | "section" | "isStale">;

async function readFeedPage<Article extends FeedArticle>(
  c: AppContext,
  read: ReadPart<Article>,
): Promise<FeedPage<Article>> {
  const slug = c.req.param("section") ?? null;
  const cursor = c.req.query("truoc");
  const before = cursor === undefined ? maxPosition : parseCursor(cursor);
  if (before === null) throw makeNotFound();
  const filter = { section: slug, before, since: 0, limit: feedPageSize };
  const { articles, hasOlder } = await readCurrent(
    c.env.DB,
    () => read(c.env.DB, filter),
    (found) => found.articles,
  );
  const last = hasOlder ? articles.at(-1) : undefined;
  return {
    section:
      slug === null ? null : (articles[0]?.section ?? (await readEmptySection(c.env.DB, slug))),
    articles,
    ...writeAddresses(c, last?.position ?? null),
  };
}

/** Addresses of the requested page, and of the one behind the article at position `last` if there is one. */
function writeAddresses(
  c: AppContext,
  last: number | null,
): Pick<FeedPlace, "selfUrl" | "nextUrl"> {
  const { pathname, search } = new URL(c.req.url);
  return {
    nextUrl: last === null ? null : `${pathname}?truoc=${writeCursor(last)}`,
    selfUrl: pathname + search,
  };
}

/** A section that has nothing to show: it must still be one of the site's. */
async function readEmptySection(db: D1Database, slug: string): Promise<Section> {
  const section = (await readSections(db)).find((known) => known.slug === slug);
  if (section === undefined) throw makeNotFound();
  return section;
}

function makeNotFound(): AppError {
  return new AppError("not-found", feedWords.notFound);
}
