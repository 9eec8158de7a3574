import { html, type Html, raw } from "../../html/template.ts";
import type { PlacedText, SourceRange } from "../../markdown/placed-text.ts";
import { reviewWords } from "../../vietnamese/words/review.ts";
import type { FormatChange, RemovedWords } from "./body-changes.ts";
import type { Piece } from "./text-diff.ts";

/** Words that a finding or a note is about. */
export type MarkedPlace = SourceRange & { number: number; kind: "block" | "warn" | "note" };

/** What to mark in the words of one field, by places in its source. */
export type WordMarks = {
  added: readonly SourceRange[];
  removed: readonly RemovedWords[];
  formats: readonly FormatChange[];
  places: readonly MarkedPlace[];
};

/** Writes words of one field with their marks. Each mark is cut where an element of the text ends. */
export class WordMarker {
  readonly #marks: WordMarks;
  readonly #cuts: readonly number[];
  readonly #begun = new Set<number | FormatChange>();

  constructor(marks: WordMarks) {
    this.#marks = marks;
    const { added, removed, formats, places } = marks;
    const ends = [...added, ...formats, ...places].flatMap(({ start, end }) => [start, end]);
    this.#cuts = [...new Set([...ends, ...removed.map(({ at }) => at)])].sort((a, b) => a - b);
  }

  write({ text, pieces }: PlacedText): Html {
    return html`${pieces.map(({ at, length, from, to }) => {
      const words = text.slice(at, at + length);
      const isExact = length === to - from;
      const cuts = isExact ? this.#cuts.filter((cut) => cut > from && cut < to) : [];
      const starts = [from, ...cuts];
      return starts.map((start, n) => {
        const end = starts[n + 1] ?? to;
        return this.#segment(
          { start, end },
          isExact ? words.slice(start - from, end - from) : words,
        );
      });
    })}`;
  }

  /** Words between two cuts, with what was removed before and after them. */
  #segment(place: SourceRange, words: string): Html {
    const removed = (side: RemovedWords["side"], at: number) =>
      this.#marks.removed
        .filter((one) => one.side === side && one.at === at)
        .map(({ text }) => renderRemovedWords(text));
    return html`${removed("before", place.start)}${this.#added(place, this.#formatted(place, this.#placed(place, words)))}${removed("after", place.end)}`;
  }

  #added(place: SourceRange, inner: Html): Html {
    const range = this.#marks.added.find((one) => covers(one, place));
    if (range === undefined) return inner;
    return html`<ins
      >${range.start >= place.start ? renderUnseen(reviewWords.added) : null}${inner}${range.end <= place.end ? renderUnseen(reviewWords.endOfChange) : null}</ins
    >`;
  }

  /** The style sheet writes what the words were before them, so that it is no part of the text. */
  #formatted(place: SourceRange, inner: Html): Html {
    const change = this.#marks.formats.find((one) => covers(one, place));
    if (change === undefined) return inner;
    const isFirst = !this.#begun.has(change);
    this.#begun.add(change);
    const former = isFirst ? html`data-former="${describeFormer(change)}"` : null;
    return html`<span class="format-change" ${former}>${inner}</span>`;
  }

  #placed(place: SourceRange, words: string): Html {
    return this.#marks.places
      .filter((one) => covers(one, place))
      .reduce(
        (inner, { number, kind }) => {
          const id = this.#begun.has(number) ? null : html`id="cho-${number}"`;
          this.#begun.add(number);
          return html`<mark class="mark-${kind}" data-remark="${number}" ${id}>${inner}</mark>`;
        },
        html`${words}`,
      );
  }
}

function describeFormer({ lost }: FormatChange): string {
  const names = lost.map(({ kind, value }) => reviewWords.formats[kind](value));
  return reviewWords.formerLook(names.length === 0 ? reviewWords.plainLook : names.join(", "));
}

/** Words with what was removed and added among them. */
export function renderPieces(pieces: readonly Piece[]): Html[] {
  return pieces.map(({ kind, text }) => {
    if (kind === "same") return html`${text}`;
    if (kind === "removed") return renderRemovedWords(text);
    return html`<ins
      >${renderUnseen(reviewWords.added)}${text}${renderUnseen(reviewWords.endOfChange)}</ins
    >`;
  });
}

export function renderRemovedWords(text: string): Html {
  return html`<del
    >${renderUnseen(reviewWords.removed)}${text}${renderUnseen(reviewWords.endOfChange)}</del
  >`;
}

function covers({ start, end }: SourceRange, place: SourceRange): boolean {
  return start < end && start <= place.start && place.end <= end && place.start < place.end;
}

/** Words for screen readers only: few of them tell `<del>` from `<ins>`. */
function renderUnseen(words: string): Html {
  return html`<span class="unseen">${raw(" [")}${words}${raw("] ")}</span>`;
}
