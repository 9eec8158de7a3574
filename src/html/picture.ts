import { photoPath } from "../addresses/public.ts";
import { html, raw } from "./template.ts";
import type { Html } from "./template.ts";
import { nameLargestFile, namePlainFile, nameVariantFile, webpVariants } from "../photo/photo.ts";
import type { PublishedPhoto } from "../published/published.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** What a `<picture>` needs of a photo. */
export type PicturePhoto = PhotoFiles & Pick<PublishedPhoto, "width" | "height" | "alt">;

type PhotoFiles = Pick<
  PublishedPhoto,
  "id" | "width" | "height" | "type" | "variants" | "revision"
>;

/** Writes the address of a photo's file as the page needs it; what it returns is not escaped again. */
export type WriteAddress = (path: string) => string;

export type PictureLayout = {
  /** The `sizes` attribute: how wide the page shows it. */
  sizes: string;
  /** "eager" for the one photo that a reader sees first; it is then fetched before others. */
  loading: "eager" | "lazy";
};

/** The photo in every width that was made. If none was made, the stripped upload. */
export function renderPicture(
  photo: PicturePhoto,
  layout: PictureLayout,
  writeAddress: WriteAddress = samePath,
): Html {
  const sources = webpVariants.flatMap((name) => {
    const made = photo.variants[name];
    const path = photoPath(photo.id, nameVariantFile(photo, name));
    return made === undefined ? [] : [`${writeAddress(path)} ${made.width}w`];
  });
  const image = renderImageElement(photo, layout.loading, writeAddress);
  if (sources.length === 0) return image;
  return html`<picture
    ><source type="image/webp" srcset="${raw(sources.join(", "))}" sizes="${layout.sizes}" />
    ${image}</picture
  >`;
}

/** The classes by which styles fit a photo into a frame of another shape: see card.css. */
export function chooseShapeClasses({
  width,
  height,
  focus,
}: Pick<PublishedPhoto, "width" | "height" | "focus">): string {
  const upright = height > width ? " upright" : "";
  if (focus === undefined) return upright;
  const across = focus.x < 1 / 3 ? " at-left" : focus.x > 2 / 3 ? " at-right" : "";
  const down = focus.y < 1 / 3 ? " at-top" : focus.y > 2 / 3 ? " at-bottom" : "";
  return upright + across + down;
}

function samePath(path: string): string {
  return path;
}

function renderImageElement(
  photo: PicturePhoto,
  loading: PictureLayout["loading"],
  writeAddress: WriteAddress,
): Html {
  const priority = loading === "eager" ? html`fetchpriority="high"` : html`loading="lazy"`;
  return html`<img
    src="${raw(writeAddress(fallbackPath(photo)))}"
    alt="${photo.alt}"
    width="${photo.width}"
    height="${photo.height}"
    ${priority}
    decoding="async"
  />`;
}

/** For browsers without WebP, and for machines. */
export function fallbackPath(photo: PhotoFiles): string {
  return photoPath(photo.id, namePlainFile(photo).variant);
}

/** The share image; null where none was made. */
export function sharePath(photo: PhotoFiles): string | null {
  return photo.variants["share.jpg"] === undefined
    ? null
    : photoPath(photo.id, nameVariantFile(photo, "share.jpg"));
}

/** The largest file of a photo, to open on its own. */
export function largestPath(photo: PhotoFiles): string {
  return photoPath(photo.id, nameLargestFile(photo).variant);
}

/**
 * A photo with its caption and credit under it. A click opens its largest file, without script. `image` is the
 * element of the photo itself: usually from `renderPicture`.
 */
export function renderPhotoFigure(
  photo: PublishedPhoto,
  image: Html,
  className: string,
  writeAddress: WriteAddress = (path) => path,
): Html {
  return html`<figure class="${className}${chooseShapeClasses(photo)}">
    <a class="photo-link" href="${raw(writeAddress(largestPath(photo)))}">${image}</a>
    ${renderCaption(photo)}
  </figure>`;
}

function renderCaption(photo: PublishedPhoto): Html | null {
  const { caption: words, credit, madeByAi } = photo;
  const parts = [
    words,
    credit === null ? null : html`<span class="credit">${readingWords.photoBy(credit)}</span>`,
    madeByAi === undefined
      ? null
      : html`<span class="ai-label">${readingWords.aiPhotos[madeByAi]}</span>`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return html`<figcaption>
    ${parts.map((part, place) => (place === 0 ? part : html` ${part}`))}
  </figcaption>`;
}
