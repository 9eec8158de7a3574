import type { AppContext } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { html } from "../../html/template.ts";
import type { LinkState, OneTimeLink } from "../../people/one-time-link.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { renderFormFaults } from "../fields.ts";
import { setTestCookie } from "../session-cookie.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { invitationPath, signInPath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import { newPasswordFields, renderNewPasswordInputs } from "./new-password.ts";

/** The page where the invited person sets a password. */
export function renderInvitationPage(
  c: AppContext,
  token: string,
  { person, endsAt }: OneTimeLink,
  errors: readonly FieldError[],
): Response {
  const main = html`<div class="sheet sheet-narrow">
    <h1>${accountWords.welcome}</h1>
    <p>${accountWords.welcomeOf(person.name)}</p>
    <p><b>${accountWords.yourUsername(person.username)}</b></p>
    ${renderFormFaults(errors, newPasswordFields)}
    <form method="post" action="${invitationPath(token)}" class="stack">
      ${renderNewPasswordInputs(person.username, errors)}
      <button class="primary" type="submit">${accountWords.setPassword}</button>
    </form>
    <p class="hint">${accountWords.linkEnds} ${renderShortTime(endsAt)}.</p>
  </div>`;
  const status = errors.length === 0 ? 200 : 422;
  const page = newsroomPage(c, { title: accountWords.welcome, current: null, main, status });
  return setTestCookie(c, answerPrivately(page));
}

/** The page of a link that was used, has ended or never existed. It says what to do. */
export function renderDeadLinkPage(
  c: AppContext,
  standing: Exclude<LinkState, "open"> | "unknown",
): Response {
  const main = html`<div class="sheet sheet-narrow">
    <h1>${accountWords.linkGone}</h1>
    <p>${accountWords.linkFaults[standing]}</p>
    <p><a href="${signInPath}">${accountWords.toSignIn}</a></p>
  </div>`;
  const status = standing === "unknown" ? 404 : 410;
  return answerPrivately(
    newsroomPage(c, { title: accountWords.linkGone, current: null, main, status }),
  );
}

/**
 * The address is a secret, so no other site may receive it as a referrer. ("no-referrer" would also hide the origin of
 * our own form.)
 */
function answerPrivately(answer: Response): Response {
  answer.headers.set("referrer-policy", "same-origin");
  return answer;
}
