import { address } from "./address.ts";

/*
 * Every address that readers and machines may open, but the API: src/addresses/api.ts. They are routed in src/app.ts.
 */
export const frontPath = "/";
export const articlePath = address("/bai-viet/:slug");
export const printPath = address("/bai-viet/:slug/ban-in");
export const downloadPath = address("/bai-viet/:slug/tai-ve");
/** The form by which readers report an error in the article. */
export const errorReportPath = address("/bai-viet/:slug/bao-loi");
export const errorReportThanksPath = address("/bai-viet/:slug/bao-loi/cam-on");
/** The article's summary in English. Only articles that have one have this page. */
export const englishPath = address("/bai-viet/:slug/en");

/** A standing page. */
export const pagePath = address("/trang/:slug");

/** The site map for people. */
export const siteMapPath = "/so-do";

// Lists.
export const sectionPath = address("/chuyen-muc/:section");
export const topicPath = address("/dong-su-kien/:topic");
/** Every tag, and every author. */
export const tagsPath = "/the";
export const authorsPath = "/tac-gia";
export const tagPath = address("/the/:slug");
export const authorPath = address("/tac-gia/:slug");
export const archivePath = "/luu-tru";
export const monthListPath = address("/luu-tru/:year/:month");
export const searchPath = "/tim-kiem";
/** Every correction of a public article. */
export const correctionsPath = "/dinh-chinh";
/** The most read articles of the last days. */
export const mostReadPath = "/doc-nhieu";
/** Every document of a public article or page. */
export const documentListPath = "/van-ban";

// Feeds, and what search engines read.
export const jsonFeedPath = "/feed.json";
export const rssPath = "/rss.xml";
export const atomPath = "/atom.xml";
export const sectionJsonFeedPath = address("/chuyen-muc/:section/feed.json");
export const sectionRssPath = address("/chuyen-muc/:section/rss.xml");
export const sectionAtomPath = address("/chuyen-muc/:section/atom.xml");
export const robotsPath = "/robots.txt";
export const sitemapPath = "/sitemap.xml";
export const newsSitemapPath = "/sitemap-news.xml";
/** The sitemap of the pages that are no articles. */
export const pagesSitemapPath = "/sitemap-trang.xml";
/** A path such as "/sitemap-2021-01.xml"; the parameter is the whole file name. */
export const monthSitemapPattern = "/:sitemap{sitemap-[0-9]+-[0-9]+[.]xml}";

// Files.
/** `variant` is a name such as "960.webp"; "goc.jpg" (by its type) is the upload without its metadata. */
export const photoPath = address("/anh/:photo/:variant");
/** `name` is the file's name in letters of ASCII; the answer has its Vietnamese name. */
export const documentPath = address("/tai-lieu/:file/:name");
/** Video and audio. */
export const filmPath = address("/phim/:file");
export const scriptPath = address("/js/:file");
export const stylesheetPath = address("/css/:file");
export const iconPath = "/favicon.svg";
export const touchIconPath = "/apple-touch-icon.png";
export const largeIconPath = "/icon-512.png";
/** What shared links to pages without a photo show: 1200 × 630. */
export const siteSharePath = "/anh-chia-se.jpg";
export const manifestPath = "/manifest.webmanifest";

/** Where our own script counts a view: see `signView`. */
export const viewPath = address("/luot-xem/:view");
/** The document in the frame that counts readers. */
export const measurementPath = "/do-luong";

export const healthPath = "/healthz";
// What `npm run verify` tries.
export const newCacheProbePath = "/healthz/dem";
export const cacheProbePath = address("/healthz/dem/:probe");
export const photoProbePath = "/healthz/anh";

/** Whether an answer is for a program of the operator. */
export function isHealthPath(path: string): boolean {
  return path === healthPath || path.startsWith(`${healthPath}/`);
}

/** Where readers find a text of this kind. */
export function publicPath({ kind, slug }: { kind: "article" | "page"; slug: string }): string {
  return kind === "page" ? pagePath(slug) : articlePath(slug);
}

/** "/luu-tru/2021/01". `month` is 1 to 12. */
export function monthPath({ year, month }: { year: number; month: number }): string {
  return monthListPath(year, padToTwoDigits(month));
}

/** "/sitemap-2021-01.xml". `month` is 1 to 12. */
export function monthSitemapPath({ year, month }: { year: number; month: number }): string {
  return `/sitemap-${year}-${padToTwoDigits(month)}.xml`;
}

function padToTwoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
