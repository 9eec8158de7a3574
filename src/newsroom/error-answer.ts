import type { AppContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { html } from "../html/template.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";
import { formFaults } from "./fields.ts";
import { wantsJson } from "./guard.ts";
import { newsroomPage } from "./newsroom-page.ts";
import { deskPath } from "../addresses/newsroom.ts";

/** A failure as a page for staff, or as `{detail, errors}` for script. What nobody expected is null. */
export function newsroomFailure(c: AppContext, error: AppError | null): Response {
  const status = error?.status ?? 500;
  const detail = error?.message ?? newsroomWords.internal;
  const errors = error?.errors ?? [];
  if (wantsJson(c)) return Response.json({ detail, errors }, { status });
  const title = status === 404 ? newsroomWords.missing : newsroomWords.failed;
  const main = html`<div class="sheet sheet-narrow">
    <h1>${title}</h1>
    <p>${detail}</p>
    ${formFaults(errors, [])}
    <p><a href="${deskPath}">${newsroomWords.backToDesk}</a></p>
  </div>`;
  return newsroomPage(c, { title, current: null, main, status });
}

/** An address of the newsroom that is none. */
export function newsroomMissing(c: AppContext): Response {
  return newsroomFailure(c, new AppError("not-found", newsroomWords.missing));
}
