import type { PublishedPhoto } from "../published/published.ts";
import { photoPath } from "../addresses/public.ts";
import { html, type Html } from "./template.ts";

/** What a `<picture>` needs of a photo. */
export type PicturePhoto = PhotoFiles & Pick<PublishedPhoto, "width" | "height" | "alt">;

type PhotoFiles = Pick<PublishedPhoto, "id" | "type" | "variants">;

export type PictureLayout = {
  /** The `sizes` attribute: how wide the page shows it. */
  sizes: string;
  /** "eager" for the one photo that a reader sees first; it is then fetched before others. */
  loading: "eager" | "lazy";
};

const webpVariants = ["480.webp", "960.webp", "1600.webp"] as const;

/** The photo in every width that was made of it; the stripped upload where nothing was. */
export function picture(photo: PicturePhoto, layout: PictureLayout): Html {
  const sources = webpVariants.flatMap((name) => {
    const made = photo.variants[name];
    return made === undefined ? [] : [`${photoPath(photo.id, name)} ${made.width}w`];
  });
  const image = imageElement(photo, layout.loading);
  if (sources.length === 0) return image;
  return html`<picture
    ><source type="image/webp" srcset="${sources.join(", ")}" sizes="${layout.sizes}" />
    ${image}</picture
  >`;
}

function imageElement(photo: PicturePhoto, loading: PictureLayout["loading"]): Html {
  const priority = loading === "eager" ? html`fetchpriority="high"` : html`loading="lazy"`;
  return html`<img
    src="${fallbackPath(photo)}"
    alt="${photo.alt}"
    width="${photo.width}"
    height="${photo.height}"
    ${priority}
    decoding="async"
  />`;
}

/** For browsers without WebP, and for machines: the JPEG, or the stripped upload. */
export function fallbackPath(photo: PhotoFiles): string {
  return photoPath(
    photo.id,
    photo.variants["960.jpg"] === undefined ? uploadName(photo) : "960.jpg",
  );
}

/** The name the stripped upload is served by. */
function uploadName(photo: PhotoFiles): string {
  return photo.type === "image/jpeg" ? "goc.jpg" : `goc.${photo.type.slice("image/".length)}`;
}

/** The largest file there is of a photo, to open on its own. */
export function largestPath(photo: PhotoFiles): string {
  const largest = webpVariants.findLast((name) => photo.variants[name] !== undefined);
  return largest === undefined ? fallbackPath(photo) : photoPath(photo.id, largest);
}
