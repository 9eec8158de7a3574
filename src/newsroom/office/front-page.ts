import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { officeWords } from "../../vietnamese/words/office.ts";
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

/** The rooms of an admin, each with a line on what it is for. */
const rooms: readonly { path: string; name: string; hint: string }[] = [
  { path: peoplePath, name: peopleWords.people, hint: peopleWords.peopleHint },
  { path: tokensPath, name: peopleWords.tokens, hint: peopleWords.tokensHint },
  { path: sectionsPath, ...officeWords.rooms.sections },
  { path: topicsPath, ...officeWords.rooms.topics },
  { path: settingsPath, ...officeWords.rooms.settings },
  { path: royaltiesPath, ...officeWords.rooms.royalties },
  { path: logPath, ...officeWords.rooms.log },
  { path: maintenancePath, ...officeWords.rooms.maintenance },
];

/** GET /toa-soan/quan-tri. */
export function getOffice(c: AppContext): Response {
  const main = html`<div class="sheet sheet-wide">
    <h1>${peopleWords.office}</h1>
    <ul class="lines">
      ${rooms.map(
        ({ path, name, hint }) =>
          html`<li>
            <a href="${path}"><b>${name}</b></a>
            <p class="soft">${hint}</p>
          </li>`,
      )}
    </ul>
  </div>`;
  return newsroomPage(c, { title: peopleWords.office, current: "office", main });
}
