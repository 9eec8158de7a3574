import { Hono } from "hono/tiny";
import { trimTrailingSlash } from "hono/trailing-slash";
import * as api from "./addresses/api.ts";
import { isNewsroomPath } from "./addresses/newsroom.ts";
import * as at from "./addresses/public.ts";
import { anyone, atLeast } from "./api/authenticate.ts";
import { getChanges } from "./api/changes.ts";
import { articleBody } from "./api/article-request.ts";
import { createArticle } from "./api/create-article.ts";
import { getOldAddresses, oldAddressesBody, putOldAddresses } from "./api/old-addresses.ts";
import { getDetailedHealth, getHealth } from "./api/health.ts";
import { getOpenapi } from "./api/openapi.ts";
import { deleteCacheProbe, getCacheProbe, postCacheProbe, postPhotoProbe } from "./api/probe.ts";
import { answerInternalProblem, answerProblem, answerWrongMethod } from "./api/problem.ts";
import { getArticle, getArticles, getVersion, getVersions } from "./api/read-articles.ts";
import { saveArticle } from "./api/save-article.ts";
import {
  deletePublication,
  deleteSubmission,
  putPublication,
  putSubmission,
  statusBody,
} from "./api/article-status.ts";
import { getPhotoFacts, patchPhoto, photoBody, uploadPhoto } from "./api/upload-photo.ts";
import { deleteFile, getFileFacts, uploadFile } from "./api/upload-file.ts";
import { readCurrentSite } from "./context.ts";
import type { AppEnv } from "./context.ts";
import { allowQuery } from "./edge-cache/clean-address.ts";
import { AppError } from "./errors.ts";
import { getAtomFeed, getJsonFeed, getRssFeed } from "./feed/feed-route.ts";
import {
  getNewsSitemap,
  getRobots,
  getSitemap,
  getSitemapOfMonth,
  getSitemapOfPages,
} from "./feed/sitemap-route.ts";
import { makeErrorId } from "./log.ts";
import { addAdminRoutes } from "./newsroom-admin-routes.ts";
import { addNewsroomRoutes } from "./newsroom-routes.ts";
import { newsroomFailure, newsroomMissing } from "./newsroom/newsroom-page.ts";
import { ownHost } from "./own-host.ts";
import { getArchivePage, getMonthPage } from "./reading/archive-route.ts";
import {
  getArticlePage,
  getDownload,
  getEnglishPage,
  getPrintPage,
} from "./reading/article-route.ts";
import { getDocumentList } from "./reading/document-list-page.ts";
import { postView } from "./reading/count-view.ts";
import { getCorrections } from "./reading/corrections-page.ts";
import { errorAnswer, answerMissingPage } from "./reading/error-page.ts";
import {
  getErrorReport,
  getErrorReportThanks,
  postErrorReport,
  reportBody,
} from "./reading/error-report-route.ts";
import { getFrontPage } from "./reading/front-route.ts";
import {
  getIcon,
  getLargeIcon,
  getSiteShareImage,
  getManifest,
  getTouchIcon,
  getDocument,
  getFilm,
  getPhoto,
  getScript,
  getStylesheet,
} from "./reading/file-routes.ts";
import { getAuthorIndex, getTagIndex } from "./reading/label-index-page.ts";
import { getAuthorPage, getTagPage, getSectionPage, getTopicPage } from "./reading/list-routes.ts";
import { getMostRead } from "./reading/most-read-page.ts";
import { getMeasurement } from "./reading/measurement.ts";
import { searchParameters } from "./reading/search-form.ts";
import { getSearchPage, redirectOldSearch } from "./reading/search-route.ts";
import { getSiteMap } from "./reading/site-map-page.ts";
import { getStandingPage } from "./reading/standing-page-route.ts";
import { largeInObject } from "./large-request.ts";
import { limitReading } from "./reading-limit.ts";
import { acceptBody } from "./request/body-bound.ts";
import { logged } from "./request-log.ts";
import { secured } from "./security-headers.ts";
import { apiWords } from "./vietnamese/words/api.ts";

export const app = new Hono<AppEnv>();

app.use(logged);
app.use(secured);
// Before the settings are read from D1: counting a view asks D1 nothing.
app.post(at.viewPath.pattern, ownHost, postView);
app.use(async (c, next) => {
  c.set("site", await readCurrentSite(c.env));
  await next();
});
// Before the check of the host: a monitoring service may request the IP address.
app.get(at.healthPath, async (c, next) => (c.req.query("sau") === "1" ? next() : getHealth(c)));
app.get(at.healthPath, atLeast("admin"), getDetailedHealth);
app.use(ownHost);
// The router takes a path with a slash behind it for the path itself; readers and caches get one address.
app.use(trimTrailingSlash({ alwaysRedirect: true }));
app.use(largeInObject);

// Readers. Each route names the query parameters it knows; any other address of the same page comes from the clean one's entry. A route
// with parameters says how many rows it reads at most.
app.get(at.frontPath, allowQuery(), getFrontPage);
app.get(at.articlePath.pattern, allowQuery(), getArticlePage);
app.get(at.printPath.pattern, allowQuery(), getPrintPage);
app.get(at.englishPath.pattern, allowQuery(), getEnglishPage);
app.get(at.downloadPath.pattern, allowQuery(), getDownload);
app.get(at.siteMapPath, allowQuery(), getSiteMap);
app.get(at.pagePath.pattern, allowQuery(), getStandingPage);
app.get(at.errorReportPath.pattern, allowQuery(), getErrorReport);
app.post(at.errorReportPath.pattern, acceptBody(reportBody), postErrorReport);
app.get(at.errorReportThanksPath.pattern, allowQuery(), getErrorReportThanks);
app.get(at.sectionPath.pattern, allowQuery("truoc"), limitReading(50), getSectionPage);
app.get(at.tagsPath, allowQuery("chu", "tu"), limitReading(100), getTagIndex);
app.get(at.authorsPath, allowQuery("chu", "tu"), limitReading(100), getAuthorIndex);
app.get(at.tagPath.pattern, allowQuery("truoc"), limitReading(50), getTagPage);
app.get(at.authorPath.pattern, allowQuery("truoc"), limitReading(50), getAuthorPage);
app.get(at.archivePath, allowQuery(), getArchivePage);
app.get(at.monthListPath.pattern, allowQuery("truoc"), limitReading(50), getMonthPage);
app.get(at.topicPath.pattern, allowQuery("truoc"), limitReading(50), getTopicPage);
app.get(
  at.documentListPath,
  allowQuery("nam", "loai", "so", "truoc"),
  limitReading(50),
  getDocumentList,
);
app.get(at.mostReadPath, allowQuery(), getMostRead);
app.get(at.correctionsPath, allowQuery("truoc"), limitReading(50), getCorrections);
app.get(
  at.searchPath,
  redirectOldSearch,
  allowQuery(...searchParameters),
  limitReading(300),
  getSearchPage,
);
app.get(at.photoPath.pattern, allowQuery(), getPhoto);
app.get(at.documentPath.pattern, allowQuery(), getDocument);
app.get(at.filmPath.pattern, allowQuery(), getFilm);
app.get(at.scriptPath.pattern, allowQuery(), getScript);
app.get(at.stylesheetPath.pattern, allowQuery(), getStylesheet);
app.get(at.iconPath, allowQuery(), getIcon);
app.get(at.touchIconPath, allowQuery(), getTouchIcon);
app.get(at.largeIconPath, allowQuery(), getLargeIcon);
app.get(at.siteSharePath, allowQuery(), getSiteShareImage);
app.get(at.manifestPath, allowQuery(), getManifest);
app.get(at.measurementPath, allowQuery(), getMeasurement);

// Feeds, of the site and of each section.
app.get(at.jsonFeedPath, allowQuery("truoc"), limitReading(100), getJsonFeed);
app.get(at.rssPath, allowQuery("truoc"), limitReading(100), getRssFeed);
app.get(at.atomPath, allowQuery("truoc"), limitReading(100), getAtomFeed);
app.get(at.sectionJsonFeedPath.pattern, allowQuery("truoc"), limitReading(100), getJsonFeed);
app.get(at.sectionRssPath.pattern, allowQuery("truoc"), limitReading(100), getRssFeed);
app.get(at.sectionAtomPath.pattern, allowQuery("truoc"), limitReading(100), getAtomFeed);

// For robots.
app.get(at.robotsPath, allowQuery(), getRobots);
app.get(at.sitemapPath, allowQuery(), getSitemap);
app.get(at.pagesSitemapPath, allowQuery(), getSitemapOfPages);
app.get(at.newsSitemapPath, allowQuery(), getNewsSitemap);
app.get(at.monthSitemapPattern, allowQuery(), getSitemapOfMonth);

// The API. A route reads up to 64 KB unless it states more.
app.post(api.apiPhotosPath, atLeast("reporter"), acceptBody(photoBody), uploadPhoto);
app.get(api.apiPhotoPath.pattern, atLeast("reporter"), getPhotoFacts);
app.patch(api.apiPhotoPath.pattern, atLeast("reporter"), acceptBody(statusBody), patchPhoto);
app.post(api.apiFilesPath, atLeast("reporter"), uploadFile);
app.get(api.apiFilePath.pattern, atLeast("reporter"), getFileFacts);
app.delete(api.apiFilePath.pattern, atLeast("reporter"), acceptBody(statusBody), deleteFile);
app.get(api.apiArticlesPath, anyone, limitReading(50), getArticles);
app.post(api.apiArticlesPath, atLeast("reporter"), acceptBody(articleBody), createArticle);
app.get(api.apiArticlePath.pattern, anyone, getArticle);
app.put(api.apiArticlePath.pattern, atLeast("reporter"), acceptBody(articleBody), saveArticle);
app.put(api.apiSubmissionPath.pattern, atLeast("reporter"), putSubmission);
app.delete(
  api.apiSubmissionPath.pattern,
  atLeast("reporter"),
  acceptBody(statusBody),
  deleteSubmission,
);
app.put(api.apiPublicationPath.pattern, atLeast("editor"), acceptBody(statusBody), putPublication);
app.delete(
  api.apiPublicationPath.pattern,
  atLeast("editor"),
  acceptBody(statusBody),
  deletePublication,
);
app.get(api.apiOldAddressesPath.pattern, atLeast("editor"), getOldAddresses);
app.put(
  api.apiOldAddressesPath.pattern,
  atLeast("editor"),
  acceptBody(oldAddressesBody),
  putOldAddresses,
);
app.get(api.apiVersionsPath.pattern, atLeast("reporter"), getVersions);
app.get(api.apiVersionPath.pattern, atLeast("reporter"), getVersion);
app.get(api.apiChangesPath, anyone, limitReading(400), getChanges);
app.get(api.openapiPath, allowQuery(), getOpenapi);

// What `npm run verify` tries.
app.post(at.newCacheProbePath, atLeast("admin"), postCacheProbe);
app.get(at.cacheProbePath.pattern, allowQuery(), getCacheProbe);
app.delete(at.cacheProbePath.pattern, atLeast("admin"), deleteCacheProbe);
app.post(at.photoProbePath, atLeast("admin"), acceptBody(photoBody), postPhotoProbe);

// The newsroom.
addNewsroomRoutes(app);
addAdminRoutes(app);

app.notFound((c) => {
  if (isNewsroomPath(c.req.path)) return newsroomMissing(c);
  if (!api.isApiPath(c.req.path)) return answerMissingPage(c);
  const methods = listMethods(c.req.path);
  if (methods.length > 0) return answerWrongMethod(methods);
  return answerProblem(new AppError("not-found", apiWords.noSuchPlace));
});

app.onError((error, c) => {
  // src/request-log.ts logs the error with its id.
  if (!(error instanceof AppError)) c.set("errorId", makeErrorId());
  if (api.isApiPath(c.req.path) || at.isHealthPath(c.req.path))
    return error instanceof AppError ? answerProblem(error) : answerInternalProblem(c.var.errorId);
  if (isNewsroomPath(c.req.path))
    return newsroomFailure(c, error instanceof AppError ? error : null);
  if (!(error instanceof AppError)) return errorAnswer(c, 500);
  if (error.code === "too-many") return errorAnswer(c, 429);
  if (error.code === "misdirected") return c.text(error.message, 421);
  return error.code === "gone" ? errorAnswer(c, 410) : answerMissingPage(c);
});

/** The methods that have a route at this path. Middleware does not count. */
function listMethods(path: string): string[] {
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return methods.includes("GET") ? ["HEAD", ...methods] : methods;
}
