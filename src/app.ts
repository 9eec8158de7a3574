import { Hono } from "hono/tiny";
import { trimTrailingSlash } from "hono/trailing-slash";
import { anyone, atLeast } from "./api/authenticate.ts";
import { getChanges } from "./api/changes.ts";
import { createArticle } from "./api/create-article.ts";
import { getOldAddresses, putOldAddresses } from "./api/old-addresses.ts";
import { getOpenapi } from "./api/openapi.ts";
import { internalProblem, problemOf, wrongMethod } from "./api/problem.ts";
import { getArticle, getArticles, getVersion, getVersions } from "./api/read-articles.ts";
import { saveArticle } from "./api/save-article.ts";
import {
  deletePublication,
  deleteSubmission,
  putPublication,
  putSubmission,
} from "./api/standing.ts";
import { uploadPhoto } from "./api/upload-photo.ts";
import { siteOf } from "./context.ts";
import type { AppContext, AppEnv } from "./context.ts";
import { onlyQuery } from "./edge-cache/clean-address.ts";
import { AppError } from "./errors.ts";
import { getAtomFeed, getJsonFeed, getRssFeed } from "./feed/feed-route.ts";
import { getNewsSitemap, getRobots, getSitemap, getSitemapOfMonth } from "./feed/sitemap-route.ts";
import { addNewsroomRoutes } from "./newsroom-routes.ts";
import { newsroomFailure, newsroomMissing } from "./newsroom/error-answer.ts";
import { getArchivePage, getMonthPage } from "./reading/archive-route.ts";
import {
  getArticlePage,
  getDownload,
  getEnglishPage,
  getPrintPage,
} from "./reading/article-route.ts";
import { errorAnswer } from "./reading/error-answer.ts";
import { getFrontPage } from "./reading/front-route.ts";
import { getIcon, getLargeIcon, getManifest, getTouchIcon } from "./reading/identity-route.ts";
import { getAuthorPage, getTagPage } from "./reading/label-route.ts";
import { missingPage } from "./reading/missing-page.ts";
import { getPhoto } from "./reading/photo-route.ts";
import { getScript } from "./reading/script-route.ts";
import { searchParameters } from "./reading/search-form.ts";
import { getSearchPage } from "./reading/search-route.ts";
import { getSectionPage } from "./reading/section-route.ts";
import { getTopicPage } from "./reading/topic-route.ts";
import { secured } from "./security-headers.ts";
import { apiWords } from "./vietnamese/words/api.ts";

export const app = new Hono<AppEnv>();

app.use(secured);
app.use(async (c, next) => {
  c.set("site", await siteOf(c.env));
  await next();
});
// The router takes a path with a slash behind it for the path itself; readers and caches get one address.
app.use(trimTrailingSlash({ alwaysRedirect: true }));

// Readers. Each route names the query parameters it knows; any other address of the same page comes from the clean one's entry.
app.get("/", onlyQuery(), getFrontPage);
app.get("/bai-viet/:slug", onlyQuery(), getArticlePage);
app.get("/bai-viet/:slug/ban-in", onlyQuery(), getPrintPage);
app.get("/bai-viet/:slug/en", onlyQuery(), getEnglishPage);
app.get("/bai-viet/:slug/tai-ve", onlyQuery(), getDownload);
app.get("/chuyen-muc/:section", onlyQuery("truoc"), getSectionPage);
app.get("/the/:slug", onlyQuery("truoc"), getTagPage);
app.get("/tac-gia/:slug", onlyQuery("truoc"), getAuthorPage);
app.get("/luu-tru", onlyQuery(), getArchivePage);
app.get("/luu-tru/:year/:month", onlyQuery("truoc"), getMonthPage);
app.get("/dong-su-kien/:topic", onlyQuery("truoc"), getTopicPage);
app.get("/tim-kiem", onlyQuery(...searchParameters), getSearchPage);
app.get("/anh/:photo/:variant", onlyQuery(), getPhoto);
app.get("/js/:file", onlyQuery(), getScript);
app.get("/favicon.svg", onlyQuery(), getIcon);
app.get("/apple-touch-icon.png", onlyQuery(), getTouchIcon);
app.get("/icon-512.png", onlyQuery(), getLargeIcon);
app.get("/manifest.webmanifest", onlyQuery(), getManifest);

// Feeds, of the site and of each section.
app.get("/feed.json", onlyQuery("truoc"), getJsonFeed);
app.get("/rss.xml", onlyQuery("truoc"), getRssFeed);
app.get("/atom.xml", onlyQuery("truoc"), getAtomFeed);
app.get("/chuyen-muc/:section/feed.json", onlyQuery("truoc"), getJsonFeed);
app.get("/chuyen-muc/:section/rss.xml", onlyQuery("truoc"), getRssFeed);
app.get("/chuyen-muc/:section/atom.xml", onlyQuery("truoc"), getAtomFeed);

// For robots.
app.get("/robots.txt", onlyQuery(), getRobots);
app.get("/sitemap.xml", onlyQuery(), getSitemap);
app.get("/sitemap-news.xml", onlyQuery(), getNewsSitemap);
app.get("/:sitemap{sitemap-[0-9]+-[0-9]+[.]xml}", onlyQuery(), getSitemapOfMonth);

// The API.
app.post("/api/photos", atLeast("reporter"), uploadPhoto);
app.get("/api/articles", anyone, getArticles);
app.post("/api/articles", atLeast("reporter"), createArticle);
app.get("/api/articles/:id", anyone, getArticle);
app.put("/api/articles/:id", atLeast("reporter"), saveArticle);
app.put("/api/articles/:id/submission", atLeast("reporter"), putSubmission);
app.delete("/api/articles/:id/submission", atLeast("editor"), deleteSubmission);
app.put("/api/articles/:id/publication", atLeast("editor"), putPublication);
app.delete("/api/articles/:id/publication", atLeast("editor"), deletePublication);
app.get("/api/articles/:id/old-addresses", atLeast("editor"), getOldAddresses);
app.put("/api/articles/:id/old-addresses", atLeast("editor"), putOldAddresses);
app.get("/api/articles/:id/versions", atLeast("reporter"), getVersions);
app.get("/api/articles/:id/versions/:n", atLeast("reporter"), getVersion);
app.get("/api/changes", anyone, getChanges);
app.get("/api/openapi.json", onlyQuery(), getOpenapi);

// The newsroom.
addNewsroomRoutes(app);

app.get("/healthz", (c) => c.text("ok"));

app.notFound((c) => {
  if (isNewsroom(c)) return newsroomMissing(c);
  if (!isApi(c)) return missingPage(c);
  const methods = methodsOf(c.req.path);
  if (methods.length > 0) return wrongMethod(methods);
  return problemOf(new AppError("not-found", apiWords.noSuchPlace));
});

app.onError((error, c) => {
  if (!(error instanceof AppError)) console.error(`${c.req.method} ${c.req.path} failed`, error);
  if (isApi(c)) return error instanceof AppError ? problemOf(error) : internalProblem();
  if (isNewsroom(c)) return newsroomFailure(c, error instanceof AppError ? error : null);
  if (!(error instanceof AppError)) return errorAnswer(c, 500);
  return error.code === "gone" ? errorAnswer(c, 410) : missingPage(c);
});

/** The methods that routes of the table answer at a path; middleware is no answer. */
function methodsOf(path: string): string[] {
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return methods.includes("GET") ? ["HEAD", ...methods] : methods;
}

function isApi(c: AppContext): boolean {
  return /^\/api(\/|$)/.test(c.req.path);
}

function isNewsroom(c: AppContext): boolean {
  return /^\/toa-soan(\/|$)/.test(c.req.path);
}
