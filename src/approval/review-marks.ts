import { html, type Html } from "../html/template.ts";
import type { PlacedText, SourceRange } from "../markdown/placed-text.ts";
import type { BodyMarks } from "../publishing/rendering/place-marks.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import type { BodyChanges, RemovedPart } from "../newsroom/review/body-changes.ts";
import { renderPhotoChange } from "./photo-change.ts";
import type { Remark } from "./remarks.ts";
import { renderRemovedWords } from "../newsroom/review/word-marker.ts";
import type { WordMarker } from "../newsroom/review/word-marker.ts";

type ReviewMarksInput = {
  changes: BodyChanges;
  marker: WordMarker;
  /** Those of the body. */
  remarks: readonly Remark[];
  /** What stands beside each block, besides its remarks: the way to write a note. */
  beside: (place: SourceRange) => Html | null;
};

/** The marks of a reviewed body: what changed, and the remarks beside their blocks. */
export class ReviewMarks implements BodyMarks {
  readonly #input: ReviewMarksInput;
  readonly #removed: Set<RemovedPart & { isPhoto: boolean }>;
  readonly #remarks: Set<Remark>;
  readonly #photos: Set<BodyChanges["photos"][number]>;

  constructor(input: ReviewMarksInput) {
    const { changes, remarks } = input;
    this.#input = input;
    this.#removed = new Set([
      ...changes.removedPassages.map((part) => ({ ...part, isPhoto: false })),
      ...changes.removedPhotos.map((part) => ({ ...part, isPhoto: true })),
    ]);
    this.#remarks = new Set(remarks);
    this.#photos = new Set(changes.photos);
  }

  words(words: PlacedText): Html {
    return this.#input.marker.write(words);
  }

  before({ start, end }: SourceRange, element: "block" | "item"): Html | null {
    const removed = take(
      this.#removed,
      ({ before }) => before !== null && before >= start && before < end,
    );
    if (removed.length === 0) return null;
    return html`${removed.map((part) =>
      element === "item"
        ? html`<li>${renderRemovedPart(part)}</li>`
        : html`<p>${renderRemovedPart(part)}</p>`,
    )}`;
  }

  block(place: SourceRange, element: Html): Html {
    const isHere = (at: number | null) => at !== null && at >= place.start && at < place.end;
    const photos = take(this.#photos, ({ photo }) => isHere(photo.start));
    const remarks = take(this.#remarks, ({ start }) => isHere(start));
    return renderBesideBlock({
      id: `doan-${place.start}`,
      element,
      remarks: [...photos.map(renderPhotoChange), ...remarks.map((remark) => remark.element)],
      beside: this.#input.beside(place),
    });
  }

  /** What no block has taken: parts removed from the end. */
  removedAtEnd(): Html {
    return html`${[...this.#removed].map((part) => html`<p>${renderRemovedPart(part)}</p>`)}`;
  }

  /** The remarks that no block has taken. */
  restOfRemarks(): Remark[] {
    return [...this.#remarks];
  }
}

/** An element of the article with its remarks: in the margin of a wide window, else below it. */
export function renderBesideBlock({
  id,
  element,
  remarks,
  beside,
}: {
  id: string;
  element: Html;
  remarks: readonly Html[];
  beside: Html | null;
}): Html {
  return html`<div class="passage" id="${id}">
    <div class="passage-text">${element}</div>
    ${remarks.length === 0 ? null : html`<div class="remarks">${remarks}</div>`} ${beside}
  </div>`;
}

function renderRemovedPart({ text, isPhoto }: RemovedPart & { isPhoto: boolean }): Html {
  if (!isPhoto) return renderRemovedWords(text);
  return html`<span class="photo-change">${reviewPageWords.photoRemoved(text)}</span>`;
}

/** Removes those that fit from a set and returns them. */
function take<T>(set: Set<T>, fits: (one: T) => boolean): T[] {
  const taken = [...set].filter(fits);
  for (const one of taken) set.delete(one);
  return taken;
}
