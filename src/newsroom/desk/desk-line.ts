import { html, type Html } from "../../html/template.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import {
  comparePath,
  newsroomArticlePath,
  reviewPath,
  staffPhotoPath,
  restoreDraftPath,
} from "../../addresses/newsroom.ts";
import { renderDayTime, renderRelativeTime } from "../../html/time.ts";
import { discardedTime } from "../../publishing/discarding.ts";
import type { DeskLine } from "./desk-store.ts";
import type { ViewCounts } from "../../published/view-store.ts";
import type { Article } from "../../article/article.ts";

/**
 * How a line is shown: whether with its owner, as editors see it, the present time (ms) for ages, and how often readers opened
 * articles, by their ids.
 */
export type LineView = { owners: boolean; now: number; views?: ReadonlyMap<string, ViewCounts> };

/** Articles in a list, each leading to its page. */
export function renderDeskLines(lines: readonly DeskLine[], view: LineView): Html {
  return html`<ul class="lines">
    ${lines.map((line) => renderDeskLine(line, view))}
  </ul>`;
}

/** Where a line leads: an editor decides about a submitted article on its review page. */
export function choosePage(
  { id, state }: Pick<DeskLine, "id" | "state">,
  isEditor: boolean,
): string {
  return isEditor && state === "submitted" ? reviewPath(id) : newsroomArticlePath(id);
}

function renderDeskLine(line: DeskLine, view: LineView): Html {
  const { state, title, refusalReason: reason } = line;
  return html`<li class="desk-line">
    ${renderThumbnail(line.photo)}
    <div>
      <a href="${choosePage(line, view.owners)}"
        >${title === "" ? newsroomWords.untitled : title}</a
      >
      <p class="row soft">
        <span class="state state-${state}"
          >${line.discardedAt === null ? newsroomWords.states[state] : deskWords.groups.discarded}</span
        >
        ${renderOtherVersion(line)}
        <span
          >${line.kind === "page" ? newsroomWords.kinds.page : (line.section ?? deskWords.noSection)}</span
        >
        ${view.owners ? html`<span>${deskWords.by(line.owner)}</span>` : null}
        <span>${renderMoment(line, view.now)}</span>
        ${renderViews(view.views?.get(line.id))}
      </p>
      ${renderEditsSince(line)}
      ${reason === null ? null : html`<p>${deskWords.reason} <span class="reason">${reason}</span></p>`}
      ${line.discardedAt === null ? null : renderRestoreButton(line)}
    </div>
  </li>`;
}

function renderViews(views: ViewCounts | undefined): Html | null {
  return views === undefined ? null : html`<span>${deskWords.views(views)}</span>`;
}

/** The first photo of an article, small; an empty frame for an article without one. */
export function renderThumbnail(photo: string | null): Html {
  return photo === null
    ? html`<span class="desk-photo"></span>`
    : html`<img
        class="desk-photo"
        src="${staffPhotoPath(photo, "480.webp")}"
        alt=""
        width="72"
        height="54"
        loading="lazy"
      />`;
}

/** Readers may see one version while the newsroom works on another. */
function renderOtherVersion({ state, isPublic, version, approvedVersion }: DeskLine): Html | null {
  if (!isPublic || approvedVersion === null) return null;
  const text =
    state !== "published"
      ? deskWords.stillShown(approvedVersion)
      : version > approvedVersion
        ? deskWords.newerVersion(version)
        : null;
  return text === null ? null : html`<b>${text}</b>`;
}

/** Says that the reporter changed the waiting article, with the changes. */
function renderEditsSince({ id, isEditedSince, submittedVersion, version }: DeskLine): Html | null {
  if (!isEditedSince || submittedVersion === null) return null;
  return html`<p>
    <b>${deskWords.editedSince}</b>:
    <a href="${comparePath(id, submittedVersion, version)}">${deskWords.seeEdits}</a>
  </p>`;
}

function renderMoment(line: DeskLine, now: number): Html {
  const { state, scheduledAt, submittedAt, publishedAt, refusedAt, discardedAt } = line;
  if (discardedAt !== null) {
    return html`${deskWords.discardedAt} ${renderRelativeTime(discardedAt, now)},
    ${deskWords.keptUntil} ${renderDayTime(discardedAt + discardedTime)}`;
  }
  if (scheduledAt !== null)
    return html`${deskWords.goesOutAt} ${renderRelativeTime(scheduledAt, now)}`;
  if (state === "submitted" && submittedAt !== null) {
    return html`${deskWords.submittedAt} ${renderRelativeTime(submittedAt, now)}`;
  }
  if (state === "returned" && refusedAt !== null) {
    return html`${deskWords.returnedAt} ${renderRelativeTime(refusedAt, now)}`;
  }
  if (state === "withdrawn" && refusedAt !== null) {
    return html`${deskWords.withdrawnAt} ${renderRelativeTime(refusedAt, now)}`;
  }
  if (state === "published" && publishedAt !== null && line.version === line.approvedVersion) {
    return html`${deskWords.publishedAt} ${renderRelativeTime(publishedAt, now)}`;
  }
  return html`${deskWords.savedAt} ${renderRelativeTime(line.savedAt, now)}`;
}

/** The button that restores a discarded draft. It asks nothing, because restoring loses nothing. */
export function renderRestoreButton({
  id,
  event,
  title,
}: Pick<Article, "id" | "event" | "title">): Html {
  const name = title === "" ? newsroomWords.untitled : title;
  return html`<form method="post" action="${restoreDraftPath(id)}">
    <input type="hidden" name="event" value="${event}" />
    <button type="submit" aria-label="${deskWords.restoreOf(name)}">${deskWords.restore}</button>
  </form>`;
}
