import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { getColleagueState } from "../../people/roster.ts";
import type { Colleague } from "../../people/roster.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { newPersonPath, adminPath, personPath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";

/** The list of people. */
export function renderPeoplePage(c: AppContext, people: readonly Colleague[]): Response {
  const main = html`<div class="sheet sheet-wide">
    <p><a href="${adminPath}">← ${peopleWords.admin}</a></p>
    <h1>${peopleWords.people}</h1>
    <p><a class="button primary" href="${newPersonPath}">${peopleWords.addPerson}</a></p>
    <ul class="lines">
      ${people.map(renderLine)}
    </ul>
  </div>`;
  return newsroomPage(c, { title: peopleWords.people, current: "admin", main });
}

function renderLine(person: Colleague): Html {
  const state = getColleagueState(person);
  return html`<li>
    <a href="${personPath(person.id)}"><b>${person.name}</b></a> (${person.username})
    <p class="soft">
      ${newsroomWords.roles[person.role]}${person.unit === "" ? null : html` · ${person.unit}`} ·
      <span class="state ${stateClasses[state]}">${peopleWords.states[state]}</span>
    </p>
    <p class="soft">${renderLastSeen(person)}</p>
  </li>`;
}

/** When a person last used the newsroom. */
export function renderLastSeen({ seenAt }: Colleague): Html {
  return seenAt === null
    ? html`${peopleWords.neverSeen}`
    : html`${peopleWords.seenAt} ${renderShortTime(seenAt)}`;
}

const stateClasses = {
  active: "state-published",
  invited: "state-submitted",
  disabled: "state-withdrawn",
} as const;
