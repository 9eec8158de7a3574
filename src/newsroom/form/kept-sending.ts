import type { MiddlewareHandler } from "hono";
import type { AppContext, AppEnv } from "../../context.ts";
import { html } from "../../html/template.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { wantsJson } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { signInPath } from "../paths.ts";
import { readTypedForm } from "./typed-form.ts";

/** Around the routes that the form is sent to: whoever's session has ended finds what they wrote in the answer. */
export const keepSending: MiddlewareHandler<AppEnv> = async function keepSending(c, next) {
  await next();
  if (c.res.status !== 401 || wantsJson(c)) return;
  c.res = await sentAgainPage(c);
};

/** 401: everything that was sent, to be sent again after signing in elsewhere. Files cannot be given back to a browser. */
async function sentAgainPage(c: AppContext): Promise<Response> {
  const { sent, leadFile, files } = await readTypedForm(c);
  const fields = [...sent].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const main = html`<div class="sheet sheet-narrow stack">
    <h1>${formWords.sentTitle}</h1>
    <p class="faults" role="alert">${formWords.sentKept}</p>
    ${leadFile === null && files.length === 0 ? null : html`<p>${formWords.sentPhotos}</p>`}
    <p><a class="button" href="${signInPath()}" target="_blank">${formWords.sentSignIn}</a></p>
    <form method="post" action="${c.req.path}" enctype="multipart/form-data">
      ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button class="primary" type="submit">${formWords.sentAgain}</button>
    </form>
  </div>`;
  return newsroomPage(c, { title: formWords.sentTitle, current: null, main, status: 401 });
}
