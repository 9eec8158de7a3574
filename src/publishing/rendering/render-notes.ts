import type { Token } from "marked";
import type { Photo } from "../../photo/photo.ts";
import type { FootnoteReference } from "../../markdown/body-token.ts";
import { readBodyTokens, type BodyToken } from "../../markdown/body-token.ts";
import { html, type Html } from "../../html/template.ts";
import { readingWords } from "../../vietnamese/words/reading.ts";
import type { Footnotes } from "../../markdown/footnotes.ts";
import type { StoredFile } from "../../file/file.ts";
import type { PublishedPhoto, PublishedRecording } from "../../published/published.ts";
import type { BodyMarks, PlaceMarks } from "./place-marks.ts";

/** The number of a footnote in the text, as a link to the note. */
export function renderNoteReference({ label }: FootnoteReference, rendering: BodyRendering): Html {
  const note = rendering.notes.get(label) ?? { number: rendering.notes.size + 1, references: 0 };
  note.references++;
  rendering.notes.set(label, note);
  const { number } = note;
  return html`<sup class="note-ref"
    ><a
      id="${makeReferenceId(number, note.references)}"
      href="${rendering.mark.address}#${noteId(number)}"
      aria-label="${readingWords.footnote(number)}"
      >${number}</a
    ></sup
  >`;
}

/** All footnotes that the text refers to. Footnotes that a note refers to join the list while it is written. */
export function renderNotes(
  rendering: BodyRendering,
  blocks: (tokens: BodyToken[], rendering: BodyRendering) => Html[],
): Html | null {
  if (rendering.notes.size === 0) return null;
  const { mark } = rendering;
  const items: { number: number; references: number; content: Html[] }[] = [];
  for (const [label, note] of rendering.notes) {
    const tokens = readBodyTokens(rendering.footnotes.get(label)?.tokens);
    items.push(Object.assign(note, { content: blocks(tokens, rendering) }));
  }
  return html`<section class="notes" aria-labelledby="chu-thich">
    <h2 id="chu-thich">${readingWords.footnotes}</h2>
    <ol>
      ${items.map(
        ({ number, references, content }) =>
          html`<li id="${noteId(number)}">
            ${content} ${renderBackLinks(number, references, mark)}
          </li>`,
      )}
    </ol>
  </section>`;
}

function renderBackLinks(number: number, references: number, mark: PlaceMarks): Html[] {
  return Array.from({ length: references }, (_, index) => {
    const label = readingWords.backToText(number, index + 1);
    return html`<a
      class="note-back"
      href="${mark.address}#${makeReferenceId(number, index + 1)}"
      aria-label="${label}"
      >↩</a
    >`;
  });
}

function noteId(number: number): string {
  return `chu-thich-${number}`;
}

function makeReferenceId(number: number, reference: number): string {
  return `chu-thich-${number}-${reference}`;
}

/** A stored photo, without the words that the body itself gives it. */
export type StoredPhoto = Omit<PublishedPhoto, "alt" | "caption">;

/** What is needed of a stored photo to show it. */
export type PhotoToShow = Omit<StoredPhoto, "focus" | "madeByAi"> &
  Partial<Pick<Photo, "edit" | "madeByAi">>;

/** The state of rendering one body. */
export type BodyRendering = {
  photos: ReadonlyMap<string, PhotoToShow>;
  files: ReadonlyMap<string, StoredFile>;
  /** The recordings that are shown so far. */
  recordings: PublishedRecording[];
  footnotes: Footnotes;
  /** Footnotes by label, in the order of their first reference; numbers are from 1. */
  notes: Map<string, { number: number; references: number }>;
  /** How often each heading id was used. */
  headings: Map<string, number>;
  /** The blocks that stand in no other block: a list or a note shows no cards. */
  outer: ReadonlySet<Token>;
  /** Level of the last heading. The title of the article is level 1. */
  level: number;
  /** Number of tables rendered so far. */
  tables: number;
  mark: PlaceMarks;
  /** Null for readers. */
  marks: BodyMarks | null;
};
