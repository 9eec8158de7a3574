import { html, type Html } from "../../html/template.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { articleFormPath } from "../../addresses/newsroom.ts";
import { shortTime } from "../../html/time.ts";
import type { HistoryLine } from "./overview-store.ts";
import type { Overview } from "./overview.ts";

/** The state of an article: why it was returned, when it will be published, and which version readers see. */
export function overviewStatus(overview: Overview): Html {
  const { article, owner, section, version, history } = overview;
  const { state, scheduledAt } = article;
  const [newest] = history;
  return html`<p class="row">
      <span class="state state-${state}">${newsroomWords.states[state]}</span>
      <span>${deskWords.versionTitle(version)}</span>
      <span class="soft">${section ?? deskWords.noSection}</span>
      <span class="soft">${deskWords.owner}: ${owner}</span>
      ${newest === undefined ? null : html`<span class="soft">${shortTime(newest.at)}</span>`}
    </p>
    ${state === "returned" ? returnedNote(history) : null} ${writingNow(overview)}
    ${
      scheduledAt === null
        ? null
        : html`<p class="note">
            ${deskWords.scheduledFor(version)} <b>${shortTime(scheduledAt)}</b>.
          </p>`
    }
    <p>${seenByReaders(overview)} ${newerThanShown(overview)}</p>`;
}

/** Who is writing now: unsaved text of the signed-in user, and the names of others. */
function writingNow({ article, unsavedAt, writers }: Overview): Html {
  return html`${
    unsavedAt === null
      ? null
      : html`<p class="note">
          ${deskWords.unsavedSince} ${shortTime(unsavedAt)}.
          <a href="${articleFormPath(article.id)}">${deskWords.finishInForm}</a>
        </p>`
  }
  ${writers.length === 0 ? null : html`<p class="note">${deskWords.beingWritten(writers.join(", "))}</p>`}`;
}

function returnedNote(history: readonly HistoryLine[]): Html | null {
  const returned = history.find(({ type }) => type === "returned");
  if (returned === undefined) return null;
  return html`<p class="note">
    <b>${returned.actor} ${deskWords.events.returned}.</b> ${deskWords.reason}
    <span class="reason">${returned.reason ?? ""}</span>
  </p>`;
}

function seenByReaders({ article: { isPublic, approvedVersion, state } }: Overview): string {
  if (isPublic && approvedVersion !== null) return deskWords.readersSee(approvedVersion);
  return state === "withdrawn" ? deskWords.readersSawUntil : deskWords.readersSeeNothing;
}

/** A note that the newest version is neither published nor scheduled. */
function newerThanShown({ article }: Overview): string | null {
  const { isPublic, approvedVersion, scheduledVersion, version } = article;
  const shown = scheduledVersion ?? (isPublic ? approvedVersion : null);
  return shown === null || version === shown ? null : deskWords.newerWaits(version);
}
