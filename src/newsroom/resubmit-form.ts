import type { MiddlewareHandler } from "hono";
import type { AppContext, AppEnv } from "../context.ts";
import { AppError } from "../errors.ts";
import { html } from "../html/template.ts";
import { smallBody } from "../request/body-bound.ts";
import type { BodyBound } from "../request/body-bound.ts";
import { readTextFields } from "../request/text-fields.ts";
import type { TextFields } from "../request/text-fields.ts";
import { readClientNetwork } from "../request/read-value.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";
import { wantsJson } from "./guard.ts";
import { newsroomPage } from "./newsroom-page.ts";
import { signInPath } from "../addresses/newsroom.ts";

/**
 * Runs around routes that receive written text. If the request is refused before the route reads it (the session has
 * ended, the role is too low, too many requests) or fails, the answer carries the text in a form that can be sent again.
 * Errors that a route finds itself are shown in its own form. Requests of other sites never reach this. `fields` are the
 * names of the form's text fields. `kept` bounds what is kept of them, because anybody may send this, signed in or not.
 */
export function offerResubmit(
  fields: RegExp,
  kept: BodyBound = smallBody,
): MiddlewareHandler<AppEnv> {
  return async function offerResubmit(c, next) {
    await next();
    if (c.error === undefined || wantsJson(c)) return;
    const status = c.error instanceof AppError ? c.error.status : 500;
    if (![401, 403, 404, 429].includes(status) && status < 500) return;
    const sent = await readSent(c, status, { fields, kept });
    if (sent !== null) c.res = resubmitPage(c, status, sent);
  };
}

/** The sent fields in a form. Files are left out, because they cannot be given back to a browser. */
function resubmitPage(c: AppContext, status: number, { fields, hasFiles }: TextFields): Response {
  const title = status === 401 ? newsroomWords.sessionOver : newsroomWords.failed;
  const main = html`<div class="sheet sheet-narrow stack">
    <h1>${title}</h1>
    <p class="faults" role="alert">${explainRefusal(c, status)} ${newsroomWords.sentKept}</p>
    ${hasFiles ? html`<p>${newsroomWords.sentFiles}</p>` : null}
    ${
      status === 401
        ? html`<p>
            <a class="button" href="${signInPath}" target="_blank">${newsroomWords.sentSignIn}</a>
          </p>`
        : null
    }
    <form method="post" action="${c.req.path}" enctype="multipart/form-data">
      ${[...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button class="primary" type="submit">
        ${status === 401 ? newsroomWords.sentThenAgain : newsroomWords.sentAgain}
      </button>
    </form>
  </div>`;
  return newsroomPage(c, { title, current: null, main, status });
}

function explainRefusal(c: AppContext, status: number): string {
  if (status === 401) return newsroomWords.sessionOverNothingSaved;
  return c.error instanceof AppError ? c.error.message : newsroomWords.internal;
}

/** Reads the form. Reading takes time and memory, so requests without a session are limited. */
async function readSent(
  c: AppContext,
  status: number,
  { fields, kept }: { fields: RegExp; kept: BodyBound },
): Promise<TextFields | null> {
  try {
    if (status === 401) await limitStrangers(c);
    return await readTextFields(c, {
      isKnown: (name) => fields.test(name),
      maxBytes: kept.bytes,
      maxParts: kept.parts,
    });
  } catch {
    // Too large, cut off, already read by the route, or over the limit: the plain answer stays.
    return null;
  }
}

async function limitStrangers(c: AppContext): Promise<void> {
  const network = readClientNetwork(c.req.raw.headers);
  const { success } = await c.env.SIGN_IN_FORM_LIMIT.limit({ key: `form ${network}` });
  if (!success) throw new AppError("too-many", newsroomWords.tooManyWrites);
}
