import { html, type Html } from "../../html/template.ts";
import { readDevice } from "../../people/device.ts";
import type { Session } from "../../people/session.ts";
import { accountWords } from "../../vietnamese/words/account.ts";
import { ownSessionsPath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";

/** Sent in place of a session's id to end all other sessions. */
export const allOthers = "khac";

/** The user's sessions, each with a button that ends it. */
export function renderSessionList(sessions: readonly Session[], current: Session): Html {
  return html`<h2>${accountWords.sessions}</h2>
    <p class="hint">${accountWords.sessionsHint}</p>
    <ul class="lines">
      ${sessions.map((session) => renderLine(session, session.id === current.id))}
    </ul>
    ${
      sessions.length < 2
        ? null
        : html`<form method="post" action="${ownSessionsPath}">
            <button class="danger" type="submit" name="session" value="${allOthers}">
              ${accountWords.endOthers}
            </button>
          </form>`
    }`;
}

function renderLine({ id, method, device, createdAt, seenAt }: Session, isCurrent: boolean): Html {
  const { browser, system } = readDevice(device);
  const name = accountWords.device(browser, system);
  return html`<li class="row row-apart">
    <div>
      <b>${name}</b>
      ${isCurrent ? html`<span class="state">${accountWords.thisDevice}</span>` : null}
      <p class="soft">
        ${accountWords.begunAt} ${accountWords.methods[method]} ${renderShortTime(createdAt)},
        ${accountWords.seenAt} ${renderShortTime(seenAt)}
      </p>
    </div>
    ${
      isCurrent
        ? null
        : html`<form method="post" action="${ownSessionsPath}">
            <button
              type="submit"
              name="session"
              value="${id}"
              aria-label="${accountWords.endSessionOf(name)}"
            >
              ${accountWords.endSession}
            </button>
          </form>`
    }
  </li>`;
}
