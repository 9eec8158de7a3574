import type { AppContext } from "../../context.ts";
import { articlePath } from "../../html/addresses.ts";
import { html, type Html } from "../../html/template.ts";
import type { FieldError } from "../../errors.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { errorOf, formFaults, inputField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import {
  articleFormPath,
  articleRoomPath,
  erasePhotoPath,
  mediaPath,
  photoCreditPath,
} from "../paths.ts";
import { shortTime } from "../short-time.ts";
import type { KnownUsage, PhotoRoom } from "./media-room.ts";
import { staffPicture } from "./staff-picture.ts";

/** A credit as it was sent, and what is wrong with it. */
type TypedCredit = { credit: string; errors: readonly FieldError[] };

export type PhotoPage = PhotoRoom & {
  typed: TypedCredit | null;
  /** What was done just now, or null. */
  done: string | null;
};

/** One photo: large, with where it is used, who took it, and the ways to change that. */
export function photoPage(c: AppContext, room: PhotoPage): Response {
  const { photo, owner, createdAt, usages, typed, done } = room;
  const title = mediaWords.photoOf(owner);
  const alt = usages.find((use) => use.alt)?.alt ?? title;
  const main = html`<h1>${title}</h1>
    ${done === null ? null : html`<p class="done" role="status">${done}</p>`}
    ${formFaults(typed?.errors ?? [], ["credit"])}
    <p><a class="button" href="${mediaPath}">${mediaWords.backToLibrary}</a></p>
    <div class="photo-room">
      <p class="photo-large">${staffPicture(photo, alt, "large")}</p>
      <div>
        <p>
          ${mediaWords.sentAt} ${shortTime(createdAt)}<br />
          ${mediaWords.size(photo.width, photo.height, photo.bytes)}
        </p>
        ${credit(room)} ${room.mayErase ? eraseLink(photo.id) : null}
      </div>
    </div>
    <h2>${mediaWords.usage}</h2>
    ${usageList(room)}`;
  return newsroomPage(c, {
    ...{ title, current: "media" as const, main },
    status: typed === null ? 200 : 422,
  });
}

function credit({ photo, mayCredit, usages, typed }: PhotoPage): Html {
  if (!mayCredit) {
    return html`<p>
      ${photo.credit === null ? mediaWords.noCredit : mediaWords.by(photo.credit)}
    </p>`;
  }
  const isSeen = usages.some((use) => use.isPublic);
  return html`<form method="post" action="${photoCreditPath(photo.id)}" class="stack">
    ${inputField({
      name: "credit",
      label: mediaWords.credit,
      hint: isSeen ? mediaWords.creditSeen : null,
      value: typed?.credit ?? photo.credit ?? "",
      error: errorOf(typed?.errors ?? [], "credit"),
    })}
    <button type="submit">${isSeen ? mediaWords.saveSeenCredit : mediaWords.saveCredit}</button>
  </form>`;
}

function eraseLink(id: string): Html {
  return html`<p><a class="button danger" href="${erasePhotoPath(id)}">${mediaWords.erase}</a></p>`;
}

/** Words belong to the article that shows the photo, so they are changed in its form. */
function usageList({ usages, hidden }: PhotoRoom): Html {
  if (usages.length + hidden === 0) return html`<p>${mediaWords.unused}.</p>`;
  return html`<ul class="lines">
      ${usages.map(usage)}
    </ul>
    ${hidden === 0 ? null : html`<p class="soft">${mediaWords.usedByOthers(hidden)}</p>`}`;
}

function usage(use: KnownUsage): Html {
  return html`<li>
    ${usageTitle(use)}
    ${
      use.alt === null
        ? html`<p class="soft">${use.isPublic ? mediaWords.onlyPublic : mediaWords.notInNewest}</p>`
        : html`<p>
            ${mediaWords.alt}
            ${use.alt === "" ? mediaWords.noAlt : use.alt}${
              use.caption === null ? null : html`<br />${mediaWords.caption} ${use.caption}`
            }
          </p>`
    }
    <p class="row">
      ${
        use.mayEdit
          ? html`<a class="button" href="${articleFormPath(use.articleId)}"
              >${mediaWords.editWords}</a
            >`
          : null
      }
      ${
        use.isPublic
          ? html`<a class="button" href="${articlePath(use.slug)}">${mediaWords.openPublic}</a>`
          : null
      }
    </p>
  </li>`;
}

/** An article with its state, leading to its room where one may enter it. */
export function usageTitle(use: KnownUsage): Html {
  return html`<p>
    ${use.mayEdit ? html`<a href="${articleRoomPath(use.articleId)}">${use.title}</a>` : use.title}
    <span class="state state-${use.state}">${newsroomWords.states[use.state]}</span>
  </p>`;
}
