import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import type { Passkey } from "../../people/passkey-store.ts";
import type { Colleague } from "../../people/roster.ts";
import type { Session } from "../../people/session.ts";
import { notificationWords } from "../../vietnamese/words/notifications.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { findError, renderFormFaults, renderInputField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { accountPath, ownPasswordPath } from "../../addresses/newsroom.ts";
import { newPasswordFields, renderNewPasswordInputs } from "./new-password.ts";
import { renderPasskeyList } from "./passkey-list.ts";
import { renderSessionList } from "./session-list.ts";

/** Messages about the act that led to this page, by the value of `?done=`. */
export const accountNotices = {
  saved: accountWords.saved,
  password: accountWords.passwordChanged,
  "passkey-added": accountWords.passkeyAdded,
  "passkey-required": accountWords.passkeyRequired,
  "passkey-removed": accountWords.passkeyRemoved,
  "session-ended": accountWords.sessionEnded,
  "push-on": notificationWords.turnedOn,
  "push-off": notificationWords.turnedOff,
  "push-kinds": notificationWords.kindsSaved,
  "push-sent": notificationWords.testSent,
  "push-gone": notificationWords.deviceGone,
} as const;

export type AccountNotice = keyof typeof accountNotices;

export type AccountPage = {
  me: Colleague;
  /** The values of the fields: as stored, or as just typed. */
  entry: { name: string; unit: string };
  passkeys: readonly Passkey[];
  sessions: readonly Session[];
  current: Session;
  notifications: Html;
  notice: AccountNotice | null;
  errors: readonly FieldError[];
  status: number;
};

/** The account page of the signed-in user. */
export function renderAccountPage(c: AppContext, page: AccountPage): Response {
  const { me, errors, notice, status } = page;
  const main = html`<div class="sheet sheet-wide">
    <h1>${accountWords.title}</h1>
    <p class="soft">${accountWords.of(me.name, me.username)}</p>
    ${notice === null ? null : html`<p class="done" role="status">${accountNotices[notice]}</p>`}
    ${renderFormFaults(errors, ["name", "unit", "present", ...newPasswordFields])}
    ${renderEntryForm(page)} ${renderPasskeyList(page.passkeys, page.current)} ${page.notifications}
    ${renderPasswordForm(page)} ${renderSessionList(page.sessions, page.current)}
  </div>`;
  return newsroomPage(c, { title: accountWords.title, current: "account", main, status });
}

function renderEntryForm({ entry, errors }: AccountPage): Html {
  return html`<h2>${accountWords.entry}</h2>
    <form method="post" action="${accountPath}" class="stack">
      ${renderInputField({
        name: "name",
        label: accountWords.name,
        value: entry.name,
        error: findError(errors, "name"),
        required: true,
        more: html`autocomplete="name"`,
      })}
      ${renderInputField({
        name: "unit",
        label: accountWords.unit,
        value: entry.unit,
        hint: accountWords.unitHint,
        error: findError(errors, "unit"),
        more: html`autocomplete="organization"`,
      })}
      <button type="submit">${accountWords.save}</button>
    </form>`;
}

function renderPasswordForm({ me, errors }: AccountPage): Html {
  return html`<h2>${accountWords.changePassword}</h2>
    ${
      me.hasPassword
        ? html`<p class="hint">${accountWords.otherSessionsEnd}</p>
            <form method="post" action="${ownPasswordPath}" class="stack">
              ${renderInputField({
                name: "present",
                label: accountWords.presentPassword,
                value: "",
                type: "password",
                error: findError(errors, "present"),
                required: true,
                more: html`autocomplete="current-password"`,
              })}
              ${renderNewPasswordInputs(me.username, errors)}
              <button type="submit">${accountWords.changePassword}</button>
            </form>`
        : html`<p>${accountWords.noPasswordYet}</p>`
    }`;
}
