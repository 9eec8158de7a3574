import type { Article } from "../../article/article.ts";
import { html, type Html } from "../../html/template.ts";
import { deskWords, sayOfKind } from "../../vietnamese/words/desk.ts";
import { versionPath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import type { HistoryLine } from "./overview-store.ts";

const shownAtOnce = 12;

/** The history of an article, newest first. Older events are folded. Nobody opens the versions of a discarded draft. */
export function renderOverviewHistory(
  { id, kind, discardedAt }: Article,
  history: readonly HistoryLine[],
): Html {
  const articleId = discardedAt === null ? id : null;
  const earlier = history.slice(shownAtOnce);
  return html`<section aria-labelledby="dien-bien">
    <h2 id="dien-bien">${deskWords.history}</h2>
    ${renderHistoryLines(articleId, kind, history.slice(0, shownAtOnce))}
    ${
      earlier.length === 0
        ? null
        : html`<details>
            <summary>${deskWords.earlier(earlier.length)}</summary>
            ${renderHistoryLines(articleId, kind, earlier)}
          </details>`
    }
  </section>`;
}

/** Events, each with a link to its version unless `articleId` is null. */
export function renderHistoryLines(
  articleId: string | null,
  kind: Article["kind"],
  history: readonly HistoryLine[],
): Html {
  return html`<ul class="lines history">
    ${history.map((line) => renderEventLine(articleId, kind, line))}
  </ul>`;
}

function renderEventLine(
  articleId: string | null,
  kind: Article["kind"],
  event: HistoryLine,
): Html {
  return html`<li>
    ${renderShortTime(event.at)}
    <b>${event.actor ?? deskWords.clock}</b> ${sayOfKind(kind, deskWords.events[event.type])}
    ${
      articleId === null
        ? deskWords.version(event.version)
        : html`<a href="${versionPath(articleId, event.version)}"
            >${deskWords.version(event.version)}</a
          >`
    }
    ${
      event.reason === null
        ? null
        : html`<p>
            ${event.type === "corrected" ? null : deskWords.reason}
            <span class="reason">${event.reason}</span>
          </p>`
    }
  </li>`;
}
