import type { Hono } from "hono";
import * as at from "./addresses/newsroom.ts";
import type { AppEnv } from "./context.ts";
import { offerResubmit } from "./newsroom/resubmit-form.ts";
import { signedIn } from "./newsroom/guard.ts";
import { acceptBody } from "./request/body-bound.ts";
import { campaignFormFields, getCampaign, postCampaign } from "./newsroom/admin/campaign-route.ts";
import { getAdmin } from "./newsroom/admin/admin-page.ts";
import { blockFields, getBlocks, postBlocks } from "./newsroom/admin/blocks-route.ts";
import {
  getHandbook,
  getHandbookCsv,
  getHandbookJson,
  handbookFields,
  handbookFileBody,
  postEntry,
  postEntryChange,
  postEntryRemoval,
  postHandbookFile,
} from "./newsroom/admin/handbook-route.ts";
import { getHealthPage } from "./newsroom/admin/health-page.ts";
import { getLog, getLogCsv } from "./newsroom/admin/log-route.ts";
import { getMaintenance, postRebuild } from "./newsroom/admin/maintenance-route.ts";
import { getRoyalties, getRoyaltiesCsv } from "./newsroom/admin/royalties-route.ts";
import { getRoyaltyRates, postRoyaltyRates } from "./newsroom/admin/royalty-rates-route.ts";
import {
  getSections,
  postSection,
  postSectionDown,
  postSectionName,
  postSectionRemoval,
  postSectionUp,
} from "./newsroom/admin/sections-route.ts";
import { getSettings, postSettings, settingsFields } from "./newsroom/admin/settings-route.ts";
import {
  getTopics,
  postTopic,
  postTopicLift,
  postTopicRemoval,
  postTopicWords,
  topicFields,
} from "./newsroom/admin/topics-route.ts";
import {
  getAuthorProfile,
  getAuthorProfiles,
  postAuthorProfile,
  postAuthorProfileRemoval,
  profileFields,
} from "./newsroom/authors/profile-route.ts";
import { getNewPerson, getPeople, postPeople } from "./newsroom/people/people-route.ts";
import {
  getPerson,
  postAccessEnd,
  postDisabling,
  postEnabling,
  postLink,
  postPerson,
} from "./newsroom/people/person-route.ts";
import { getTokens, postRevocation, postTokens } from "./newsroom/people/tokens-route.ts";

/** Adds the routes of the administration. addNewsroomRoutes guards all of them. */
export function addAdminRoutes(app: Hono<AppEnv>): void {
  // Administration: people and tokens.
  app.get(at.adminPath, signedIn("admin"), getAdmin);
  app.get(at.peoplePath, signedIn("admin"), getPeople);
  app.post(at.peoplePath, signedIn("admin"), postPeople);
  app.get(at.newPersonPath, signedIn("admin"), getNewPerson);
  app.get(at.personPath.pattern, signedIn("admin"), getPerson);
  app.post(at.personPath.pattern, signedIn("admin"), postPerson);
  app.post(at.disablePersonPath.pattern, signedIn("admin"), postDisabling);
  app.post(at.enablePersonPath.pattern, signedIn("admin"), postEnabling);
  app.post(at.endAccessPath.pattern, signedIn("admin"), postAccessEnd);
  app.post(at.personLinkPath.pattern, signedIn("admin"), postLink);
  app.get(at.tokensPath, signedIn("admin"), getTokens);
  app.post(at.tokensPath, signedIn("admin"), postTokens);
  app.post(at.revokeTokenPath.pattern, signedIn("admin"), postRevocation);

  // Administration: the site, its sections and topics.
  app.get(at.settingsPath, signedIn("admin"), getSettings);
  app.post(at.settingsPath, offerResubmit(settingsFields), signedIn("admin"), postSettings);
  app.get(at.campaignPath, signedIn("admin"), getCampaign);
  app.post(at.campaignPath, offerResubmit(campaignFormFields), signedIn("admin"), postCampaign);
  app.get(at.sectionsPath, signedIn("admin"), getSections);
  app.post(at.sectionsPath, signedIn("admin"), postSection);
  app.post(at.renameSectionPath.pattern, signedIn("admin"), postSectionName);
  app.post(at.moveSectionUpPath.pattern, signedIn("admin"), postSectionUp);
  app.post(at.moveSectionDownPath.pattern, signedIn("admin"), postSectionDown);
  app.post(at.removeSectionPath.pattern, signedIn("admin"), postSectionRemoval);
  app.get(at.frontBlocksPath, signedIn("admin"), getBlocks);
  app.post(at.frontBlocksPath, offerResubmit(blockFields), signedIn("admin"), postBlocks);
  app.get(at.topicsPath, signedIn("admin"), getTopics);
  app.post(at.topicsPath, offerResubmit(topicFields), signedIn("admin"), postTopic);
  app.post(
    at.changeTopicPath.pattern,
    offerResubmit(topicFields),
    signedIn("admin"),
    postTopicWords,
  );
  app.post(at.moveTopicToTopPath.pattern, signedIn("admin"), postTopicLift);
  app.post(at.removeTopicPath.pattern, signedIn("admin"), postTopicRemoval);
  app.get(at.handbookPath, signedIn(), getHandbook);
  app.get(at.handbookJsonPath, signedIn(), getHandbookJson);
  app.get(at.handbookCsvPath, signedIn(), getHandbookCsv);
  app.post(at.handbookPath, offerResubmit(handbookFields), signedIn("admin"), postEntry);
  app.post(
    at.importHandbookPath,
    signedIn("admin"),
    acceptBody(handbookFileBody),
    postHandbookFile,
  );
  app.post(
    at.changeHandbookEntryPath.pattern,
    offerResubmit(handbookFields),
    signedIn("admin"),
    postEntryChange,
  );
  app.post(at.removeHandbookEntryPath.pattern, signedIn("admin"), postEntryRemoval);
  app.get(at.healthPagePath, signedIn("admin"), getHealthPage);
  app.get(at.maintenancePath, signedIn("admin"), getMaintenance);
  app.post(at.rebuildPath, signedIn("admin"), postRebuild);

  // The profiles of authors.
  app.get(at.authorProfilesPath, signedIn("editor"), getAuthorProfiles);
  app.get(at.authorProfilePath.pattern, signedIn("editor"), getAuthorProfile);
  app.post(
    at.authorProfilePath.pattern,
    offerResubmit(profileFields),
    signedIn("editor"),
    postAuthorProfile,
  );
  app.post(at.removeAuthorProfilePath.pattern, signedIn("editor"), postAuthorProfileRemoval);

  // Administration: the log and royalties.
  app.get(at.logPath, signedIn("admin"), getLog);
  app.get(at.logCsvPath, signedIn("admin"), getLogCsv);
  app.get(at.royaltiesPath, signedIn("editor"), getRoyalties);
  app.get(at.royaltiesCsvPath, signedIn("editor"), getRoyaltiesCsv);
  app.get(at.royaltyRatesPath, signedIn("admin"), getRoyaltyRates);
  app.post(at.royaltyRatesPath, signedIn("admin"), postRoyaltyRates);
}
