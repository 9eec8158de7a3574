import { html, type Html } from "../../html/template.ts";
import { uploadName } from "../../photo/photo.ts";
import type { Photo } from "../../photo/photo.ts";
import { staffPhotoPath } from "../../addresses/newsroom.ts";

/** A photo as staff see it: the small file for lists, the middle one for its own page. */
export function staffPicture(
  photo: Pick<Photo, "id" | "type" | "variants">,
  alt: string,
  size: "small" | "large",
): Html {
  const wanted = size === "small" ? "480.webp" : "960.webp";
  const made = photo.variants[wanted];
  const file = made === undefined ? uploadName(photo.type) : wanted;
  return html`<img
    src="${staffPhotoPath(photo.id, file)}"
    alt="${alt}"
    ${made === undefined ? null : html`width="${made.width}" height="${made.height}"`}
    loading="${size === "small" ? "lazy" : "eager"}"
    decoding="async"
  />`;
}
