import type { PublishedPhoto } from "../published/published.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { largestPath, picture, type PictureLayout } from "./picture.ts";
import { html, type Html } from "./template.ts";

/** A photo with its caption and credit under it; it opens large, without script, as a link to its largest file. */
export function photoFigure(photo: PublishedPhoto, layout: PictureLayout, className: string): Html {
  return html`<figure class="${className}">
    <a class="photo-link" href="${largestPath(photo)}">${picture(photo, layout)}</a>
    ${caption(photo)}
  </figure>`;
}

function caption(photo: PublishedPhoto): Html | null {
  if (photo.caption === null && photo.credit === null) return null;
  const credit =
    photo.credit === null
      ? null
      : html`<span class="credit">${readingWords.photoBy(photo.credit)}</span>`;
  return html`<figcaption>
    ${photo.caption}${photo.caption !== null && credit !== null ? " " : null}${credit}
  </figcaption>`;
}
