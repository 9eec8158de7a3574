import { maxPosition, writeCursor, parseCursor } from "../published/position.ts";
import { readFeedItems } from "../published/feed-item-store.ts";
import type { FeedPart } from "../published/feed-item-store.ts";
import { readPublishedArticles } from "../published/published-store.ts";
import type { PublishedFilter } from "../published/published-store.ts";
import type { WholeArticle } from "../published/published.ts";
import { readSections } from "../article/section-store.ts";
import type { Section } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { readCurrent } from "../publishing/rebuild.ts";
import { AppError } from "../errors.ts";
import type { Site } from "../site.ts";
import { feedWords } from "../vietnamese/words/feed.ts";
import { writeAtomFeed } from "./atom-feed.ts";
import type { FeedPage } from "./feed-page.ts";
import { writeJsonFeed } from "./json-feed.ts";
import { writeRssFeed } from "./rss-feed.ts";

const perPage = 20;

/** GET /feed.json, and the same of a section. */
export const getJsonFeed = feedRoute(
  readFeedItems,
  writeJsonFeed,
  "application/feed+json; charset=utf-8",
);

/** GET /rss.xml, and the same of a section. */
export const getRssFeed = feedRoute(
  readWholeArticles,
  writeRssFeed,
  "application/rss+xml; charset=utf-8",
);

/** GET /atom.xml, and the same of a section. */
export const getAtomFeed = feedRoute(
  readWholeArticles,
  writeAtomFeed,
  "application/atom+xml; charset=utf-8",
);

/** A feed of the newest articles, whole; `?truoc=` for those before. Open to pages of other sites. */
function feedRoute<Article extends FeedArticle>(
  read: ReadPart<Article>,
  write: (site: Site, page: FeedPage<Article>) => string,
  type: string,
) {
  return async function getFeed(c: AppContext): Promise<Response> {
    const page = await readFeedPage(c, read);
    const response = await publicDocument(write(c.var.site, page), type, [tags.feeds, tags.site]);
    response.headers.set("access-control-allow-origin", "*");
    return response;
  };
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
  if (before === null) throw notFound();
  const filter = { section: slug, before, since: 0, limit: perPage };
  const { articles, hasOlder } = await readCurrent(
    c.env.DB,
    () => read(c.env.DB, filter),
    (found) => found.articles,
  );
  const last = hasOlder ? articles.at(-1) : undefined;
  const { pathname, search } = new URL(c.req.url);
  return {
    section: slug === null ? null : (articles[0]?.section ?? (await emptySection(c.env.DB, slug))),
    articles,
    nextUrl: last === undefined ? null : `${pathname}?truoc=${writeCursor(last.position)}`,
    selfUrl: pathname + search,
  };
}

/** A section that has nothing to show: it must still be one of the site's. */
async function emptySection(db: D1Database, slug: string): Promise<Section> {
  const section = (await readSections(db)).find((known) => known.slug === slug);
  if (section === undefined) throw notFound();
  return section;
}

function notFound(): AppError {
  return new AppError("not-found", feedWords.notFound);
}
