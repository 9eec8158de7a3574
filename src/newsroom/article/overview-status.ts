import { html, type Html } from "../../html/template.ts";
import { deskWords, sayOfKind } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { articleFormPath, comparePath } from "../../addresses/newsroom.ts";
import { renderDayTime, renderShortTime } from "../../html/time.ts";
import { discardedTime } from "../../publishing/discarding.ts";
import type { Article } from "../../article/article.ts";
import type { HistoryLine } from "./overview-store.ts";
import type { Overview } from "./overview.ts";

/** The state of an article: why it was returned, when it will be published, and which version readers see. */
export function renderOverviewStatus(overview: Overview): Html {
  const { article, owner, section, version, history } = overview;
  const { kind, state, scheduledAt, discardedAt } = article;
  const [newest] = history;
  return html`<p class="row">
      <span class="state state-${state}"
        >${discardedAt === null ? newsroomWords.states[state] : deskWords.groups.discarded}</span
      >
      <span>${deskWords.versionTitle(version)}</span>
      <span class="soft"
        >${kind === "page" ? newsroomWords.kinds.page : (section ?? deskWords.noSection)}</span
      >
      <span class="soft">${deskWords.owner}: ${owner}</span>
      ${newest === undefined ? null : html`<span class="soft">${renderShortTime(newest.at)}</span>`}
    </p>
    ${renderDiscardedNote(overview)}
    ${state === "returned" || state === "withdrawn" ? renderRefusalNote(state, history) : null}
    ${renderWaitingNote(overview)} ${renderWritingNow(overview)}
    ${
      scheduledAt === null
        ? null
        : html`<p class="note">
            ${overview.isOverdue ? deskWords.overdueFor(version) : deskWords.scheduledFor(version)}
            <b>${renderShortTime(scheduledAt)}</b>.
          </p>`
    }
    <p>${sayOfKind(kind, describeSeen(overview))} ${describeNewer(overview)}</p>`;
}

/** Who is writing now: unsaved text of the signed-in user, and the names of others. */
function renderWritingNow({ article, unsavedAt, writers }: Overview): Html {
  return html`${
    unsavedAt === null || article.discardedAt !== null
      ? null
      : html`<p class="note">
          ${deskWords.unsavedSince} ${renderShortTime(unsavedAt)}.
          <a href="${articleFormPath(article.id)}">${deskWords.finishInForm}</a>
        </p>`
  }
  ${writers.length === 0 ? null : html`<p class="note">${deskWords.beingWritten(writers.join(", "))}</p>`}`;
}

/** Who returned or withdrew the article, and why. */
function renderRefusalNote(
  state: "returned" | "withdrawn",
  history: readonly HistoryLine[],
): Html | null {
  const refusal = history.find(({ type }) => type === state);
  if (refusal === undefined) return null;
  return html`<p class="note">
    <b>${refusal.actor} ${deskWords.events[state]}.</b> ${deskWords.reason}
    <span class="reason">${refusal.reason ?? ""}</span>
  </p>`;
}

/** While the article waits: who has opened it, and what its reporter changed since it was submitted. */
function renderWaitingNote({ article, version, history, opening }: Overview): Html | null {
  if (article.state !== "submitted") return null;
  return html`${renderEditsNote(article, version, history)}
  ${
    opening === null
      ? html`<p class="soft">${deskWords.notOpened}</p>`
      : html`<p class="soft">
          ${deskWords.openedBy(opening.name)} ${renderShortTime(opening.at)},
          ${deskWords.openedSoKept}
        </p>`
  }`;
}

/** That the reporter changed the article while it waits, with a link to the changes; null if they did not. */
export function renderEditsNote(
  { id, state, ownerId }: Article,
  version: number,
  history: readonly HistoryLine[],
): Html | null {
  const submission = history.find(({ type }) => type === "submitted");
  if (state !== "submitted" || submission === undefined) return null;
  const isEdited = history.some(
    ({ number, type, actorId }) =>
      number > submission.number && type === "saved" && actorId === ownerId,
  );
  if (!isEdited) return null;
  return html`<p class="note">
    <b>${deskWords.editedSince}</b>:
    <a target="_self" href="${comparePath(id, submission.version, version)}"
      >${deskWords.seeEdits}</a
    >
  </p>`;
}

function renderDiscardedNote({ article, owner, acts }: Overview): Html | null {
  const { discardedAt } = article;
  if (discardedAt === null) return null;
  return html`<p class="note">
    ${acts.restore ? deskWords.discardedNote : deskWords.discardedNoteOf(owner)}
    ${renderShortTime(discardedAt)}. ${deskWords.discardedUntil}
    ${renderDayTime(discardedAt + discardedTime)}.
  </p>`;
}

function describeSeen({ article }: Overview): string {
  const { isPublic, approvedVersion, publishedAt } = article;
  if (isPublic && approvedVersion !== null) return deskWords.readersSee(approvedVersion);
  return publishedAt !== null ? deskWords.readersSawUntil : deskWords.readersSeeNothing;
}

/** A note that the newest version is neither published nor scheduled. */
function describeNewer({ article }: Overview): string | null {
  const { isPublic, approvedVersion, scheduledVersion, version } = article;
  const shown = scheduledVersion ?? (isPublic ? approvedVersion : null);
  return shown === null || version === shown ? null : deskWords.newerWaits(version);
}
