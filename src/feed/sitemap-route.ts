import { makeMonthKey, parseMonth } from "../published/month.ts";
import { readMonths, readMappedMonth, readNews } from "../published/archive-store.ts";
import { readListedPages } from "../published/page-store.ts";
import type { AppContext } from "../context.ts";
import { answerPublicly } from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { feedWords } from "../vietnamese/words/lists.ts";
import {
  writeRobotsTxt,
  writeNewsSitemap,
  renderSitemapIndex,
  renderSitemapOfMonth,
  renderSitemapOfPages,
} from "./sitemap.ts";

const xmlType = "application/xml; charset=utf-8";

const twoDays = 2 * 24 * 60 * 60 * 1000;
const maxNews = 1000;

/** GET /sitemap.xml: the index, by month. */
export async function getSitemap(c: AppContext): Promise<Response> {
  const months = await readMonths(c.env.DB);
  return answerPublicly(renderSitemapIndex(c.var.site, months), xmlType, [tags.months, tags.site]);
}

/** GET /sitemap-2021-01.xml: what was first published in a month. */
export async function getSitemapOfMonth(c: AppContext): Promise<Response> {
  const [, key = ""] = /^sitemap-(.*)\.xml$/.exec(c.req.param("sitemap") ?? "") ?? [];
  const month = parseMonth(key);
  const entries = month === null ? [] : await readMappedMonth(c.env.DB, month);
  if (month === null || entries.length === 0) {
    throw new AppError("not-found", feedWords.noSitemap);
  }
  const document = renderSitemapOfMonth(c.var.site, entries);
  return answerPublicly(document, xmlType, [tags.month(makeMonthKey(month)), tags.site]);
}

/** GET /sitemap-trang.xml: the standing pages, and other pages that are no articles. */
export async function getSitemapOfPages(c: AppContext): Promise<Response> {
  const pages = await readListedPages(c.env.DB);
  const document = renderSitemapOfPages(c.var.site, pages);
  return answerPublicly(document, xmlType, [tags.pages, tags.site]);
}

/** GET /sitemap-news.xml: the last two days. It ages with the clock, so no copy of it is kept for long. */
export async function getNewsSitemap(c: AppContext): Promise<Response> {
  const news = await readNews(c.env.DB, Date.now() - twoDays, maxNews);
  const document = writeNewsSitemap(c.var.site, news);
  return answerPublicly(document, xmlType, [tags.feeds, tags.site], "hourly");
}

/** GET /robots.txt */
export async function getRobots(c: AppContext): Promise<Response> {
  return answerPublicly(writeRobotsTxt(c.var.site), "text/plain; charset=utf-8", [tags.site]);
}
