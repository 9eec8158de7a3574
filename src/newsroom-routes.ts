import type { Hono } from "hono";
import type { AppEnv } from "./context.ts";
import {
  postCorrection,
  postPublication,
  postReturn,
  postSubmission,
  postWithdrawal,
  getRoom,
} from "./newsroom/article/act-route.ts";
import { getDesk } from "./newsroom/desk/desk-route.ts";
import { getArticleList } from "./newsroom/desk/list-route.ts";
import { postReceipt } from "./newsroom/article/delivery-route.ts";
import { postDismissal } from "./newsroom/form/dismissal-route.ts";
import { getForm, getNewForm } from "./newsroom/form/form-route.ts";
import { keepSending } from "./newsroom/resubmit-form.ts";
import { postPhoto } from "./newsroom/form/photo-upload-route.ts";
import { postForm, postNewForm } from "./newsroom/form/save-route.ts";
import { postFirstCopy, putWorkingCopy } from "./newsroom/form/working-copy-route.ts";
import { newsroom, signedIn } from "./newsroom/guard.ts";
import { getEditorGuide, getGuidePicture, getReporterGuide } from "./newsroom/guide/guide-route.ts";
import { getLibrary } from "./newsroom/media/library-route.ts";
import {
  getErasure,
  getPhotoRoom,
  postErasure,
  postPhotoCredit,
} from "./newsroom/media/photo-route.ts";
import { postPhotoWords } from "./newsroom/media/rewording-route.ts";
import { getStaffPhoto } from "./newsroom/media/staff-photo-route.ts";
import { getOffice } from "./newsroom/office/front-page.ts";
import { getLog, getLogCsv } from "./newsroom/office/log-route.ts";
import { getMaintenance, postRebuild } from "./newsroom/office/maintenance-route.ts";
import { getRoyalties, getRoyaltiesCsv } from "./newsroom/office/royalties-route.ts";
import { getRoyaltyRates, postRoyaltyRates } from "./newsroom/office/royalty-rates-route.ts";
import {
  getSections,
  postSection,
  postSectionDown,
  postSectionName,
  postSectionRemoval,
  postSectionUp,
} from "./newsroom/office/sections-route.ts";
import { getSettings, postSettings } from "./newsroom/office/settings-route.ts";
import {
  getTopics,
  postTopic,
  postTopicLift,
  postTopicRemoval,
  postTopicWords,
} from "./newsroom/office/topics-route.ts";
import { getPreview, postPreviewLink } from "./newsroom/review/preview-route.ts";
import {
  getComparison,
  getVersionPage,
  getVersionsPage,
  postRestoration,
} from "./newsroom/review/version-route.ts";
import { getSignIn, postSignIn, postSignOut } from "./newsroom/account/sign-in-route.ts";
import { postAccessSignIn } from "./newsroom/account/access-route.ts";
import { getAccount, postAccount, postSessions } from "./newsroom/account/account-route.ts";
import { getInvitation, postInvitation } from "./newsroom/account/invitation-route.ts";
import {
  postPasskey,
  postPasskeyRemoval,
  postPasskeySignIn,
  postRegistrationOptions,
  postSignInOptions,
} from "./newsroom/account/passkey-route.ts";
import { postPassword } from "./newsroom/account/password-route.ts";
import { getNewPerson, getPeople, postPeople } from "./newsroom/people/people-route.ts";
import {
  getPerson,
  postDisabling,
  postEnabling,
  postLink,
  postPerson,
} from "./newsroom/people/person-route.ts";
import { getTokens, postRevocation, postTokens } from "./newsroom/people/tokens-route.ts";
import {
  getLinkedPage,
  getLinkedPhoto,
  getPreviewedPage,
  getVersionPhoto,
} from "./reading/preview-route.ts";

/** Every URL of the newsroom in one table, with who may ask. Previews by a signed link are for whoever has the link. */
export function addNewsroomRoutes(app: Hono<AppEnv>): void {
  app.use("/toa-soan/*", newsroom);

  // Getting in.
  app.get("/toa-soan/dang-nhap", getSignIn);
  app.post("/toa-soan/dang-nhap", postSignIn);
  app.post("/toa-soan/dang-nhap/access", postAccessSignIn);
  app.post("/toa-soan/dang-xuat", postSignOut);
  app.post("/toa-soan/khoa/dang-nhap/thach-thuc", postSignInOptions);
  app.post("/toa-soan/khoa/dang-nhap", postPasskeySignIn);
  app.get("/toa-soan/loi-moi/:token", getInvitation);
  app.post("/toa-soan/loi-moi/:token", postInvitation);

  // One's own account.
  app.post("/toa-soan/khoa/moi/thach-thuc", signedIn(), postRegistrationOptions);
  app.post("/toa-soan/khoa/moi", signedIn(), postPasskey);
  app.post("/toa-soan/khoa/xoa", signedIn(), postPasskeyRemoval);
  app.get("/toa-soan/tai-khoan", signedIn(), getAccount);
  app.post("/toa-soan/tai-khoan", signedIn(), postAccount);
  app.post("/toa-soan/tai-khoan/mat-khau", signedIn(), postPassword);
  app.post("/toa-soan/tai-khoan/phien", signedIn(), postSessions);

  // The article's form; before the room, for which "moi" would be an id.
  app.post("/toa-soan/bai", keepSending, signedIn(), postNewForm);
  app.get("/toa-soan/bai/moi", signedIn(), getNewForm);
  app.post("/toa-soan/bai/nhap", signedIn(), postFirstCopy);
  app.get("/toa-soan/bai/:id/sua", signedIn(), getForm);
  app.post("/toa-soan/bai/:id/sua", keepSending, signedIn(), postForm);
  app.put("/toa-soan/bai/:id/nhap", signedIn(), putWorkingCopy);
  app.post("/toa-soan/bai/:id/bo-qua", signedIn(), postDismissal);
  app.post("/toa-soan/anh", signedIn(), postPhoto);

  // The desk, the list of articles, and the room of each with its acts.
  app.get("/toa-soan", signedIn(), getDesk);
  app.get("/toa-soan/bai", signedIn(), getArticleList);
  app.get("/toa-soan/bai/:id", signedIn(), getRoom);
  app.post("/toa-soan/bai/:id/nop", signedIn(), postSubmission);
  app.post("/toa-soan/bai/:id/tra-lai", keepSending, signedIn("editor"), postReturn);
  app.post("/toa-soan/bai/:id/dang", signedIn("editor"), postPublication);
  app.post("/toa-soan/bai/:id/go", keepSending, signedIn("editor"), postWithdrawal);
  app.post("/toa-soan/bai/:id/dinh-chinh", keepSending, signedIn("editor"), postCorrection);
  app.post("/toa-soan/bai/:id/kiem-tra", signedIn(), postReceipt);

  // Versions and previews.
  app.get("/toa-soan/bai/:id/xem-truoc", signedIn(), getPreview);
  app.get("/toa-soan/bai/:id/trang", signedIn(), getPreviewedPage);
  app.post("/toa-soan/bai/:id/lien-ket", signedIn(), postPreviewLink);
  app.get("/toa-soan/bai/:id/phien-ban", signedIn(), getVersionsPage);
  app.get("/toa-soan/bai/:id/phien-ban/:n", signedIn(), getVersionPage);
  app.get("/toa-soan/bai/:id/phien-ban/:n/anh/:photo/:variant", signedIn(), getVersionPhoto);
  app.post("/toa-soan/bai/:id/phien-ban/:n/khoi-phuc", signedIn(), postRestoration);
  app.get("/toa-soan/bai/:id/so-sanh", signedIn(), getComparison);
  app.get("/xem-truoc/:token", getLinkedPage);
  app.get("/xem-truoc/:token/anh/:photo/:variant", getLinkedPhoto);

  // Photos.
  app.get("/toa-soan/anh", signedIn(), getLibrary);
  app.get("/toa-soan/anh/:photo", signedIn(), getPhotoRoom);
  app.post("/toa-soan/anh/:photo/nguoi-chup", signedIn(), postPhotoCredit);
  app.post("/toa-soan/anh/:photo/mo-ta", keepSending, signedIn(), postPhotoWords);
  app.get("/toa-soan/anh/:photo/xoa", signedIn(), getErasure);
  app.post("/toa-soan/anh/:photo/xoa", keepSending, signedIn(), postErasure);
  app.get("/toa-soan/anh/:photo/:variant", signedIn(), getStaffPhoto);

  // Guides.
  app.get("/toa-soan/huong-dan/phong-vien", signedIn(), getReporterGuide);
  app.get("/toa-soan/huong-dan/bien-tap-vien", signedIn(), getEditorGuide);
  app.get("/toa-soan/huong-dan/anh/:file", signedIn(), getGuidePicture);

  // The office: people and tokens.
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

  // The office: the site, its sections and topics.
  app.get("/toa-soan/quan-tri/thiet-lap", signedIn("admin"), getSettings);
  app.post("/toa-soan/quan-tri/thiet-lap", keepSending, signedIn("admin"), postSettings);
  app.get("/toa-soan/quan-tri/chuyen-muc", signedIn("admin"), getSections);
  app.post("/toa-soan/quan-tri/chuyen-muc", signedIn("admin"), postSection);
  app.post("/toa-soan/quan-tri/chuyen-muc/:section/ten", signedIn("admin"), postSectionName);
  app.post("/toa-soan/quan-tri/chuyen-muc/:section/len", signedIn("admin"), postSectionUp);
  app.post("/toa-soan/quan-tri/chuyen-muc/:section/xuong", signedIn("admin"), postSectionDown);
  app.post("/toa-soan/quan-tri/chuyen-muc/:section/xoa", signedIn("admin"), postSectionRemoval);
  app.get("/toa-soan/quan-tri/dong-su-kien", signedIn("admin"), getTopics);
  app.post("/toa-soan/quan-tri/dong-su-kien", keepSending, signedIn("admin"), postTopic);
  app.post(
    "/toa-soan/quan-tri/dong-su-kien/:topic/sua",
    keepSending,
    signedIn("admin"),
    postTopicWords,
  );
  app.post("/toa-soan/quan-tri/dong-su-kien/:topic/len", signedIn("admin"), postTopicLift);
  app.post("/toa-soan/quan-tri/dong-su-kien/:topic/xoa", signedIn("admin"), postTopicRemoval);
  app.get("/toa-soan/quan-tri/bao-tri", signedIn("admin"), getMaintenance);
  app.post("/toa-soan/quan-tri/bao-tri/dung-lai", signedIn("admin"), postRebuild);

  // The office: the log and royalties.
  app.get("/toa-soan/quan-tri/nhat-ky", signedIn("admin"), getLog);
  app.get("/toa-soan/quan-tri/nhat-ky.csv", signedIn("admin"), getLogCsv);
  app.get("/toa-soan/quan-tri/nhuan-but", signedIn("editor"), getRoyalties);
  app.get("/toa-soan/quan-tri/nhuan-but.csv", signedIn("editor"), getRoyaltiesCsv);
  app.get("/toa-soan/quan-tri/nhuan-but/dinh-muc", signedIn("admin"), getRoyaltyRates);
  app.post("/toa-soan/quan-tri/nhuan-but/dinh-muc", signedIn("admin"), postRoyaltyRates);
}
