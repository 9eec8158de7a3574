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
import {
  postCorrection,
  postPublication,
  postReturn,
  postSubmission,
  postWithdrawal,
} from "./newsroom/desk/act-route.ts";
import { getDesk } from "./newsroom/desk/desk-route.ts";
import { getArticleList } from "./newsroom/desk/list-route.ts";
import { getRoom } from "./newsroom/desk/room-route.ts";
import { newsroomFailure, newsroomMissing } from "./newsroom/error-answer.ts";
import { postDismissal } from "./newsroom/form/dismissal-route.ts";
import { getForm, getNewForm } from "./newsroom/form/form-route.ts";
import { postPhoto } from "./newsroom/form/photo-upload-route.ts";
import { postForm, postNewForm } from "./newsroom/form/save-route.ts";
import { postFirstCopy, putWorkingCopy } from "./newsroom/form/working-copy-route.ts";
import { newsroom, signedIn } from "./newsroom/guard.ts";
import { getStaffPhoto } from "./newsroom/media/staff-photo-route.ts";
import {
  getSections,
  postSection,
  postSectionDown,
  postSectionName,
  postSectionRemoval,
  postSectionUp,
} from "./newsroom/office/sections-route.ts";
import { getSettings, postSettings } from "./newsroom/office/settings-route.ts";
import { getPreview, postPreviewLink } from "./newsroom/review/preview-route.ts";
import {
  getComparison,
  getVersionPage,
  getVersionsPage,
  postRestoration,
} from "./newsroom/review/version-route.ts";
import { getSignIn, postSignIn, postSignOut } from "./newsroom/account/sign-in-route.ts";
import { getAccount, postAccount, postSessions } from "./newsroom/account/account-route.ts";
import { getInvitation, postInvitation } from "./newsroom/account/invitation-route.ts";
import { postPassword } from "./newsroom/account/password-route.ts";
import { getOffice } from "./newsroom/people/office-page.ts";
import { getNewPerson, getPeople, postPeople } from "./newsroom/people/people-route.ts";
import {
  getPerson,
  postDisabling,
  postEnabling,
  postLink,
  postPerson,
} from "./newsroom/people/person-route.ts";
import { getTokens, postRevocation, postTokens } from "./newsroom/people/tokens-route.ts";
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
import { getLinkedPage, getLinkedPhoto, getPreviewedPage } from "./reading/preview-route.ts";
import { searchParameters } from "./reading/search-form.ts";
import { getSearchPage } from "./reading/search-route.ts";
import { getScript } from "./reading/script-route.ts";
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
app.use("/toa-soan/*", newsroom);
app.get("/toa-soan", signedIn(), getDesk);
app.get("/toa-soan/bai", signedIn(), getArticleList);
app.post("/toa-soan/bai", signedIn(), postNewForm);
app.get("/toa-soan/bai/moi", signedIn(), getNewForm);
app.post("/toa-soan/bai/nhap", signedIn(), postFirstCopy);
app.get("/toa-soan/bai/:id/sua", signedIn(), getForm);
app.post("/toa-soan/bai/:id/sua", signedIn(), postForm);
app.put("/toa-soan/bai/:id/nhap", signedIn(), putWorkingCopy);
app.post("/toa-soan/bai/:id/bo-qua", signedIn(), postDismissal);
app.post("/toa-soan/anh", signedIn(), postPhoto);
app.get("/toa-soan/bai/:id", signedIn(), getRoom);
app.post("/toa-soan/bai/:id/nop", signedIn(), postSubmission);
app.post("/toa-soan/bai/:id/tra-lai", signedIn("editor"), postReturn);
app.post("/toa-soan/bai/:id/dang", signedIn("editor"), postPublication);
app.post("/toa-soan/bai/:id/go", signedIn("editor"), postWithdrawal);
app.post("/toa-soan/bai/:id/dinh-chinh", signedIn("editor"), postCorrection);
app.get("/toa-soan/dang-nhap", getSignIn);
app.post("/toa-soan/dang-nhap", postSignIn);
app.post("/toa-soan/dang-xuat", postSignOut);
app.get("/toa-soan/loi-moi/:token", getInvitation);
app.post("/toa-soan/loi-moi/:token", postInvitation);
app.get("/toa-soan/tai-khoan", signedIn(), getAccount);
app.post("/toa-soan/tai-khoan", signedIn(), postAccount);
app.post("/toa-soan/tai-khoan/mat-khau", signedIn(), postPassword);
app.post("/toa-soan/tai-khoan/phien", signedIn(), postSessions);
app.get("/toa-soan/quan-tri", signedIn("admin"), getOffice);
app.get("/toa-soan/quan-tri/nguoi", signedIn("admin"), getPeople);
app.post("/toa-soan/quan-tri/nguoi", signedIn("admin"), postPeople);
app.get("/toa-soan/quan-tri/nguoi/moi", signedIn("admin"), getNewPerson);
app.get("/toa-soan/quan-tri/nguoi/:id", signedIn("admin"), getPerson);
app.post("/toa-soan/quan-tri/nguoi/:id", signedIn("admin"), postPerson);
app.post("/toa-soan/quan-tri/nguoi/:id/khoa", signedIn("admin"), postDisabling);
app.post("/toa-soan/quan-tri/nguoi/:id/mo", signedIn("admin"), postEnabling);
app.post("/toa-soan/quan-tri/nguoi/:id/lien-ket", signedIn("admin"), postLink);
app.get("/toa-soan/quan-tri/ma", signedIn("admin"), getTokens);
app.post("/toa-soan/quan-tri/ma", signedIn("admin"), postTokens);
app.post("/toa-soan/quan-tri/ma/:id/thu-hoi", signedIn("admin"), postRevocation);
app.get("/toa-soan/anh/:photo/:variant", signedIn(), getStaffPhoto);
app.get("/toa-soan/bai/:id/xem-truoc", signedIn(), getPreview);
app.get("/toa-soan/bai/:id/trang", signedIn(), getPreviewedPage);
app.post("/toa-soan/bai/:id/lien-ket", signedIn(), postPreviewLink);
app.get("/toa-soan/bai/:id/phien-ban", signedIn(), getVersionsPage);
app.get("/toa-soan/bai/:id/phien-ban/:n", signedIn(), getVersionPage);
app.post("/toa-soan/bai/:id/phien-ban/:n/khoi-phuc", signedIn(), postRestoration);
app.get("/toa-soan/bai/:id/so-sanh", signedIn(), getComparison);
app.get("/xem-truoc/:token", getLinkedPage);
app.get("/xem-truoc/:token/anh/:photo/:variant", getLinkedPhoto);
app.get("/toa-soan/quan-tri/thiet-lap", signedIn("admin"), getSettings);
app.post("/toa-soan/quan-tri/thiet-lap", signedIn("admin"), postSettings);
app.get("/toa-soan/quan-tri/chuyen-muc", signedIn("admin"), getSections);
app.post("/toa-soan/quan-tri/chuyen-muc", signedIn("admin"), postSection);
app.post("/toa-soan/quan-tri/chuyen-muc/:section/ten", signedIn("admin"), postSectionName);
app.post("/toa-soan/quan-tri/chuyen-muc/:section/len", signedIn("admin"), postSectionUp);
app.post("/toa-soan/quan-tri/chuyen-muc/:section/xuong", signedIn("admin"), postSectionDown);
app.post("/toa-soan/quan-tri/chuyen-muc/:section/xoa", signedIn("admin"), postSectionRemoval);

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
