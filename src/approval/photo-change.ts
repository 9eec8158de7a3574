import type { ArticleContent } from "../article/article.ts";
import { html, type Html } from "../html/template.ts";
import { asReplaced, compareWords } from "../newsroom/review/text-diff.ts";
import type { Piece } from "../newsroom/review/text-diff.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import { reviewWords } from "../vietnamese/words/review.ts";
import type { PhotoChange } from "../newsroom/review/body-changes.ts";
import { unseen } from "../newsroom/review/unseen.ts";
import { removedWords } from "../newsroom/review/word-marker.ts";

/** What changed about a photo of the body, named. */
export function photoChange({ photo, kind, before }: PhotoChange): Html {
  const names = {
    added: reviewPageWords.photoAdded,
    moved: reviewPageWords.photoMoved,
    reworded: reviewPageWords.photoReworded,
  };
  const lines =
    before === null
      ? [html`<li>${reviewPageWords.alt}: ${photo.alt.text || reviewPageWords.noAlt}</li>`]
      : [
          changedLine(reviewPageWords.alt, before.alt, photo.alt.text),
          changedLine(reviewPageWords.caption, before.caption, photo.caption?.text ?? ""),
        ];
  return changeBox(names[kind], lines);
}

/** What changed about the lead photo; null if nothing did. */
export function leadPhotoChange(
  before: ArticleContent["leadPhoto"],
  after: ArticleContent["leadPhoto"],
): Html | null {
  if (after === null) {
    if (before === null) return null;
    return changeBox(reviewPageWords.leadRemoved(before.caption || before.alt), []);
  }
  const words = (photo: typeof before) => [
    photo?.alt ?? "",
    photo?.caption ?? "",
    photo?.credit ?? "",
  ];
  const labels = [reviewPageWords.alt, reviewPageWords.caption, reviewPageWords.credit];
  const old = words(before);
  const lines = words(after).map((text, n) => changedLine(labels[n] ?? "", old[n] ?? "", text));
  if (before === null) return changeBox(reviewPageWords.leadAdded, lines);
  if (before.photo !== after.photo) return changeBox(reviewPageWords.leadReplaced, lines);
  return lines.every((line) => line === null)
    ? null
    : changeBox(reviewPageWords.photoReworded, lines);
}

/** A line that shows how words changed; null if they did not. */
export function changedLine(label: string, before: string, after: string): Html | null {
  if (before === after) return null;
  return html`<li>${label}: ${writePieces(compareWords(before, after))}</li>`;
}

/** A line for a choice: of two names it helps nobody to know which words they share. */
export function replacedLine(label: string, before: string, after: string): Html {
  return html`<li>${label}: ${writePieces(asReplaced(before, after))}</li>`;
}

function changeBox(name: string, lines: readonly (Html | null)[]): Html {
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

function writePieces(pieces: readonly Piece[]): Html[] {
  return pieces.map(({ kind, text }) => {
    if (kind === "same") return html`${text}`;
    if (kind === "removed") return removedWords(text);
    return html`<ins>${unseen(reviewWords.added)}${text}${unseen(reviewWords.endOfChange)}</ins>`;
  });
}
