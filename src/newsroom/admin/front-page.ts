import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { adminWords } from "../../vietnamese/words/admin.ts";
import { newsroomPage } from "../newsroom-page.ts";
import {
  logPath,
  maintenancePath,
  peoplePath,
  royaltiesPath,
  sectionsPath,
  settingsPath,
  tokensPath,
  topicsPath,
} from "../../addresses/newsroom.ts";

/** The pages of the administration. */
const pages: readonly { path: string; name: string; hint: string }[] = [
  { path: peoplePath, name: peopleWords.people, hint: peopleWords.peopleHint },
  { path: tokensPath, name: peopleWords.tokens, hint: peopleWords.tokensHint },
  { path: sectionsPath, ...adminWords.places.sections },
  { path: topicsPath, ...adminWords.places.topics },
  { path: settingsPath, ...adminWords.places.settings },
  { path: royaltiesPath, ...adminWords.places.royalties },
  { path: logPath, ...adminWords.places.log },
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
