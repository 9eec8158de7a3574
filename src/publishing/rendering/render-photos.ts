import type { Tokens } from "marked";
import { readPhotoReference } from "../../markdown/body-text.ts";
import type { BodyToken } from "../../markdown/body-token.ts";
import type { LabelPicture, PublishedPhoto } from "../../published/published.ts";
import { variantNames } from "../../photo/photo.ts";
import type { PhotoEdit, Point } from "../../photo/photo.ts";
import { renderPhotoFigure, renderPicture } from "../../html/picture.ts";
import { html, type Html } from "../../html/template.ts";
import type { BodyRendering, PhotoToShow, StoredPhoto } from "./render-notes.ts";

const textWidth = "(min-width: 48rem) 46rem, 100vw";
const halfWidth = "(min-width: 48rem) 23rem, (min-width: 40rem) 48vw, 100vw";

/** A paragraph of stored photos and nothing else: one is a figure, more are a gallery. Null for any other paragraph. */
export function renderPhotoParagraph(tokens: BodyToken[], rendering: BodyRendering): Html | null {
  const photos: PublishedPhoto[] = [];
  for (const token of tokens) {
    if (token.type === "br" || token.raw.trim() === "") continue;
    const photo = token.type === "image" ? findPhoto(token, rendering) : null;
    if (photo === null) return null;
    photos.push(photo);
  }
  const [first, second] = photos;
  if (first === undefined) return null;
  if (second === undefined) return renderFigure(first, textWidth, rendering);
  const figures = photos.map((photo) => renderFigure(photo, halfWidth, rendering));
  return html`<div class="gallery">${figures}</div>`;
}

function renderFigure(photo: PublishedPhoto, sizes: string, rendering: BodyRendering): Html {
  const image = renderMarkedPicture(photo, sizes, rendering);
  return renderPhotoFigure(photo, image, "photo", rendering.mark.writeAddress);
}

function renderMarkedPicture(photo: PublishedPhoto, sizes: string, { mark }: BodyRendering): Html {
  return mark.photo(photo, renderPicture(photo, { sizes, loading: "lazy" }, mark.writeAddress));
}

/** A photo in a line of text. Null if there is no such stored photo. */
export function renderPhotoInText(
  token: Tokens.Image,
  rendering: BodyRendering,
  sizes = textWidth,
): Html | null {
  const photo = findPhoto(token, rendering);
  return photo === null ? null : renderMarkedPicture(photo, sizes, rendering);
}

/** Null unless the source is `photo:` and the id of a stored photo. */
export function findPhoto(token: Tokens.Image, rendering: BodyRendering): PublishedPhoto | null {
  if (!/^photo:[\da-f]{64}$/.test(token.href)) return null;
  const { ref, alt, caption } = readPhotoReference(token);
  const stored = rendering.photos.get(ref);
  return stored === undefined ? null : { ...showPhoto(stored), alt, caption };
}

/** What pages show of a stored photo. They need the sizes of its variants in pixels, not their bytes. */
export function showPhoto(photo: PhotoToShow): StoredPhoto {
  const { id, width, height, type, credit, revision } = photo;
  const { edit = null, madeByAi = null } = photo;
  const variants: StoredPhoto["variants"] = {};
  for (const name of variantNames) {
    const made = photo.variants[name];
    if (made !== undefined) variants[name] = { width: made.width, height: made.height };
  }
  const shown: StoredPhoto = { id, width, height, type, variants, credit };
  if (revision !== undefined) shown.revision = revision;
  if (madeByAi !== null) shown.madeByAi = madeByAi;
  const focus = findFocus(edit);
  if (focus !== null) shown.focus = focus;
  return shown;
}

/** The focus as a place in what the crop keeps. */
function findFocus(edit: PhotoEdit | null): Point | null {
  if (edit === null || edit.focus === null) return null;
  const { x, y, width, height } = edit.crop ?? { x: 0, y: 0, width: 1, height: 1 };
  return { x: (edit.focus.x - x) / width, y: (edit.focus.y - y) / height };
}

/** The picture of a topic or the portrait of an author, as pages show it. */
export function showLabelPicture({ alt, ...photo }: LabelPicture): PublishedPhoto {
  return { ...showPhoto(photo), alt, caption: null };
}
