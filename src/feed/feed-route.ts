import { maxPosition, writeCursor, parseCursor } from "../published/position.ts";
import { readPublishedArticles } from "../published/published-store.ts";
import { readSections } from "../article/section-store.ts";
import type { Section } from "../article/article.ts";
import type { AppContext } from "../context.ts";
import { publicDocument } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { readCurrent } from "../publishing/rebuild.ts";
import { AppError } from "../errors.ts";
import type { Site } from "../site.ts";
import { feedWords } from "../vietnamese/words/feed.ts";
import { atomFeed } from "./atom-feed.ts";
import type { FeedPage } from "./feed-page.ts";
import { jsonFeed } from "./json-feed.ts";
import { rssFeed } from "./rss-feed.ts";

const perPage = 20;

/** GET /feed.json, and the same of a section. */
export const getJsonFeed = feed(jsonFeed, "application/feed+json; charset=utf-8");

/** GET /rss.xml, and the same of a section. */
export const getRssFeed = feed(rssFeed, "application/rss+xml; charset=utf-8");

/** GET /atom.xml, and the same of a section. */
export const getAtomFeed = feed(atomFeed, "application/atom+xml; charset=utf-8");

/** A feed of the newest articles, whole; `?truoc=` for those before. Open to pages of other sites. */
function feed(write: (site: Site, page: FeedPage) => string, type: string) {
  return async function getFeed(c: AppContext): Promise<Response> {
    const page = await readFeedPage(c);
    const response = await publicDocument(write(c.var.site, page), type, [tags.feeds, tags.site]);
    response.headers.set("access-control-allow-origin", "*");
    return response;
  };
}

async function readFeedPage(c: AppContext): Promise<FeedPage> {
  const slug = c.req.param("section") ?? null;
  const cursor = c.req.query("truoc");
  const before = cursor === undefined ? maxPosition : parseCursor(cursor);
  if (before === null) throw notFound();
  const filter = { section: slug, before, since: 0, limit: perPage + 1 };
  const articles = await readCurrent(
    c.env.DB,
    () => readPublishedArticles(c.env.DB, filter),
    (found) => found,
  );
  const shown = articles.slice(0, perPage);
  const last = articles.length > perPage ? shown.at(-1) : undefined;
  const { pathname, search } = new URL(c.req.url);
  return {
    section: slug === null ? null : (articles[0]?.section ?? (await emptySection(c.env.DB, slug))),
    articles: shown,
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
