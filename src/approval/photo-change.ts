import type { ArticleContent } from "../article/article.ts";
import { html, type Html } from "../html/template.ts";
import { showReplaced, compareWords } from "../newsroom/review/text-diff.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import type { PhotoChange } from "../newsroom/review/body-changes.ts";
import { renderPieces } from "../newsroom/review/word-marker.ts";

/** What changed about a photo of the body, named. */
export function renderPhotoChange({ photo, kind, before }: PhotoChange): Html {
  const names = {
    added: reviewPageWords.photoAdded,
    moved: reviewPageWords.photoMoved,
    reworded: reviewPageWords.photoReworded,
  };
  const lines =
    before === null
      ? [html`<li>${reviewPageWords.alt}: ${photo.alt.text || reviewPageWords.noAlt}</li>`]
      : [
          renderChangedLine(reviewPageWords.alt, before.alt, photo.alt.text),
          renderChangedLine(reviewPageWords.caption, before.caption, photo.caption?.text ?? ""),
        ];
  return renderChangeBox(names[kind], lines);
}

/** What changed about the lead photo; null if nothing did. */
export function leadPhotoChange(
  before: ArticleContent["leadPhoto"],
  after: ArticleContent["leadPhoto"],
): Html | null {
  if (after === null) {
    if (before === null) return null;
    return renderChangeBox(reviewPageWords.leadRemoved(before.caption || before.alt), []);
  }
  const words = (photo: typeof before) => [
    photo?.alt ?? "",
    photo?.caption ?? "",
    photo?.credit ?? "",
  ];
  const labels = [reviewPageWords.alt, reviewPageWords.caption, reviewPageWords.credit];
  const old = words(before);
  const lines = words(after).map((text, n) =>
    renderChangedLine(labels[n] ?? "", old[n] ?? "", text),
  );
  if (before === null) return renderChangeBox(reviewPageWords.leadAdded, lines);
  if (before.photo !== after.photo) return renderChangeBox(reviewPageWords.leadReplaced, lines);
  return lines.every((line) => line === null)
    ? null
    : renderChangeBox(reviewPageWords.photoReworded, lines);
}

/** A line that shows how words changed; null if they did not. */
export function renderChangedLine(label: string, before: string, after: string): Html | null {
  if (before === after) return null;
  return html`<li>${label}: ${renderPieces(compareWords(before, after))}</li>`;
}

/** A line for a choice: of two names it helps nobody to know which words they share. */
export function renderReplacedLine(label: string, before: string, after: string): Html {
  return html`<li>${label}: ${renderPieces(showReplaced(before, after))}</li>`;
}

function renderChangeBox(name: string, lines: readonly (Html | null)[]): Html {
  const shown = lines.filter((line) => line !== null);
  return html`<div class="remark photo-change">
    <p><b>${name}</b></p>
    ${
      shown.length === 0
        ? null
        : html`<ul>
            ${shown}
          </ul>`
    }
  </div>`;
}
