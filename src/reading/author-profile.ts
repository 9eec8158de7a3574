import { authorPath } from "../addresses/public.ts";
import type { JsonValue } from "../html/head.ts";
import { fallbackPath, renderPhotoFigure, renderPicture } from "../html/picture.ts";
import { html, type Html } from "../html/template.ts";
import type { LabelListPart } from "../published/list-store.ts";
import type { PublishedPhoto } from "../published/published.ts";
import type { Site } from "../site.ts";
import { showLabelPicture } from "../publishing/rendering/render-photos.ts";

type AuthorParts = { before: Html | null; photo: PublishedPhoto | null; linkedData: JsonValue };

/** What an author's page has besides their articles: the portrait, the line about them, and the same for machines. */
export function describeAuthor(
  site: Site,
  slug: string,
  { name, about, picture }: LabelListPart,
): AuthorParts {
  const photo = picture === null ? null : showLabelPicture(picture);
  const linkedData: JsonValue = {
    "@context": "https://schema.org",
    "@type": "Person",
    name,
    url: site.baseUrl + authorPath(slug),
  };
  if (about !== "") linkedData["description"] = about;
  if (photo !== null) linkedData["image"] = site.baseUrl + fallbackPath(photo);
  return { before: renderProfile(photo, about), photo, linkedData };
}

function renderProfile(photo: PublishedPhoto | null, about: string): Html | null {
  if (photo === null && about === "") return null;
  const image = photo === null ? null : renderPicture(photo, { sizes: "8rem", loading: "eager" });
  return html`<div class="author-profile">
    ${photo === null || image === null ? null : renderPhotoFigure(photo, image, "photo author-portrait")}
    ${about === "" ? null : html`<p>${about}</p>`}
  </div>`;
}
