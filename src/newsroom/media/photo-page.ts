import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import type { FieldError } from "../../errors.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { findError, formFaults, inputField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { erasePhotoPath, mediaPath, photoCreditPath } from "../../addresses/newsroom.ts";
import { shortTime } from "../../html/time.ts";
import { editForm, refusedEdit } from "./edit-form.ts";
import type { RefusedEdit } from "./edit-form.ts";
import type { PhotoDetails } from "./photo-details.ts";
import { refusedWords, useOfWords } from "./rewording-form.ts";
import type { TypedWords } from "./rewording-form.ts";
import { mayBeBroken, staffPicture } from "./photo-details.ts";
import { usageList } from "./usage-list.ts";

/** A credit as it was sent, and what is wrong with it. */
type TypedCredit = { credit: string; errors: readonly FieldError[] };

/** A photo, with what was refused or done on its page. */
export type PhotoPage = PhotoDetails & {
  typed?: TypedCredit;
  /** Words of one of its uses that were refused. */
  words?: TypedWords;
  edit?: RefusedEdit;
  /** The message about the last act, or null. */
  done?: string | null;
};

/** One photo: large, with where it is used, who took it, and the ways to change that. */
export function photoPage(c: AppContext, details: PhotoPage): Response {
  const { photo, owner, createdAt, usages, typed, words, edit, done = null } = details;
  const title = mediaWords.photoOf(owner);
  const alt = usages.find((use) => use.alt)?.alt ?? title;
  const held = words === undefined ? null : { typed: words, use: useOfWords(usages, words) };
  const main = html`<h1>${title}</h1>
    ${done === null ? null : html`<p class="done" role="status">${done}</p>`}
    ${formFaults(typed?.errors ?? [], ["credit"])}
    ${held === null ? null : refusedWords(held.typed, held.use)}
    ${edit === undefined ? null : refusedEdit(edit)}
    <p><a class="button" href="${mediaPath}">${mediaWords.backToLibrary}</a></p>
    <div class="photo-details">
      <p class="photo-large">${staffPicture(photo, alt, "large")}</p>
      <div>
        ${mayBeBroken(photo) ? brokenNote() : null}
        <p>
          ${mediaWords.sentAt} ${shortTime(createdAt)}<br />
          ${mediaWords.size(photo.width, photo.height, photo.bytes)}
        </p>
        ${credit(details)} ${details.mayChange ? editForm(photo, edit ?? null) : null}
        ${details.mayErase ? eraseLink(photo.id) : null}
      </div>
    </div>
    <h2>${mediaWords.usage}</h2>
    ${usageList(details, held)}`;
  return newsroomPage(c, {
    title,
    current: "media" as const,
    main,
    status: (words ?? edit)?.error.status ?? (typed === undefined ? 200 : 422),
  });
}

function brokenNote(): Html {
  return html`<p><strong>${mediaWords.maybeBroken}.</strong> ${mediaWords.maybeBrokenAdvice}</p>`;
}

function credit({ photo, mayChange, usages, typed }: PhotoPage): Html {
  if (!mayChange) {
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
      error: findError(typed?.errors ?? [], "credit"),
    })}
    <button type="submit">${isSeen ? mediaWords.saveSeenCredit : mediaWords.saveCredit}</button>
  </form>`;
}

function eraseLink(id: string): Html {
  return html`<p><a class="button danger" href="${erasePhotoPath(id)}">${mediaWords.erase}</a></p>`;
}
