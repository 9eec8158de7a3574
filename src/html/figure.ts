import type { PublishedPhoto } from "../published/published.ts";
import { readingWords } from "../vietnamese/words/reading.ts";
import { largestPath, type WriteAddress } from "./picture.ts";
import { html, raw, type Html } from "./template.ts";

/**
 * A photo with its caption and credit under it. A click opens its largest file, without script. `image` is what stands
 * for the photo itself: usually a `picture`.
 */
export function photoFigure(
  photo: PublishedPhoto,
  image: Html,
  className: string,
  writeAddress: WriteAddress = (path) => path,
): Html {
  return html`<figure class="${className}">
    <a class="photo-link" href="${raw(writeAddress(largestPath(photo)))}">${image}</a>
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
