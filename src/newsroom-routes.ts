import type { Hono } from "hono";
import * as at from "./addresses/newsroom.ts";
import type { AppEnv } from "./context.ts";
import {
  postCorrection,
  postDateCorrection,
  postDiscarding,
  postDraftRestoration,
  postSubmission,
  postTakingBack,
  postWithdrawal,
  getOverview,
} from "./newsroom/article/act-route.ts";
import { getCalendar, postScheduleMove } from "./newsroom/calendar/calendar-route.ts";
import { getDesk } from "./newsroom/desk/desk-page.ts";
import { getArticleList } from "./newsroom/desk/list-route.ts";
import { getFileErasure, postFileErasure } from "./newsroom/article/erase-file.ts";
import { erasureFields } from "./newsroom/erasure-form.ts";
import { postDeliveryCheck } from "./newsroom/article/delivery.ts";
import { postDismissal } from "./newsroom/form/dismissal-route.ts";
import { getForm, getNewForm, getWorkingCopy } from "./newsroom/form/form-route.ts";
import {
  arrangementFields,
  getArrangement,
  postArrangement,
} from "./newsroom/front/arrangement-route.ts";
import { offerResubmit } from "./newsroom/resubmit-form.ts";
import { photoBody, postPhoto } from "./newsroom/form/form-photos.ts";
import { postForm, postNewForm } from "./newsroom/form/form-acts.ts";
import { getSuggestions } from "./newsroom/form/suggestion-route.ts";
import { postFirstCopy, putWorkingCopy } from "./newsroom/form/working-copy-route.ts";
import { newsroom, signedIn } from "./newsroom/guard.ts";
import { getReview, postPublication, postReturn } from "./approval/decision-route.ts";
import { noteFields, postNote, postNoteTick } from "./approval/note-route.ts";
import { acceptBody } from "./request/body-bound.ts";
import { actFormFields } from "./newsroom/article/act-input.ts";
import { articleFormBody, articleFormFields, keptArticleForm } from "./newsroom/form/typed-form.ts";
import { getEditorGuide, getGuidePicture, getReporterGuide } from "./newsroom/guide/guide-page.ts";
import { photoEditFields, postPhotoEdit } from "./newsroom/media/edit-route.ts";
import { getLibrary } from "./newsroom/media/library-route.ts";
import { libraryUploadBody, postLibraryPhotos } from "./newsroom/media/library-upload-route.ts";
import {
  getErasure,
  getPhotoPage,
  postErasure,
  photoFactFields,
  postPhotoFacts,
  getStaffPhoto,
} from "./newsroom/media/photo-route.ts";
import { photoProposalFields, postPhotoProposal } from "./newsroom/media/proposal-route.ts";
import { photoWordsFields, postPhotoWords } from "./newsroom/media/rewording-route.ts";
import {
  getPreview,
  postPreviewLink,
  postPreviewLinkEnd,
} from "./newsroom/review/preview-route.ts";
import {
  getComparison,
  getVersionPage,
  getVersionsPage,
  postRestoration,
} from "./newsroom/review/version-route.ts";
import { getReports } from "./newsroom/report/report-list-page.ts";
import { getReport, postReport, reportFields } from "./newsroom/report/report-route.ts";
import {
  getSignIn,
  postSignIn,
  postSignOut,
  postAccessSignIn,
} from "./newsroom/account/sign-in-route.ts";
import {
  getAccount,
  postAccount,
  postSessions,
  postPassword,
} from "./newsroom/account/account-route.ts";
import {
  getPushWorker,
  postNotificationKinds,
  postPushDevice,
  postPushDeviceRemoval,
  postPushTest,
} from "./newsroom/account/notification-route.ts";
import { getInvitation, postInvitation } from "./newsroom/account/invitation-route.ts";
import {
  passkeyBody,
  postPasskey,
  postPasskeyRemoval,
  postPasskeySignIn,
  postRegistrationOptions,
  postSignInOptions,
} from "./newsroom/account/passkey-route.ts";
import { getStaffFile, postFile } from "./newsroom/file-route.ts";
import { getArrangedPreview, getBlocksPreview } from "./reading/arranged-preview-route.ts";
import { postCampaignPreview } from "./reading/campaign-preview-route.ts";
import {
  getLinkedFile,
  getLinkedPage,
  getLinkedPhoto,
  getPreviewedPage,
  getVersionPhoto,
} from "./reading/preview-route.ts";

/**
 * Every route of the newsroom, with the role it needs. A route reads up to 64 KB before sign-in and 1 MB after it, unless it
 * states more. Anyone who has a preview link may open its preview.
 */
export function addNewsroomRoutes(app: Hono<AppEnv>): void {
  app.use(`${at.deskPath}/*`, newsroom);

  // Getting in.
  app.get(at.signInPath, getSignIn);
  app.post(at.signInPath, postSignIn);
  app.post(at.accessSignInPath, postAccessSignIn);
  app.post(at.signOutPath, postSignOut);
  app.post(at.passkeySignInOptionsPath, postSignInOptions);
  app.post(at.passkeySignInPath, acceptBody(passkeyBody), postPasskeySignIn);
  app.get(at.invitationPath.pattern, getInvitation);
  app.post(at.invitationPath.pattern, postInvitation);

  // One's own account.
  app.post(
    at.newPasskeyOptionsPath,
    signedIn("reporter", "before passkey"),
    acceptBody(passkeyBody),
    postRegistrationOptions,
  );
  app.post(
    at.newPasskeyPath,
    signedIn("reporter", "before passkey"),
    acceptBody(passkeyBody),
    postPasskey,
  );
  app.post(at.removePasskeyPath, signedIn(), postPasskeyRemoval);
  app.get(at.accountPath, signedIn("reporter", "before passkey"), getAccount);
  app.post(at.accountPath, signedIn(), postAccount);
  app.post(at.ownPasswordPath, signedIn(), postPassword);
  app.post(at.ownSessionsPath, signedIn(), postSessions);
  app.post(at.pushDevicePath, signedIn(), postPushDevice);
  app.post(at.removePushDevicePath, signedIn(), postPushDeviceRemoval);
  app.post(at.testPushDevicePath, signedIn(), postPushTest);
  app.post(at.notificationKindsPath, signedIn(), postNotificationKinds);
  // Without a session, too: browsers fetch it again after a user signed out.
  app.get(at.pushWorkerPath, getPushWorker);

  // The form. Before the article page, which would take "moi" for an id.
  app.post(
    at.articlesPath,
    offerResubmit(articleFormFields, keptArticleForm),
    signedIn(),
    acceptBody(articleFormBody),
    postNewForm,
  );
  app.get(at.newArticlePath, signedIn(), getNewForm);
  app.post(at.newWorkingCopyPath, signedIn(), postFirstCopy);
  app.get(at.articleFormPath.pattern, signedIn(), getForm);
  app.post(
    at.articleFormPath.pattern,
    offerResubmit(articleFormFields, keptArticleForm),
    signedIn(),
    acceptBody(articleFormBody),
    postForm,
  );
  app.get(at.labelSuggestionsPath, signedIn(), getSuggestions);
  app.get(at.workingCopyPath.pattern, signedIn(), getWorkingCopy);
  app.put(at.workingCopyPath.pattern, signedIn(), putWorkingCopy);
  app.post(at.dismissPath.pattern, signedIn(), postDismissal);
  app.post(at.mediaPath, signedIn(), acceptBody(photoBody), postPhoto);

  // The desk, the list of articles, and the page of each article with its acts.
  app.get(at.deskPath, signedIn(), getDesk);
  app.get(at.articlesPath, signedIn(), getArticleList);
  app.post(at.campaignPreviewPath, signedIn("admin"), postCampaignPreview);
  app.get(at.calendarPath, signedIn(), getCalendar);
  app.post(at.moveSchedulePath.pattern, signedIn("editor"), postScheduleMove);
  app.get(at.reportsPath, signedIn(), getReports);
  app.get(at.reportPath.pattern, signedIn(), getReport);
  app.post(at.reportPath.pattern, offerResubmit(reportFields), signedIn("editor"), postReport);
  app.get(at.newsroomArticlePath.pattern, signedIn(), getOverview);
  app.get(at.reviewPath.pattern, signedIn("editor"), getReview);
  app.post(at.notesPath.pattern, offerResubmit(noteFields), signedIn("editor"), postNote);
  app.post(at.notePath.pattern, signedIn(), postNoteTick);
  app.post(at.submitPath.pattern, signedIn(), postSubmission);
  app.post(at.takeBackPath.pattern, signedIn(), postTakingBack);
  app.post(at.discardPath.pattern, signedIn(), postDiscarding);
  app.post(at.restoreDraftPath.pattern, signedIn(), postDraftRestoration);
  app.post(at.returnPath.pattern, offerResubmit(actFormFields), signedIn("editor"), postReturn);
  app.post(at.publishPath.pattern, signedIn("editor"), postPublication);
  app.post(
    at.withdrawPath.pattern,
    offerResubmit(actFormFields),
    signedIn("editor"),
    postWithdrawal,
  );
  app.post(
    at.correctPath.pattern,
    offerResubmit(actFormFields),
    signedIn("editor"),
    postCorrection,
  );
  app.post(
    at.correctDatePath.pattern,
    offerResubmit(actFormFields),
    signedIn("admin"),
    postDateCorrection,
  );
  app.get(at.eraseFilePath.pattern, signedIn("editor"), getFileErasure);
  app.post(
    at.eraseFilePath.pattern,
    offerResubmit(erasureFields),
    signedIn("editor"),
    postFileErasure,
  );
  app.post(at.deliveryCheckPath.pattern, signedIn(), postDeliveryCheck);

  // The front page and the pages of sections. The preview's path would be taken for a section.
  app.get(at.arrangedPreviewPath, signedIn("editor"), getArrangedPreview);
  app.get(at.frontBlocksPreviewPath, signedIn("admin"), getBlocksPreview);
  for (const path of [at.arrangeFrontPath, at.arrangeSectionPath.pattern]) {
    app.get(path, signedIn("editor"), getArrangement);
    app.post(path, offerResubmit(arrangementFields), signedIn("editor"), postArrangement);
  }

  // Versions and previews.
  app.get(at.previewPath.pattern, signedIn(), getPreview);
  app.get(at.previewedArticlePath.pattern, signedIn(), getPreviewedPage);
  app.post(at.newPreviewLinkPath.pattern, signedIn(), postPreviewLink);
  app.post(at.endPreviewLinkPath.pattern, signedIn(), postPreviewLinkEnd);
  app.get(at.versionsPath.pattern, signedIn(), getVersionsPage);
  app.get(at.versionPath.pattern, signedIn(), getVersionPage);
  app.get(at.versionPhotoPath.pattern, signedIn(), getVersionPhoto);
  app.post(at.restorePath.pattern, signedIn(), postRestoration);
  app.get(at.compareVersionsPath.pattern, signedIn(), getComparison);
  app.get(at.linkedPreviewPath.pattern, getLinkedPage);
  app.get(at.linkedPhotoPath.pattern, getLinkedPhoto);
  app.get(at.linkedFilePath.pattern, getLinkedFile);

  // Photos.
  app.get(at.mediaPath, signedIn(), getLibrary);
  app.post(at.libraryUploadPath, signedIn(), acceptBody(libraryUploadBody), postLibraryPhotos);
  app.get(at.mediaPhotoPath.pattern, signedIn(), getPhotoPage);
  app.post(at.photoFactsPath.pattern, offerResubmit(photoFactFields), signedIn(), postPhotoFacts);
  app.post(
    at.photoProposalPath.pattern,
    offerResubmit(photoProposalFields),
    signedIn(),
    postPhotoProposal,
  );
  app.post(at.photoEditPath.pattern, offerResubmit(photoEditFields), signedIn(), postPhotoEdit);
  app.post(at.photoWordsPath.pattern, offerResubmit(photoWordsFields), signedIn(), postPhotoWords);
  app.get(at.erasePhotoPath.pattern, signedIn(), getErasure);
  app.post(at.erasePhotoPath.pattern, offerResubmit(erasureFields), signedIn(), postErasure);
  app.get(at.staffPhotoPath.pattern, signedIn(), getStaffPhoto);
  app.post(at.filesPath, signedIn(), postFile);
  app.get(at.staffFilePath.pattern, signedIn(), getStaffFile);

  // Guides.
  app.get(at.guidePaths.reporter, signedIn(), getReporterGuide);
  app.get(at.guidePaths.editor, signedIn(), getEditorGuide);
  app.get(at.guidePicturePath.pattern, signedIn(), getGuidePicture);
}
