import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { renderInputField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { accessSignInPath, signInPath } from "../../addresses/newsroom.ts";

export type SignInPage = {
  username: string;
  /** Where to go after signing in. */
  after: string;
  fault: string | null;
  status: number;
};

export function signInPage(
  c: AppContext,
  { username, after, fault, status }: SignInPage,
): Response {
  const main = html`<div class="sheet sheet-narrow">
    <h1>${newsroomWords.signInTitle}</h1>
    ${fault === null ? null : html`<p class="faults" role="alert">${fault}</p>`}
    <form method="post" action="${signInPath}" class="stack">
      <input type="hidden" name="next" value="${after}" />
      ${renderInputField({
        name: "username",
        label: newsroomWords.username,
        value: username,
        required: true,
        more: html`autocomplete="username webauthn" autocapitalize="none" spellcheck="false"`,
      })}
      ${renderInputField({
        name: "password",
        label: newsroomWords.password,
        value: "",
        type: "password",
        required: true,
        more: html`autocomplete="current-password"`,
      })}
      <button class="primary" type="submit">${newsroomWords.signIn}</button>
    </form>
    ${c.var.site.accessSignIn ? renderAccessForm(after) : null}
    <div data-passkey="sign-in" hidden>
      <p><button type="button">${accountWords.signInWithPasskey}</button></p>
      <p role="status"></p>
    </div>
    <p class="hint">${newsroomWords.forgotten}</p>
  </div>`;
  return newsroomPage(c, { title: newsroomWords.signIn, current: null, main, status });
}

function renderAccessForm(after: string): Html {
  return html`<form method="post" action="${accessSignInPath}">
    <input type="hidden" name="next" value="${after}" />
    <p><button type="submit">${accountWords.signInWithAccess}</button></p>
    <p class="hint">${accountWords.accessHint}</p>
  </form>`;
}
