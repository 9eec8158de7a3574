import { address, withQuery } from "./address.ts";

/*
 * Every address of the newsroom, with the previews that a signed link opens. They are routed in src/newsroom-routes.ts.
 */
export const deskPath = "/toa-soan";

// Signing in.
export const signInPath = "/toa-soan/dang-nhap";
export const accessSignInPath = "/toa-soan/dang-nhap/access";
export const signOutPath = "/toa-soan/dang-xuat";
export const passkeySignInPath = "/toa-soan/khoa/dang-nhap";
export const passkeySignInOptionsPath = "/toa-soan/khoa/dang-nhap/thach-thuc";
/** Sets a first or a new password. */
export const invitationPath = address("/toa-soan/loi-moi/:token");

// The account of the signed-in user.
export const accountPath = "/toa-soan/tai-khoan";
export const ownPasswordPath = "/toa-soan/tai-khoan/mat-khau";
export const ownSessionsPath = "/toa-soan/tai-khoan/phien";
/** Turns notifications on for the browser of the session. */
export const pushDevicePath = "/toa-soan/tai-khoan/thong-bao";
export const removePushDevicePath = "/toa-soan/tai-khoan/thong-bao/tat";
export const testPushDevicePath = "/toa-soan/tai-khoan/thong-bao/thu";
export const notificationKindsPath = "/toa-soan/tai-khoan/thong-bao/loai";
/** The service worker that shows notifications. */
export const pushWorkerPath = "/toa-soan/thong-bao.js";
export const newPasskeyPath = "/toa-soan/khoa/moi";
export const newPasskeyOptionsPath = "/toa-soan/khoa/moi/thach-thuc";
export const removePasskeyPath = "/toa-soan/khoa/xoa";

// Articles: the list, the form, and the page of one article with its acts.
export const articlesPath = "/toa-soan/bai";
export const newArticlePath = "/toa-soan/bai/moi";
/** The tags or authors of the site that typed letters may mean. */
export const labelSuggestionsPath = "/toa-soan/goi-y";
export const newWorkingCopyPath = "/toa-soan/bai/nhap";
export const newsroomArticlePath = address("/toa-soan/bai/:id");
export const articleFormPath = address("/toa-soan/bai/:id/sua");
export const workingCopyPath = address("/toa-soan/bai/:id/nhap");
export const dismissPath = address("/toa-soan/bai/:id/bo-qua");
export const submitPath = address("/toa-soan/bai/:id/nop");
export const takeBackPath = address("/toa-soan/bai/:id/rut-lai");
export const discardPath = address("/toa-soan/bai/:id/bo");
export const restoreDraftPath = address("/toa-soan/bai/:id/khoi-phuc");
export const returnPath = address("/toa-soan/bai/:id/tra-lai");
export const publishPath = address("/toa-soan/bai/:id/dang");
export const withdrawPath = address("/toa-soan/bai/:id/go");
export const correctPath = address("/toa-soan/bai/:id/dinh-chinh");
/** Asks before a file of the article is erased for good. */
export const eraseFilePath = address("/toa-soan/bai/:id/tai-lieu/:file/xoa");
export const correctDatePath = address("/toa-soan/bai/:id/ngay-dang");
/** The page on which an editor reads an article and decides. */
export const reviewPath = address("/toa-soan/bai/:id/duyet");
/** The notes of editors about an article. */
export const notesPath = address("/toa-soan/bai/:id/ghi-chu");
export const notePath = address("/toa-soan/bai/:id/ghi-chu/:note");
export const deliveryCheckPath = address("/toa-soan/bai/:id/kiem-tra");

/** The errors that readers report. */
export const reportsPath = "/toa-soan/bao-loi";
export const reportPath = address("/toa-soan/bao-loi/:number");

/** The weekly calendar of scheduled and published articles. */
export const calendarPath = "/toa-soan/lich";
/** Changes the time of a scheduled article. */
export const moveSchedulePath = address("/toa-soan/lich/:id");

// The front page and the pages of sections, as editors arrange them.
export const arrangeFrontPath = "/toa-soan/trang-nhat";
export const arrangeSectionPath = address("/toa-soan/trang-nhat/:section");

/** The form of a page with an article in its first place. */
export function putFirstPath(page: string, story: string): string {
  return withQuery(page, { story });
}

/** The page that readers would get with the choices of the query. */
export const arrangedPreviewPath = "/toa-soan/trang-nhat/xem-truoc";

// Versions and previews.
export const versionsPath = address("/toa-soan/bai/:id/phien-ban");
export const versionPath = address("/toa-soan/bai/:id/phien-ban/:n");
export const versionPhotoPath = address("/toa-soan/bai/:id/phien-ban/:n/anh/:photo/:variant");
export const restorePath = address("/toa-soan/bai/:id/phien-ban/:n/khoi-phuc");
export const compareVersionsPath = address("/toa-soan/bai/:id/so-sanh");
/** The preview, in frames as wide as a telephone and a computer. */
export const previewPath = address("/toa-soan/bai/:id/xem-truoc");
/** The page inside the frames, as readers will see it. */
export const previewedArticlePath = address("/toa-soan/bai/:id/trang");
export const newPreviewLinkPath = address("/toa-soan/bai/:id/lien-ket");
export const endPreviewLinkPath = address("/toa-soan/bai/:id/lien-ket/ket-thuc");
/** A preview for somebody who has no account. */
export const linkedPreviewPath = address("/xem-truoc/:token");
export const linkedPhotoPath = address("/xem-truoc/:token/anh/:photo/:variant");
export const linkedFilePath = address("/xem-truoc/:token/tai-lieu/:file/:name");

// Photos.
export const mediaPath = "/toa-soan/anh";
/** Takes several photos of one form. */
export const libraryUploadPath = "/toa-soan/anh/nhieu";
export const mediaPhotoPath = address("/toa-soan/anh/:photo");
/** A photo's file for staff, whether it is public or not. */
export const staffPhotoPath = address("/toa-soan/anh/:photo/:variant");
export const erasePhotoPath = address("/toa-soan/anh/:photo/xoa");
/** Changes the photographer, the source and what else is said about a photo. */
export const photoFactsPath = address("/toa-soan/anh/:photo/nguoi-chup");
/** Proposes who took a photo, and decides about that. */
export const photoProposalPath = address("/toa-soan/anh/:photo/de-nghi");
/** Rotates and crops a photo and sets its focus. */
export const photoEditPath = address("/toa-soan/anh/:photo/khung");
/** Changes alternative text and caption of a photo in one of the articles that show it. */
export const photoWordsPath = address("/toa-soan/anh/:photo/mo-ta");

// Documents, video and audio.
/** Takes one file as the body of a request. */
export const filesPath = "/toa-soan/tai-lieu";
/** A file for staff, whether it is public or not. */
export const staffFilePath = address("/toa-soan/tai-lieu/:file/:name");

// Guides.
export const guidePaths = {
  reporter: "/toa-soan/huong-dan/phong-vien",
  editor: "/toa-soan/huong-dan/bien-tap-vien",
} as const;
/** `file` is a name such as "sign-in.webp". */
export const guidePicturePath = address("/toa-soan/huong-dan/anh/:file");

// Administration: people and tokens.
export const adminPath = "/toa-soan/quan-tri";
export const peoplePath = "/toa-soan/quan-tri/nguoi";
export const newPersonPath = "/toa-soan/quan-tri/nguoi/moi";
export const personPath = address("/toa-soan/quan-tri/nguoi/:id");
export const disablePersonPath = address("/toa-soan/quan-tri/nguoi/:id/khoa");
export const enablePersonPath = address("/toa-soan/quan-tri/nguoi/:id/mo");
export const endAccessPath = address("/toa-soan/quan-tri/nguoi/:id/ket-thuc");
export const personLinkPath = address("/toa-soan/quan-tri/nguoi/:id/lien-ket");
export const tokensPath = "/toa-soan/quan-tri/ma";
export const revokeTokenPath = address("/toa-soan/quan-tri/ma/:id/thu-hoi");

// Administration: the site, its sections and topics.
export const settingsPath = "/toa-soan/quan-tri/thiet-lap";
/** The form of the campaign: a banner above every page, and grey pages in mourning. */
export const campaignPath = "/toa-soan/quan-tri/chien-dich";
export const campaignPreviewPath = "/toa-soan/quan-tri/chien-dich/xem-truoc";
export const sectionsPath = "/toa-soan/quan-tri/chuyen-muc";
export const renameSectionPath = address("/toa-soan/quan-tri/chuyen-muc/:section/ten");
export const moveSectionUpPath = address("/toa-soan/quan-tri/chuyen-muc/:section/len");
export const moveSectionDownPath = address("/toa-soan/quan-tri/chuyen-muc/:section/xuong");
export const removeSectionPath = address("/toa-soan/quan-tri/chuyen-muc/:section/xoa");
/** The blocks of the front page below its stories. */
export const frontBlocksPath = "/toa-soan/quan-tri/khoi";
export const frontBlocksPreviewPath = "/toa-soan/quan-tri/khoi/xem-truoc";
export const topicsPath = "/toa-soan/quan-tri/dong-su-kien";
export const changeTopicPath = address("/toa-soan/quan-tri/dong-su-kien/:topic/sua");
export const moveTopicToTopPath = address("/toa-soan/quan-tri/dong-su-kien/:topic/len");
export const removeTopicPath = address("/toa-soan/quan-tri/dong-su-kien/:topic/xoa");
/** The newsroom's handbook. Everybody reads it. */
export const handbookPath = "/toa-soan/quan-tri/so-tay";
export const handbookJsonPath = "/toa-soan/quan-tri/so-tay.json";
export const handbookCsvPath = "/toa-soan/quan-tri/so-tay.csv";
export const importHandbookPath = "/toa-soan/quan-tri/so-tay/nhap";
export const changeHandbookEntryPath = address("/toa-soan/quan-tri/so-tay/:entry/sua");
export const removeHandbookEntryPath = address("/toa-soan/quan-tri/so-tay/:entry/xoa");
export const healthPagePath = "/toa-soan/quan-tri/tinh-trang";
export const maintenancePath = "/toa-soan/quan-tri/bao-tri";
export const rebuildPath = "/toa-soan/quan-tri/bao-tri/dung-lai";

// Administration: the log and royalties.
export const logPath = "/toa-soan/quan-tri/nhat-ky";
export const logCsvPath = "/toa-soan/quan-tri/nhat-ky.csv";
/** The portraits and lines about authors. */
export const authorProfilesPath = "/toa-soan/tac-gia";
export const authorProfilePath = address("/toa-soan/tac-gia/:slug");
export const removeAuthorProfilePath = address("/toa-soan/tac-gia/:slug/xoa");
export const royaltiesPath = "/toa-soan/quan-tri/nhuan-but";
export const royaltiesCsvPath = "/toa-soan/quan-tri/nhuan-but.csv";
export const royaltyRatesPath = "/toa-soan/quan-tri/nhuan-but/dinh-muc";

export function isNewsroomPath(path: string): boolean {
  return /^\/toa-soan(\/|$)/.test(path);
}

/** The account page with the message that a passkey is required. */
export function passkeyRequiredPath(): string {
  return withQuery(accountPath, { done: "passkey-required" });
}

/** The form of a new article. Its key makes one article of it, however often it is opened, restored or sent. */
export function newFormPath(key: string): string {
  return withQuery(newArticlePath, { key });
}

/** The form of a new page. */
export function newPagePath(): string {
  return withQuery(newArticlePath, { kind: "page" });
}

/** The sign-in page that leads to `next`, a path of the newsroom, afterwards. */
export function signInThen(next: string): string {
  return next === deskPath ? signInPath : withQuery(signInPath, { next });
}

/** The sign-in page with the message that the browser keeps no cookies. */
export function noCookiesPath(next: string): string {
  return withQuery(signInPath, { next, fault: "cookie" });
}

/** Where to go after signing in: `next` if it is a path of the newsroom, else the desk. */
export function pathAfterSignIn(next: string | null | undefined): string {
  return next && /^\/toa-soan(?:[/?][\w\-./?=&%]*)?$/.test(next) && !next.includes("//")
    ? next
    : deskPath;
}

/** The comparison of two versions of an article. */
export function comparePath(id: string, from: number, to: number): string {
  return withQuery(compareVersionsPath(id), { from, to });
}

/** The page inside the preview's frames: of one version, or of the working copy of the signed-in user. */
export function previewedPagePath(id: string, version: number | null = null): string {
  return withQuery(previewedArticlePath(id), { version: version ?? "" });
}

/** The calendar of the week that has this day, such as "2026-11-30". */
export function calendarWeekPath(day: string, more: Record<string, string> = {}): string {
  return withQuery(calendarPath, { week: day, ...more });
}

/** The list of articles with these filters. */
export function articleListPath(parameters: Record<string, string>): string {
  return withQuery(articlesPath, parameters);
}

/** The reports of readers with these filters. */
export function reportListPath(parameters: Record<string, string>): string {
  return withQuery(reportsPath, parameters);
}

/** The open reports of one article. */
export function reportsOfArticlePath(articleId: string): string {
  return reportListPath({ article: articleId });
}

/** The media library with these filters. */
export function mediaListPath(parameters: Record<string, string>): string {
  return withQuery(mediaPath, parameters);
}

/** The review page with the form of a note about what stands at a place of a field. */
export function noteFormPath(id: string, field: string, at: number): string {
  return `${withQuery(reviewPath(id), { note: `${field}-${at}` })}#viet-ghi-chu`;
}
