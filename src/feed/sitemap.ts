import { deskPath } from "../addresses/newsroom.ts";
import {
  archivePath,
  authorsPath,
  correctionsPath,
  documentListPath,
  frontPath,
  monthSitemapPath,
  newsSitemapPath,
  pagePath,
  pagesSitemapPath,
  searchPath,
  siteMapPath,
  sitemapPath,
  tagsPath,
} from "../addresses/public.ts";
import type { ListedPage } from "../published/page-store.ts";
import { makeAbsoluteUrl, makeArticleUrl } from "../publishing/rendering/absolute-address.ts";
import { findLastChange } from "./feed-page.ts";
import { coverUrl } from "../publishing/rendering/feed-photo.ts";
import { xml, xmlDocument } from "../html/xml.ts";
import type { Xml } from "../html/xml.ts";
import type { PublishedArticle } from "../published/published.ts";
import type { Site } from "../site.ts";
import { formatIsoWithOffset } from "../vietnamese/dates.ts";

/** A month in which something was published (Vietnam's calendar, month 1–12), and its newest change in ms. */
export type SitemapMonth = { year: number; month: number; changedAt: number };

export type SitemapEntry = Pick<
  PublishedArticle,
  "slug" | "publishedAt" | "updatedAt" | "leadPhoto"
>;

/** `/sitemap.xml`: one sitemap for the pages that are no articles, and one a month (https://www.sitemaps.org/protocol.html). */
export function renderSitemapIndex(site: Site, months: readonly SitemapMonth[]): string {
  return xmlDocument(xml`<sitemapindex xmlns="${protocol}">
<sitemap>
<loc>${makeAbsoluteUrl(site, pagesSitemapPath)}</loc>
</sitemap>${months.map(
    (entry) => xml`
<sitemap>
<loc>${makeAbsoluteUrl(site, monthSitemapPath(entry))}</loc>
<lastmod>${formatIsoWithOffset(new Date(entry.changedAt))}</lastmod>
</sitemap>`,
  )}
</sitemapindex>`);
}

/** The pages of the site that are no articles. */
export function renderSitemapOfPages(site: Site, pages: readonly ListedPage[]): string {
  const made = [
    frontPath,
    archivePath,
    tagsPath,
    authorsPath,
    correctionsPath,
    documentListPath,
    siteMapPath,
  ];
  return xmlDocument(xml`<urlset xmlns="${protocol}">${made.map(
    (path) => xml`
<url>
<loc>${makeAbsoluteUrl(site, path)}</loc>
</url>`,
  )}${pages.map(
    (page) => xml`
<url>
<loc>${makeAbsoluteUrl(site, pagePath(page.slug))}</loc>
<lastmod>${formatIsoWithOffset(new Date(page.updatedAt ?? page.publishedAt))}</lastmod>
</url>`,
  )}
</urlset>`);
}

/** The articles first published in one month, each with its picture: far fewer than the 50,000 a sitemap may hold. */
export function renderSitemapOfMonth(site: Site, entries: readonly SitemapEntry[]): string {
  return xmlDocument(xml`<urlset xmlns="${protocol}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${entries.map(
    (entry) => xml`
<url>
<loc>${makeArticleUrl(site, entry)}</loc>
<lastmod>${formatIsoWithOffset(new Date(findLastChange(entry)))}</lastmod>${renderSitemapImage(site, entry)}
</url>`,
  )}
</urlset>`);
}

function renderSitemapImage(site: Site, { leadPhoto }: SitemapEntry): Xml | null {
  if (leadPhoto === null) return null;
  return xml`
<image:image><image:loc>${coverUrl(site, leadPhoto)}</image:loc></image:image>`;
}

/** `/sitemap-news.xml`. Google takes articles of the last two days, at most 1,000: the caller chooses them. */
export function writeNewsSitemap(
  site: Site,
  articles: readonly Pick<PublishedArticle, "slug" | "title" | "publishedAt">[],
): string {
  return xmlDocument(xml`<urlset xmlns="${protocol}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${articles.map(
    (article) => xml`
<url>
<loc>${makeArticleUrl(site, article)}</loc>
<news:news>
<news:publication><news:name>${site.name}</news:name><news:language>vi</news:language></news:publication>
<news:publication_date>${formatIsoWithOffset(new Date(article.publishedAt))}</news:publication_date>
<news:title>${article.title}</news:title>
</news:news>
</url>`,
  )}
</urlset>`);
}

const protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** `/robots.txt` (RFC 9309): everything but the newsroom, the API, and the endless results of a search. */
export function writeRobotsTxt(site: Site): string {
  return `User-agent: *
Disallow: ${deskPath}
Disallow: /api/
Disallow: ${searchPath}

Sitemap: ${makeAbsoluteUrl(site, sitemapPath)}
Sitemap: ${makeAbsoluteUrl(site, newsSitemapPath)}
`;
}
