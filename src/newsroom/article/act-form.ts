import { sayOfKind } from "../../vietnamese/words/desk.ts";
import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import {
  correctDatePath,
  correctPath,
  discardPath,
  publishPath,
  restoreDraftPath,
  returnPath,
  submitPath,
  takeBackPath,
  withdrawPath,
} from "../../addresses/newsroom.ts";
import { findError, renderTextField } from "../fields.ts";
import { readRaw } from "../form-data.ts";
import type { ArticleAct } from "./act-input.ts";
import type { Overview } from "./overview.ts";

/**
 * An act that was not done: its form, and the newest event when the page was shown. `error` is null if the user must only
 * confirm it.
 */
export type RefusedAct = { act: ArticleAct; error: AppError | null; form: FormData; seen: number };

const actPaths = {
  submit: submitPath,
  takeBack: takeBackPath,
  discard: discardPath,
  restore: restoreDraftPath,
  return: returnPath,
  publish: publishPath,
  withdraw: withdrawPath,
  correct: correctPath,
  correctDate: correctDatePath,
} as const satisfies Record<ArticleAct, unknown>;

type ActForm = {
  act: ArticleAct;
  kind: "primary" | "danger" | "plain";
  /** The words of the button that opens the form, and of the button that sends it. */
  title: string;
  go: string;
  question: string;
  fields?: Html;
  open?: boolean;
  /** Another form above it, for the same act. */
  first?: Html;
};

/** A button that opens a form. Works without script. The form carries the newest event, to detect a conflict. */
export function renderActForm(
  overview: Overview,
  { act, kind, title, go, question, fields, open = false, first }: ActForm,
): Html {
  const button = kind === "danger" ? "danger" : "primary";
  return html`<details class="confirm ${kind}" ${open ? html`open` : null}>
    <summary>${sayOfKind(overview.article.kind, title)}</summary>
    ${first ?? null}
    <form class="stack" method="post" action="${actPaths[act](overview.article.id)}">
      ${renderHiddenEvent(overview)}
      <p>${sayOfKind(overview.article.kind, question)}</p>
      ${fields ?? null}
      <button class="${button}" type="submit">${sayOfKind(overview.article.kind, go)}</button>
    </form>
  </details>`;
}

export function renderHiddenEvent({ article }: Overview): Html {
  return html`<input type="hidden" name="event" value="${article.event}" />`;
}

/** The field for a reason, with what was typed and what is wrong with it. */
export function makeReasonField(
  name: string,
  label: string,
  refused: RefusedAct | null,
): Required<Pick<ActForm, "fields" | "open">> {
  const { value, error } = readTyped(refused, name);
  const field = { name, label, value: value ?? "", error, required: true, rows: 4 };
  return { fields: renderTextField(field), open: value !== null };
}

/** The value and error of a field of a refused form; nulls if it had no such field. */
export function readTyped(
  refused: RefusedAct | null,
  name: string,
): { value: string | null; error: string | null } {
  if (refused === null || !refused.form.has(name)) return { value: null, error: null };
  return {
    value: readRaw(refused.form, name),
    error: findError(refused.error?.errors ?? [], name),
  };
}
