import { staffPhotoPath } from "../../addresses/newsroom.ts";
import { html, raw } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import type { Photo } from "../../photo/photo.ts";
import { rewriteBody } from "../../published/published-body.ts";
import type { BodyPhoto } from "../../published/published.ts";
import type { BodyMarks } from "../../publishing/rendering/place-marks.ts";
import { renderBody } from "../../publishing/rendering/render-body.ts";
import { formWords } from "../../vietnamese/words/form.ts";
import { compareBodyPlaces } from "../review/body-changes.ts";
import { WordMarker } from "../review/word-marker.ts";

/** One of two bodies on a page. `name` keeps its ids apart from those of the other. */
export type BodySide = { body: string; other: string; name: "mine" | "theirs" };

/** A body as readers would see it, with its photos. Words and photos that the other body lacks are marked. */
export function renderFormattedSide(
  { body, other, name }: BodySide,
  photos: ReadonlyMap<string, Photo>,
): Html {
  const rendered = renderBody(body, photos, new Map(), makeSideMarks(body, other));
  const shown = rewriteBody(rendered, { origin: "", page: "" }, writeStaffPhoto);
  return html`<div class="side-body">${raw(keepIdsApart(shown, name))}</div>`;
}

function makeSideMarks(body: string, other: string): BodyMarks {
  const { added, photos } = compareBodyPlaces(other, body);
  const marker = new WordMarker({ added, removed: [], formats: [], places: [] });
  return {
    words: (words) => marker.write(words),
    before: () => null,
    block: ({ start, end }, element) =>
      photos.some(({ photo }) => photo.start >= start && photo.start < end)
        ? html`<div class="only-here">
            <p class="soft">${formWords.onlyHere}</p>
            ${element}
          </div>`
        : element,
  };
}

function writeStaffPhoto({ id, alt }: BodyPhoto): string {
  return html`<img
    src="${staffPhotoPath(id, "480.webp")}"
    alt="${alt}"
    loading="lazy"
  />`.toString();
}

/**
 * Our templates escape quotation marks in every text, so these are attributes. The notes of both bodies have the same name, so
 * they are no landmarks here.
 */
function keepIdsApart(body: string, name: string): string {
  return body
    .replaceAll(/\saria-labelledby="[^"]+"/g, "")
    .replaceAll(/\sid="([^"]+)"/g, ` id="${name}-$1"`)
    .replaceAll(/\shref="#([^"]+)"/g, ` href="#${name}-$1"`);
}
