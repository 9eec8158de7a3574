import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { inputField } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { mediaListPath, mediaPath, mediaPhotoPath } from "../../addresses/newsroom.ts";
import { shortTime } from "../../html/time.ts";
import type { LibraryCursor, LibraryPage, LibraryPhoto } from "./media-store.ts";
import { mayBeBroken, staffPicture } from "./photo-details.ts";

export type LibraryView = LibraryPage & {
  query: string;
  unused: boolean;

  /** The message about the last act, or null. */
  done: string | null;
};

export function libraryPage(c: AppContext, view: LibraryView): Response {
  const { photos, next, done } = view;
  const main = html`<h1>${mediaWords.library}</h1>
    ${done === null ? null : html`<p class="done" role="status">${done}</p>`} ${searchForm(view)}
    ${
      photos.length === 0
        ? html`<p>${next === null ? mediaWords.none : mediaWords.noneSoFar}</p>`
        : html`<ul class="library">
            ${photos.map(tile)}
          </ul>`
    }
    ${next === null ? null : nextPage(view, next)}`;
  return newsroomPage(c, { title: mediaWords.library, current: "media", main });
}

function searchForm({ query, unused }: LibraryView): Html {
  return html`<form class="library-search" action="${mediaPath}" role="search">
    ${inputField({
      name: "q",
      label: mediaWords.search,
      hint: mediaWords.searchHint,
      value: query,
      more: html`maxlength="100"`,
    })}
    <div class="row">
      <label class="library-choice"
        ><input
          type="checkbox"
          name="unused"
          value="1"
          ${unused ? html`checked` : null}
        />${mediaWords.unusedOnly}</label
      >
      <button type="submit">${mediaWords.find}</button>
    </div>
  </form>`;
}

function tile(photo: LibraryPhoto): Html {
  const { id, credit, owner, createdAt, articles } = photo;
  const alt = photo.alt === null || photo.alt === "" ? mediaWords.photoOf(owner) : photo.alt;
  return html`<li>
    <a href="${mediaPhotoPath(id)}">${staffPicture(photo, alt, "small")}</a>
    ${mayBeBroken(photo) ? html`<p><strong>${mediaWords.maybeBroken}</strong></p>` : null}
    <p class="soft">
      ${shortTime(createdAt)}<br />${credit === null ? owner : mediaWords.by(credit)}<br />${
        articles === 0 ? mediaWords.unused : mediaWords.usedIn(articles)
      }
    </p>
  </li>`;
}

function nextPage({ query, unused }: LibraryView, next: LibraryCursor): Html {
  const path = mediaListPath({
    q: query,
    unused: unused ? "1" : "",
    before: `${next.createdAt}-${next.id}`,
  });
  return html`<p><a class="button" rel="next" href="${path}">${mediaWords.older}</a></p>`;
}
