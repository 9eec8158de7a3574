import {
  disablePersonPath,
  endAccessPath,
  enablePersonPath,
  invitationPath,
  newPersonPath,
  peoplePath,
  personLinkPath,
  personPath,
} from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { renderShortTime } from "../../html/time.ts";
import { renderFormFaults, renderCopyBox, renderDangerForm } from "../fields.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { renderLastSeen } from "./people-page.ts";
import { renderPersonInputs, renderUsernameField } from "./person-fields.ts";
import { personFields } from "./person-input.ts";
import type { TypedPerson } from "./person-input.ts";
import { getColleagueState } from "../../people/roster.ts";
import type { Colleague } from "../../people/roster.ts";
import { readDevice } from "../../people/device.ts";
import type { Passkey } from "../../people/passkey-store.ts";
import type { Session } from "../../people/session.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";

/** What can have been done just before a person's page shows. */
export const personNotices = {
  saved: peopleWords.saved,
  disabled: peopleWords.disabled,
  enabled: peopleWords.enabled,
  "access-ended": peopleWords.accessEnded,
} as const;

export type PersonNotice = keyof typeof personNotices;

/** The form for a new person. */
export function renderNewPersonPage(
  c: AppContext,
  typed: TypedPerson,
  errors: readonly FieldError[],
): Response {
  const main = html`<div class="sheet sheet-wide">
    <p><a href="${peoplePath}">← ${peopleWords.people}</a></p>
    <h1>${peopleWords.addPerson}</h1>
    ${renderFormFaults(errors, personFields)}
    <form method="post" action="${peoplePath}" class="stack">
      ${renderUsernameField(typed, errors)} ${renderPersonInputs(typed, errors)}
      <button class="primary" type="submit">${peopleWords.addAndLink}</button>
    </form>
  </div>`;
  const status = errors.length === 0 ? 200 : 422;
  return newsroomPage(c, { title: peopleWords.addPerson, current: "admin", main, status });
}

export type PersonPage = {
  person: Colleague;
  typed: TypedPerson;
  errors: readonly FieldError[];
  notice: PersonNotice | null;
  sessions: readonly Session[];
  passkeys: readonly Passkey[];
};

/** The page of one person, with their fields and the possible acts. */
export function renderPersonPage(c: AppContext, page: PersonPage): Response {
  const { person, typed, errors, notice } = page;
  const state = getColleagueState(person);
  const main = html`<div class="sheet sheet-wide">
    <p><a href="${peoplePath}">← ${peopleWords.people}</a></p>
    <h1>${person.name}</h1>
    <p class="soft">
      ${person.username} · ${peopleWords.states[state]} · ${renderLastSeen(person)}
    </p>
    ${notice === null ? null : html`<p class="done" role="status">${personNotices[notice]}</p>`}
    ${renderFormFaults(errors, personFields)}
    <form method="post" action="${personPath(person.id)}" class="stack">
      ${renderPersonInputs(typed, errors)}
      <button class="primary" type="submit">${peopleWords.save}</button>
    </form>
    ${renderAccessSection(page)}
    ${state === "disabled" ? renderEnableForm(person) : renderLinkForm(person)}
    ${state === "disabled" || person.id === staff(c).id ? null : renderDisableForm(person)}
  </div>`;
  const status = errors.length === 0 ? 200 : 422;
  return newsroomPage(c, { title: person.name, current: "admin", main, status });
}

/** The sessions and passkeys of a person, and the button that ends every way in. An admin's own are on the account page. */
function renderAccessSection({ person, sessions, passkeys }: PersonPage): Html {
  return html`<h2>${peopleWords.access}</h2>
    <ul class="lines">
      ${sessions.map(({ device, seenAt, method }) => {
        const { browser, system } = readDevice(device);
        return html`<li>
          ${accountWords.device(browser, system)} ${accountWords.methods[method]},
          ${accountWords.seenAt} ${renderShortTime(seenAt)}
        </li>`;
      })}
      ${passkeys.map(
        ({ name, createdAt }) =>
          html`<li>
            ${peopleWords.passkey} <b>${name}</b>, ${accountWords.addedAt}
            ${renderShortTime(createdAt)}
          </li>`,
      )}
    </ul>
    ${sessions.length + passkeys.length === 0 ? html`<p>${peopleWords.noAccess}</p>` : null}
    ${renderDangerForm({ action: endAccessPath(person.id), open: peopleWords.endAccess, question: peopleWords.endAccessQuestion(person.name), go: peopleWords.endAccess })}`;
}

function renderLinkForm(person: Colleague): Html {
  return html`<h2>${peopleWords.link}</h2>
    <p class="hint">${peopleWords.linkHint(getColleagueState(person))}</p>
    <form method="post" action="${personLinkPath(person.id)}">
      <button type="submit">${peopleWords.makeLink}</button>
    </form>`;
}

function renderDisableForm({ id, name }: Colleague): Html {
  return html`<h2>${peopleWords.disable}</h2>
    ${renderDangerForm({ action: disablePersonPath(id), open: peopleWords.disable, question: peopleWords.disableQuestion(name), go: peopleWords.disable })}`;
}

function renderEnableForm({ id }: Colleague): Html {
  return html`<h2>${peopleWords.enable}</h2>
    <p class="hint">${peopleWords.enableHint}</p>
    <form method="post" action="${enablePersonPath(id)}">
      <button type="submit">${peopleWords.enable}</button>
    </form>`;
}

/** The page with a new link. The link is never shown again. */
export function linkPage(
  c: AppContext,
  { name, token, endsAt }: { name: string; token: string; endsAt: number },
): Response {
  const title = peopleWords.linkMade(name);
  const main = html`<div class="sheet sheet-wide">
    <h1>${title}</h1>
    <p>${peopleWords.linkOnce}</p>
    ${renderCopyBox(c.var.site.baseUrl + invitationPath(token))}
    <p class="soft">${peopleWords.linkEnds} ${renderShortTime(endsAt)}.</p>
    <p class="row">
      <a class="button" href="${newPersonPath}">${peopleWords.addPerson}</a>
      <a href="${peoplePath}">${peopleWords.backToPeople}</a>
    </p>
  </div>`;
  return newsroomPage(c, { title, current: "admin", main });
}
