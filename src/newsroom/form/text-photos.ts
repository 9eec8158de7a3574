import { html, type Html } from "../../html/template.ts";
import { listPhotos } from "../../markdown/markdown.ts";
import { maxCreditLength } from "../../photo/photo-facts.ts";
import { nameVariantFile } from "../../photo/photo.ts";
import type { Photo } from "../../photo/photo.ts";
import { staffPhotoPath } from "../../addresses/newsroom.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { renderInputField, renderTextField } from "../fields.ts";

/**
 * The photos of the body with fields for their words, for browsers without script. `was` tells which words were shown: only what
 * was changed here is written into the body, which may have been edited, too. The editor has such fields in the text itself.
 */
export function renderTextPhotos(
  body: string,
  lead: string,
  photos: ReadonlyMap<string, Photo>,
): Html | null {
  const shown = listPhotos(body).flatMap((use) => {
    const photo = photos.get(use.ref);
    return photo === undefined ? [] : [{ photo, alt: use.alt, caption: use.caption ?? "" }];
  });
  if (shown.length === 0) return null;
  return html`<fieldset class="text-photos" id="anh-trong-bai">
    <legend>${formWords.textPhotos}</legend>
    <p class="hint">${formWords.textPhotosHint}</p>
    <ol>
      ${shown.map(({ photo, alt, caption }, place) => {
        const credit = photo.credit ?? "";
        const was = JSON.stringify([caption, alt, credit]);
        const namePhoto = (field: string): string => `photo.${place}.${field}`;
        return html`<li class="text-photo stack" data-photo="${photo.id}">
          <img src="${staffPhotoPath(photo.id, nameVariantFile(photo, "480.webp"))}" alt="${alt}" />
          <input type="hidden" name="${namePhoto("id")}" value="${photo.id}" />
          <input type="hidden" name="${namePhoto("was")}" value="${was}" />
          ${renderTextField({ name: namePhoto("caption"), label: formWords.caption, value: caption, rows: 2 })}
          ${renderTextField({ name: namePhoto("alt"), label: formWords.alt, value: alt, rows: 2 })}
          ${renderInputField({
            name: namePhoto("credit"),
            label: formWords.photographer,
            value: credit,
            more: html`maxlength="${maxCreditLength}"`,
          })}
          <label class="tick"
            ><input
              type="radio"
              name="leadPhoto.choose"
              value="${photo.id}"
              ${photo.id === lead ? html`checked` : null}
            />
            ${formWords.makeLead}</label
          >
        </li>`;
      })}
    </ol>
  </fieldset>`;
}
