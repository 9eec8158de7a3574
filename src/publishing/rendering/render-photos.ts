import type { Tokens } from "marked";
import { photoReference } from "../../markdown/body-text.ts";
import type { BodyToken } from "../../markdown/body-token.ts";
import type { PublishedPhoto } from "../../published/published.ts";
import { photoFigure } from "../../html/figure.ts";
import { picture } from "../../html/picture.ts";
import { html, type Html } from "../../html/template.ts";
import type { BodyRendering } from "./render-notes.ts";

const textWidth = "(min-width: 46rem) 44rem, 100vw";
const halfWidth = "(min-width: 64rem) 30rem, (min-width: 40rem) 48vw, 100vw";

/** A paragraph of nothing but photos: one is a figure, more are a gallery. Null for any other paragraph. */
export function photosAlone(tokens: BodyToken[], rendering: BodyRendering): Html | null {
  const others = tokens.filter((token) => token.type !== "image" && token.raw.trim() !== "");
  const photos = tokens.map((token) => (token.type === "image" ? photoOf(token, rendering) : null));
  const known = photos.filter((photo) => photo !== null);
  const [first] = known;
  if (others.some((token) => token.type !== "br") || first === undefined) return null;
  if (known.length === 1) return figure(first, textWidth, rendering);
  const figures = known.map((photo) => figure(photo, halfWidth, rendering));
  return html`<div class="gallery">${figures}</div>`;
}

function figure(photo: PublishedPhoto, sizes: string, rendering: BodyRendering): Html {
  const image = markedPicture(photo, sizes, rendering);
  return photoFigure(photo, image, "photo", rendering.mark.writeAddress);
}

function markedPicture(photo: PublishedPhoto, sizes: string, { mark }: BodyRendering): Html {
  return mark.photo(photo, picture(photo, { sizes, loading: "lazy" }, mark.writeAddress));
}

/** A photo amid text; null if there is no such photo. */
export function photoInText(token: Tokens.Image, rendering: BodyRendering): Html | null {
  const photo = photoOf(token, rendering);
  return photo === null ? null : markedPicture(photo, textWidth, rendering);
}

/** Only `photo:` and the id of a stored photo is one; every other source is none. */
function photoOf(token: Tokens.Image, rendering: BodyRendering): PublishedPhoto | null {
  if (!/^photo:[\da-f]{64}$/.test(token.href)) return null;
  const { ref, alt, caption } = photoReference(token);
  const stored = rendering.photos.get(ref);
  return stored === undefined ? null : { ...stored, alt, caption };
}
