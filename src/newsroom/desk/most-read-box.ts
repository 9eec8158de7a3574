import { articleListPath, newsroomArticlePath } from "../../addresses/newsroom.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { readMostRead } from "../../published/most-read-store.ts";
import { readViewCounts } from "../../published/view-store.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";

/** How many of the most read articles the desk has. */
const maxShown = 5;

/** The most read articles of the last 7 days, for an editor's desk; null if nobody has read any. */
export async function readMostReadBox(db: D1Database, now: number): Promise<Html | null> {
  const articles = (await readMostRead(db)).slice(0, maxShown);
  if (articles.length === 0) return null;
  const ids = articles.map(({ id }) => id);
  const views = await readViewCounts(db, ids, now);
  return html`<section class="desk-group" aria-labelledby="doc-nhieu">
    <h2 id="doc-nhieu">${deskWords.mostRead}</h2>
    <ol>
      ${articles.map(
        ({ id, title }) =>
          html`<li>
            <a href="${newsroomArticlePath(id)}">${title}</a>
            <span class="soft">${deskWords.viewsOfWeek(views.get(id)?.week ?? 0)}</span>
          </li>`,
      )}
    </ol>
    <a class="see-all" href="${articleListPath({ state: "published" })}">${deskWords.viewsOfAll}</a>
  </section>`;
}
