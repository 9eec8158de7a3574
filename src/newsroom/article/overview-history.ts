import { html, type Html } from "../../html/template.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { versionPath } from "../../addresses/newsroom.ts";
import { shortTime } from "../../html/time.ts";
import type { HistoryLine } from "./overview-store.ts";

const shownAtOnce = 12;

/** The history of an article, newest first. Older events are folded. */
export function overviewHistory(articleId: string, history: readonly HistoryLine[]): Html {
  const earlier = history.slice(shownAtOnce);
  return html`<section aria-labelledby="dien-bien">
    <h2 id="dien-bien">${deskWords.history}</h2>
    ${historyLines(articleId, history.slice(0, shownAtOnce))}
    ${
      earlier.length === 0
        ? null
        : html`<details>
            <summary>${deskWords.earlier(earlier.length)}</summary>
            ${historyLines(articleId, earlier)}
          </details>`
    }
  </section>`;
}

export function historyLines(articleId: string, history: readonly HistoryLine[]): Html {
  return html`<ul class="lines history">
    ${history.map((line) => eventLine(articleId, line))}
  </ul>`;
}

function eventLine(articleId: string, event: HistoryLine): Html {
  return html`<li>
    ${shortTime(event.at)} <b>${event.actor ?? deskWords.clock}</b> ${deskWords.events[event.type]}
    <a href="${versionPath(articleId, event.version)}">${deskWords.version(event.version)}</a>
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
