import { renderRelativeTime } from "../../html/time.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { choosePage, renderThumbnail } from "./desk-line.ts";
import type { DeskEvent } from "./desk-store.ts";

/** For whom the news are shown, and the present time (ms). */
type NewsView = { viewerId: string; isEditor: boolean; now: number };

/** What happened lately: submitted, taken back, returned, published, withdrawn. Null if nothing did. */
export function renderDeskNews(events: readonly DeskEvent[], view: NewsView): Html | null {
  if (events.length === 0) return null;
  return html`<section class="desk-group" aria-labelledby="vua-xay-ra">
    <h2 id="vua-xay-ra">${deskWords.news}</h2>
    <ul class="lines">
      ${events.map((event) => renderNewsLine(event, view))}
    </ul>
  </section>`;
}

function renderNewsLine(
  { articleId, type, at, reason, actorId, actor, title, state, photo }: DeskEvent,
  { viewerId, isEditor, now }: NewsView,
): Html {
  const isOwnAct = actorId === viewerId;
  return html`<li class="desk-line">
    ${renderThumbnail(photo)}
    <div>
      <p>
        ${isOwnAct ? deskWords.you : (actor ?? deskWords.clock)}
        <b class="event event-${type}">${deskWords.newsVerbs[type]}</b>
        <a href="${choosePage({ id: articleId, state }, isEditor)}"
          >${title === "" ? newsroomWords.untitled : title}</a
        >
      </p>
      <p class="soft">${renderRelativeTime(at, now)}</p>
      ${reason === null ? null : html`<p>${deskWords.reason} <span class="reason">${reason}</span></p>`}
    </div>
  </li>`;
}
