import {
  adminPath,
  authorProfilesPath,
  campaignPath,
  deskPath,
  frontBlocksPath,
  handbookPath,
  healthPagePath,
  logPath,
  maintenancePath,
  peoplePath,
  royaltiesPath,
  sectionsPath,
  settingsPath,
  tokensPath,
  topicsPath,
} from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { hasRole } from "../../people/person.ts";
import { adminWords } from "../../vietnamese/words/admin.ts";
import { blockWords } from "../../vietnamese/words/blocks.ts";
import { campaignWords } from "../../vietnamese/words/campaign.ts";
import { handbookWords } from "../../vietnamese/words/handbook.ts";
import { healthWords } from "../../vietnamese/words/health.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { profileWords } from "../../vietnamese/words/profiles.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";

export type AdminPage = {
  /** The place of the menu, if it is not the administration. */
  current?: "handbook";
  title: string;
  main: Html;
  status?: number;
};

/** A page of the administration, with a link back. `?done=saved` adds a message. */
export function renderAdminPage(
  c: AppContext,
  { title, main, status = 200, current }: AdminPage,
): Response {
  const back = hasRole(staff(c), "admin")
    ? { path: adminPath, name: newsroomWords.admin }
    : { path: deskPath, name: newsroomWords.desk };
  const sheet = html`<div class="admin">
    <p><a href="${back.path}">← ${back.name}</a></p>
    <h1>${title}</h1>
    ${c.req.query("done") === "saved" ? html`<p class="done" role="status">${adminWords.done}</p>` : null}
    ${main}
  </div>`;
  return newsroomPage(c, { title, current: current ?? "admin", main: sheet, status });
}

/** The pages of the administration. */
const pages: readonly { path: string; name: string; hint: string }[] = [
  { path: peoplePath, name: peopleWords.people, hint: peopleWords.peopleHint },
  { path: tokensPath, name: peopleWords.tokens, hint: peopleWords.tokensHint },
  { path: sectionsPath, ...adminWords.places.sections },
  { path: frontBlocksPath, name: blockWords.title, hint: blockWords.hint },
  { path: topicsPath, ...adminWords.places.topics },
  { path: authorProfilesPath, name: profileWords.authors, hint: profileWords.authorsHint },
  { path: handbookPath, name: handbookWords.title, hint: handbookWords.hint },
  { path: settingsPath, ...adminWords.places.settings },
  { path: campaignPath, name: campaignWords.title, hint: campaignWords.hint },
  { path: royaltiesPath, ...adminWords.places.royalties },
  { path: logPath, ...adminWords.places.log },
  { path: healthPagePath, name: healthWords.title, hint: healthWords.hint },
  { path: maintenancePath, ...adminWords.places.maintenance },
];

/** GET /toa-soan/quan-tri. */
export function getAdmin(c: AppContext): Response {
  const main = html`<div class="sheet sheet-wide">
    <h1>${peopleWords.admin}</h1>
    <ul class="lines">
      ${pages.map(
        ({ path, name, hint }) =>
          html`<li>
            <a href="${path}"><b>${name}</b></a>
            <p class="soft">${hint}</p>
          </li>`,
      )}
    </ul>
  </div>`;
  return newsroomPage(c, { title: peopleWords.admin, current: "admin", main });
}
