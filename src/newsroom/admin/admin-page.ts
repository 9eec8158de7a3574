import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { hasRole } from "../../people/person.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { adminWords } from "../../vietnamese/words/admin.ts";
import { staff } from "../guard.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { deskPath, adminPath } from "../../addresses/newsroom.ts";

export type AdminPage = {
  title: string;
  main: Html;
  status?: number;
};

/** A page of the administration, with the way back. What was done just now is told by `?done=saved`. */
export function adminPage(c: AppContext, { title, main, status = 200 }: AdminPage): Response {
  const back = hasRole(staff(c), "admin")
    ? { path: adminPath, name: newsroomWords.admin }
    : { path: deskPath, name: newsroomWords.desk };
  const sheet = html`<div class="admin">
    <p><a href="${back.path}">← ${back.name}</a></p>
    <h1>${title}</h1>
    ${c.req.query("done") === "saved" ? html`<p class="done" role="status">${adminWords.done}</p>` : null}
    ${main}
  </div>`;
  return newsroomPage(c, { title, current: "admin", main: sheet, status });
}
