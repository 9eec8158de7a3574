import type { FieldError } from "../errors.ts";
import { html, type Html } from "../html/template.ts";
import { maxReasonLength } from "../publishing/submission.ts";
import { mediaWords } from "../vietnamese/words/media.ts";
import { findError, renderTextField } from "./fields.ts";
import { readText } from "./form-data.ts";

/** The text field of the form of an erasure. */
export const erasureFields = /^reason$/;

/** The reason as it was typed, and what is wrong with it. */
export type TypedReason = { reason: string; errors: readonly FieldError[] };

/** The form that asks why a photo or a file is erased for good. `back` is where the link leads that erases nothing. */
export function renderErasureForm(action: string, back: string, typed: TypedReason | null): Html {
  return html`<form method="post" action="${action}" class="stack">
    ${renderTextField({
      name: "reason",
      label: mediaWords.eraseReason,
      hint: mediaWords.eraseReasonHint,
      value: typed?.reason ?? "",
      rows: 3,
      required: true,
      error: findError(typed?.errors ?? [], "reason"),
    })}
    <p class="row">
      <button class="danger" type="submit">${mediaWords.eraseNow}</button>
      <a class="button" href="${back}">${mediaWords.keep}</a>
    </p>
  </form>`;
}

/** Reads the reason, with an error if it is missing or too long. */
export function readErasureReason(form: FormData): TypedReason {
  const reason = readText(form, "reason");
  const message =
    reason === ""
      ? mediaWords.reasonRequired
      : reason.length > maxReasonLength
        ? mediaWords.reasonTooLong(maxReasonLength)
        : null;
  return { reason, errors: message === null ? [] : [{ path: "reason", message }] };
}
