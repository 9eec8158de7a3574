import { noteFormPath, notesPath, reviewPath } from "../addresses/newsroom.ts";
import type { AppError } from "../errors.ts";
import { html, type Html } from "../html/template.ts";
import { findError, renderInputField, renderTextField } from "../newsroom/fields.ts";
import { maxQuoteLength } from "../check/quoted-words.ts";
import { noteWords } from "../vietnamese/words/notes.ts";
import type { Review } from "./read-review.ts";
import type { BesideField } from "./review-article.ts";

/** A note that somebody is writing, and why it was refused. */
export type NoteDraft = {
  field: string;
  /** Where the block begins in the source of the field. */
  at: number;
  quote: string;
  text: string;
  error: AppError | null;
};

/** Fields that a note can be about. */
export const notedFields = ["title", "lede", "leadPhoto", "body"];

/** An empty note about the place that an address names; null if it names none. */
export function parseNotePlace(place: string): NoteDraft | null {
  const [, field = "", at] = /^(\w+)-(\d{1,7})$/.exec(place) ?? [];
  if (!notedFields.includes(field)) return null;
  return { field, at: Number(at), quote: "", text: "", error: null };
}

/** Beside each block a link to write a note about it, or the form of that note. */
export function placeBesideField(review: Review, draft: NoteDraft | null): BesideField {
  return (field, at) =>
    draft?.field === field && draft.at === at
      ? html`<div class="remarks">${renderNoteForm(review, draft)}</div>`
      : html`<a
          class="add-note"
          target="_self"
          href="${noteFormPath(review.article.id, field, at)}"
          data-field="${field}"
          data-at="${at}"
          >${noteWords.write}<span class="unseen">
            ${field === "leadPhoto" ? noteWords.writeAboutPhoto : noteWords.writeAbout}</span
          ></a
        >`;
}

/** The form that the script copies beside a block. Not beside the open form of a note, whose ids it has. */
export function renderNoteTemplate(review: Review, opened: NoteDraft | null): Html | null {
  if (opened !== null) return null;
  const draft = { field: "", at: 0, quote: "", text: "", error: null };
  return html`<template id="mau-ghi-chu">${renderNoteForm(review, draft)}</template>`;
}

function renderNoteForm({ article, shown }: Review, draft: NoteDraft): Html {
  const errors = draft.error?.errors ?? [];
  return html`<form
    class="remark remark-note note-form"
    id="viet-ghi-chu"
    method="post"
    target="_self"
    action="${notesPath(article.id)}"
  >
    <input type="hidden" name="key" value="${crypto.randomUUID()}" />
    <input type="hidden" name="version" value="${shown.number}" />
    <input type="hidden" name="field" value="${draft.field}" />
    <input type="hidden" name="at" value="${draft.at}" />
    <input type="hidden" name="photo" value="" />
    ${renderInputField({
      name: "quote",
      label: noteWords.quote,
      hint: noteWords.quoteHint,
      value: draft.quote,
      error: findError(errors, "quote"),
      more: html`maxlength="${maxQuoteLength}" autocomplete="off"`,
    })}
    ${renderTextField({
      name: "note",
      label: noteWords.text,
      value: draft.text,
      error:
        findError(errors, "note") ?? (errors.length === 0 ? (draft.error?.message ?? null) : null),
      rows: 3,
    })}
    <p class="note-acts">
      <button class="primary" type="submit">${noteWords.save}</button>
      <a target="_self" href="${reviewPath(article.id)}" data-cancel>${noteWords.cancel}</a>
    </p>
  </form>`;
}
