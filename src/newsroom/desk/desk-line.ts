import { html, type Html } from "../../html/template.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { newsroomArticlePath, reviewPath } from "../../addresses/newsroom.ts";
import { shortTime } from "../../html/time.ts";
import type { DeskLine } from "./desk-store.ts";

/** How a line is shown: whether with its owner, as editors see it, and the present time (ms) for ages. */
export type LineView = { owners: boolean; now: number };

/** Articles in a list, each leading to its page. */
export function deskLines(lines: readonly DeskLine[], view: LineView): Html {
  return html`<ul class="lines">
    ${lines.map((line) => deskLine(line, view))}
  </ul>`;
}

function deskLine(line: DeskLine, view: LineView): Html {
  const { state } = line;
  const isForReview = view.owners && state === "submitted";
  return html`<li class="desk-line">
    <a href="${isForReview ? reviewPath(line.id) : newsroomArticlePath(line.id)}"
      >${line.title === "" ? newsroomWords.untitled : line.title}</a
    >
    <p class="row soft">
      <span class="state state-${state}">${newsroomWords.states[state]}</span>
      ${otherVersion(line)}
      <span>${line.section ?? deskWords.noSection}</span>
      ${view.owners ? html`<span>${deskWords.by(line.owner)}</span>` : null}
      <span>${moment(line, view.now)}</span>
    </p>
    ${
      state === "returned" && line.returnReason !== null
        ? html`<p>${deskWords.reason} <span class="reason">${line.returnReason}</span></p>`
        : null
    }
  </li>`;
}

/** Readers may see one version while the newsroom works on another. */
function otherVersion({ state, isPublic, version, approvedVersion }: DeskLine): Html | null {
  if (!isPublic || approvedVersion === null) return null;
  const text =
    state !== "published"
      ? deskWords.stillShown(approvedVersion)
      : version > approvedVersion
        ? deskWords.newerVersion(version)
        : null;
  return text === null ? null : html`<b>${text}</b>`;
}

function moment(line: DeskLine, now: number): Html {
  const { state, scheduledAt, submittedAt, publishedAt, version, approvedVersion } = line;
  if (scheduledAt !== null) return html`${deskWords.goesOutAt} ${shortTime(scheduledAt)}`;
  if (state === "submitted" && submittedAt !== null) {
    return html`${deskWords.submittedAt} ${shortTime(submittedAt)},
    ${deskWords.waiting(describeAge(now - submittedAt))}`;
  }
  if (state === "published" && publishedAt !== null && version === approvedVersion) {
    return html`${deskWords.publishedAt} ${shortTime(publishedAt)}`;
  }
  return html`${deskWords.savedAt} ${shortTime(line.savedAt)}`;
}

/** "45 phút", "3 giờ", "2 ngày". */
function describeAge(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return deskWords.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? deskWords.hours(hours) : deskWords.days(Math.floor(hours / 24));
}
