import * as api from "../src/addresses/api.ts";
import * as at from "../src/addresses/public.ts";
import { ask, get, ownOrigin, read } from "./act.ts";
import type { Act, ActSite, Sent } from "./act.ts";
import { pages } from "./pages.ts";

/** What anybody may read without a cache entry. */
export const readersActs: Act[] = [
  read("front page", at.frontPath),
  read("article", pages.article),
  read("article, print view", `${pages.article}/ban-in`),
  read("section", pages.section),
  read("section, second page", async (site) => findNext(site, pages.section)),
  read("tag", at.tagPath("xay-dung-dang")),
  read("author", at.authorPath("the-bang")),
  read("topic", at.topicPath("xay-dung-dang")),
  read("tags", at.tagsPath),
  read("authors", at.authorsPath),
  read("archive", at.archivePath),
  read("month", findMonth),
  read("search, common word", `${at.searchPath}?q=khoa`),
  read("search, rare word", `${at.searchPath}?q=ma4711`),
  read("search, three words", `${at.searchPath}?${new URLSearchParams({ q: "chuyển đổi số" })}`),
  read("corrections", at.correctionsPath),
  read("documents", at.documentListPath),
  read("standing page", at.pagePath("gioi-thieu")),
  read("unknown address", "/khong-co-trang-nay"),
  read("photo", async (site) => findFirst(site, pages.article, /(\/anh\/[^/"\s]+\/960[^"\s,]*)/)),
  read("JSON Feed", at.jsonFeedPath),
  read("JSON Feed, second page", async (site) => findNextFeed(site)),
  read("RSS", at.rssPath),
  read("RSS of a section", `${pages.section}/rss.xml`),
  read("sitemap", at.sitemapPath),
  read("sitemap of a month", async (site) =>
    (await findMonth(site)).replace(/.*?(\d+)\/(\d+)/, "/sitemap-$1-$2.xml"),
  ),
  read("API: articles", api.apiArticlesPath),
  read("API: one article", async (site) => findArticleInApi(site)),
  read("API: changes", `${api.apiChangesPath}?since=0`),
  { name: "view beacon", prepare: countView },
];

async function findFirst(site: ActSite, path: string, pattern: RegExp): Promise<string> {
  const text = await (await ask(site, get(path))).text();
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${path} has no ${pattern.source}`);
  return found.replaceAll("&amp;", "&");
}

/** The second newest month with articles: it is full. */
function findMonth(site: ActSite): Promise<string> {
  return findFirst(
    site,
    at.archivePath,
    /href="\/luu-tru\/\d+\/\d+"[^]*?href="(\/luu-tru\/\d+\/\d+)"/,
  );
}

function findNext(site: ActSite, path: string): Promise<string> {
  return findFirst(site, path, /href="([^"]*\?truoc=[^"]*)"/);
}

async function findNextFeed(site: ActSite): Promise<string> {
  const { pathname, search } = new URL(
    await findFirst(site, at.jsonFeedPath, /"next_url": ?"([^"]+)"/),
  );
  return pathname + search;
}

async function findArticleInApi(site: ActSite): Promise<string> {
  return api.apiArticlePath(await findFirst(site, api.apiArticlesPath, /"id": ?"([^"]+)"/));
}

async function countView(site: ActSite): Promise<Sent> {
  const view = await findFirst(site, pages.article, /data-views="([^"]+)"/);
  const headers = { ...ownOrigin(site), "user-agent": "Mozilla/5.0" };
  return { method: "POST", path: at.viewPath(view), headers, body: null };
}
