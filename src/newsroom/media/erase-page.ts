import type { AppContext } from "../../context.ts";
import { html, type Html } from "../../html/template.ts";
import { mediaWords } from "../../vietnamese/words/media.ts";
import { renderErasureForm } from "../erasure-form.ts";
import type { TypedReason } from "../erasure-form.ts";
import { renderFormFaults } from "../fields.ts";
import { newsroomPage } from "../newsroom-page.ts";
import { erasePhotoPath, mediaPhotoPath } from "../../addresses/newsroom.ts";
import type { KnownUsage, PhotoDetails, PictureUse } from "./photo-details.ts";
import { renderStaffPicture } from "./photo-details.ts";
import { renderPictureUse, renderUsageTitle } from "./usage-list.ts";

/** The page that asks before a photo is erased. It lists what uses the photo and asks for a reason. */
export function erasePage(
  c: AppContext,
  details: PhotoDetails,
  typed: TypedReason | null,
): Response {
  const { photo, usages, pictureUses } = details;
  const title = mediaWords.eraseTitle;
  const errors = typed?.errors ?? [];
  const seen = usages.filter((use) => use.isPublic);
  const drafts = usages.filter((use) => !use.isPublic);
  const main = html`<div class="sheet-wide">
    <h1>${title}</h1>
    ${renderFormFaults(errors, ["reason"])}
    <p class="photo-asked">
      ${renderStaffPicture(photo, mediaWords.photoOf(details.owner), "small")}
    </p>
    <p class="note">${mediaWords.eraseWarning}</p>
    ${renderAffected(mediaWords.erasedFromPages, seen, pictureUses)}
    ${renderAffected(mediaWords.erasedFromDrafts, drafts, [])}
    ${usages.length + pictureUses.length === 0 ? html`<p>${mediaWords.erasedFromNothing}</p>` : null}
    ${renderErasureForm(erasePhotoPath(photo.id), mediaPhotoPath(photo.id), typed)}
  </div>`;
  const status = typed === null ? 200 : 422;
  return newsroomPage(c, { title, current: "media", main, status });
}

/** An article that shows the photo twice is one article. */
function renderAffected(
  heading: string,
  usages: readonly KnownUsage[],
  pictureUses: readonly PictureUse[],
): Html | null {
  if (usages.length + pictureUses.length === 0) return null;
  const articles = [...new Map(usages.map((use) => [use.articleId, use])).values()];
  return html`<h2>${heading}</h2>
    <ul class="lines">
      ${pictureUses.map(renderPictureUse)}
      ${articles.map((use) => html`<li>${renderUsageTitle(use)}</li>`)}
    </ul>`;
}
