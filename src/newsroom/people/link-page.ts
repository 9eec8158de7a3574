import type { AppContext } from "../../context.ts";
import { html } from "../../html/template.ts";
import { peopleWords } from "../../vietnamese/words/people.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { invitationPath, peoplePath } from "../../addresses/newsroom.ts";
import { shortTime } from "../short-time.ts";

/** A link that was just made. It shows here and nowhere else. */
export function linkPage(
  c: AppContext,
  { name, token, endsAt }: { name: string; token: string; endsAt: number },
): Response {
  const title = peopleWords.linkMade(name);
  const main = html`<div class="sheet sheet-wide">
    <h1>${title}</h1>
    <p>${peopleWords.linkOnce}</p>
    <p><code class="once">${c.var.site.baseUrl}${invitationPath(token)}</code></p>
    <p class="soft">${peopleWords.linkEnds} ${shortTime(endsAt)}.</p>
    <p><a href="${peoplePath}">${peopleWords.backToPeople}</a></p>
  </div>`;
  return newsroomPage(c, { title, current: "admin", main });
}
