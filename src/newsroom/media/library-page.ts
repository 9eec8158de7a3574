import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import {
  fileLimitHint,
  renderChoiceField,
  fieldId,
  findError,
  renderFormFaults,
  renderInputField,
  renderFilterFold,
} from "../fields.ts";
import { factNames, isExpired, noFacts } from "../../photo/photo-facts.ts";
import { renderFactFields } from "./facts-form.ts";
import type { TypedFacts } from "./facts-form.ts";
import { newsroomPage } from "../newsroom-page.ts";
import {
  libraryUploadPath,
  mediaListPath,
  mediaPath,
  mediaPhotoPath,
} from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import type { LibraryChoice, LibraryCursor, LibraryPage, LibraryPhoto } from "./media-store.ts";
import { mayBeBroken, renderStaffPicture } from "./photo-details.ts";

/** What the reader of the library asked for. */
export type LibrarySearch = { query: string; show: LibraryChoice | null };

export type LibraryView = LibraryPage &
  LibrarySearch & {
    /** The message about the last act, or null. */
    done?: string | null;
    /** The facts of a refused upload. */
    refused?: TypedFacts;
  };

export function renderLibraryPage(c: AppContext, view: LibraryView): Response {
  const { photos, next, done = null, refused } = view;
  const now = Date.now();
  const main = html`<h1>${mediaWords.library}</h1>
    ${done === null ? null : html`<p class="done" role="status">${done}</p>`}
    ${renderUploadForm(refused ?? null)}
    ${renderFilterFold(renderSearchForm(view), view.query !== "" || view.show !== null)}
    ${
      photos.length === 0
        ? html`<p>${next === null ? describeNone(view) : mediaWords.noneSoFar}</p>`
        : html`<ul class="library">
            ${photos.map((photo) => renderTile(photo, now))}
          </ul>`
    }
    ${next === null ? null : renderNextPage(view, next)}`;
  const status = refused === undefined ? 200 : 422;
  return newsroomPage(c, { title: mediaWords.library, current: "media", main, status });
}

function describeNone({ query, show }: LibraryView): string {
  return query === "" && show === null ? mediaWords.nothingYet : mediaWords.none;
}

/** Several photos, with the same facts. Script sends them one by one, because each may be large. */
function renderUploadForm(refused: TypedFacts | null): Html {
  return html`<details class="confirm library-upload" ${refused === null ? null : html`open`}>
    <summary>${mediaWords.upload}</summary>
    ${renderFormFaults(refused?.errors ?? [], [...factNames, "files"])}
    <form
      method="post"
      enctype="multipart/form-data"
      action="${libraryUploadPath}"
      class="stack"
      data-upload
    >
      ${renderFileField(refused)} ${renderFactFields(noFacts, refused)}
      <button class="primary" type="submit">${mediaWords.uploadNow}</button>
      <p class="upload-status" role="status"></p>
    </form>
  </details>`;
}

function renderFileField(refused: TypedFacts | null): Html {
  const error = findError(refused?.errors ?? [], "files");
  return html`<div class="field${error === null ? "" : " field-wrong"}">
    <label for="${fieldId("files")}">${mediaWords.files}</label>
    <p class="hint">${mediaWords.filesHint}</p>
    ${fileLimitHint}
    <input id="${fieldId("files")}" name="files" type="file" accept="image/*" multiple required />
    ${error === null ? null : html`<p class="wrong">${error}</p>`}
  </div>`;
}

function renderSearchForm({ query, show }: LibraryView): Html {
  return html`<form class="library-search" action="${mediaPath}" role="search">
    ${renderInputField({
      name: "q",
      label: mediaWords.search,
      hint: mediaWords.searchHint,
      value: query,
      more: html`maxlength="100"`,
    })}
    <div class="row">
      ${renderChoiceField({ name: "show", label: mediaWords.show, value: show ?? "", choices: mediaWords.choices })}
      <button type="submit">${mediaWords.find}</button>
    </div>
  </form>`;
}

function renderTile(photo: LibraryPhoto, now: number): Html {
  const { id, caption, credit, owner, createdAt, articles } = photo;
  const alt = photo.alt === null || photo.alt === "" ? mediaWords.photoOf(owner) : photo.alt;
  return html`<li>
    <a href="${mediaPhotoPath(id)}">${renderStaffPicture(photo, alt, "small")}</a>
    ${mayBeBroken(photo) ? html`<p><strong>${mediaWords.maybeBroken}</strong></p>` : null}
    ${isExpired(photo, now) ? html`<p><strong>${mediaWords.expired}</strong></p>` : null}
    ${caption === null ? null : html`<p class="library-caption">${caption}</p>`}
    <p class="soft">
      ${renderShortTime(createdAt)}<br />${credit === null ? owner : mediaWords.by(credit)}<br />${
        articles === 0 ? mediaWords.unused : mediaWords.usedIn(articles)
      }
    </p>
  </li>`;
}

function renderNextPage(view: LibraryView, next: LibraryCursor): Html {
  const path = nextPagePath(view, next);
  return html`<p><a class="button" rel="next" href="${path}">${mediaWords.older}</a></p>`;
}

export function nextPagePath({ query, show }: LibrarySearch, next: LibraryCursor): string {
  return mediaListPath({ q: query, show: show ?? "", before: `${next.createdAt}-${next.id}` });
}
