import type { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { shortDateTime } from "../../vietnamese/dates.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { reviewPageWords } from "../../vietnamese/words/review-page.ts";
import { findError, inputField, textField } from "../fields.ts";
import { readRaw } from "../form-data.ts";
import {
  comparePath,
  correctDatePath,
  correctPath,
  publishPath,
  returnPath,
  reviewPath,
  submitPath,
  withdrawPath,
} from "../../addresses/newsroom.ts";
import { actFields, confirmedDateField, parseTypedTime } from "./act-input.ts";
import type { ArticleAct } from "./act-input.ts";
import type { Overview } from "./overview.ts";
import { schedulePresets, toWallClock } from "./schedule-presets.ts";

/**
 * An act that was not done: its form, and the newest event when the page was shown. `error` is null if the user must only
 * confirm it.
 */
export type RefusedAct = { act: ArticleAct; error: AppError | null; form: FormData; seen: number };

/** The forms of the possible acts, which all ask first: `main` has the likely ones. */
export type ActForms = { main: Html[]; others: Html[] };

const actPaths = {
  submit: submitPath,
  return: returnPath,
  publish: publishPath,
  withdraw: withdrawPath,
  correct: correctPath,
  correctDate: correctDatePath,
} as const satisfies Record<ArticleAct, unknown>;

export function actForms(overview: Overview, refused: RefusedAct | null): ActForms {
  const { acts, article } = overview;
  const blocked = overview.findings.open.some(({ severity }) => severity === "block");
  const isSubmitted = article.state === "submitted";
  const decisions =
    acts.approve === null || blocked || isSubmitted ? [] : approvalForms(overview, acts.approve);
  const submit = acts.submit && !blocked ? [submitForm(overview)] : [];
  const giveBack = acts.giveBack ? [returnForm(overview, refused)] : [];
  const schedule =
    acts.approve === null || blocked || isSubmitted
      ? []
      : [scheduleForm(overview, acts.approve, refused)];
  const withdraw = acts.withdraw ? [withdrawForm(overview, refused)] : [];
  const correct = [
    ...(acts.correct ? [correctionForm(overview, refused)] : []),
    ...(acts.correctDate ? [dateForm(overview, refused)] : []),
  ];
  if (isSubmitted) {
    const review = acts.approve === null ? [] : [reviewLink(article.id, acts.approve)];
    return { main: [...review, ...giveBack], others: [...correct, ...withdraw] };
  }
  return {
    main: [...submit, ...decisions],
    others: [...schedule, ...giveBack, ...correct, ...withdraw],
  };
}

function submitForm(overview: Overview): Html {
  return actForm(overview, {
    act: "submit",
    kind: "primary",
    title: deskWords.submit,
    go: deskWords.submitNow,
    question: deskWords.submitQuestion,
    open: false,
    fields: html`${warnings(overview)}`,
  });
}

/** A submitted article is approved where its text is on screen. */
function reviewLink(id: string, version: number): Html {
  return html`<a class="button primary" href="${reviewPath(id)}"
    >${reviewPageWords.reviewNow(version)}</a
  >`;
}

function approvalForms(overview: Overview, version: number): Html[] {
  const { article } = overview;
  const titles = {
    scheduled: deskWords.publishAtOnce,
    withdrawn: deskWords.republish,
  } as const;
  const { state } = article;
  if (state !== "scheduled" && state !== "withdrawn") return [];
  const form = actForm(overview, {
    act: "publish",
    kind: "primary",
    title: titles[state],
    go: deskWords.approveNow,
    question: question(overview, version),
    open: false,
    fields: html`${comparison(overview, version)} ${warnings(overview)} ${hiddenVersion(version)}`,
  });
  return [form];
}

/** A withdrawn article is published again in its approved version, which may not be the newest. */
function question({ content, version: shown }: Overview, version: number): string {
  return deskWords.approveQuestion(version, version === shown ? content.title : null);
}

function scheduleForm(overview: Overview, version: number, refused: RefusedAct | null): Html {
  const typed = typedIn(refused, actFields.at);
  const { scheduledAt } = overview.article;
  const title = scheduledAt === null ? deskWords.schedule : deskWords.reschedule;
  return actForm(overview, {
    act: "publish",
    kind: "plain",
    title,
    go: deskWords.scheduleNow,
    question: deskWords.scheduleQuestion(version),
    open: typed.error !== null,
    first: schedulePresets({
      action: publishPath(overview.article.id),
      fields: html`${hiddenEvent(overview)} ${hiddenVersion(version)}`,
      now: Date.now(),
      approves: false,
    }),
    fields: html`${hiddenVersion(version)}
    ${inputField({
      name: actFields.at,
      label: deskWords.scheduleAt,
      type: "datetime-local",
      error: typed.error,
      required: true,
      value: typed.value ?? (scheduledAt === null ? "" : toWallClock(scheduledAt)),
    })}`,
  });
}

function returnForm(overview: Overview, refused: RefusedAct | null): Html {
  return actForm(overview, {
    act: "return",
    kind: "plain",
    title: deskWords.giveBack,
    go: deskWords.giveBackNow,
    question: deskWords.giveBackQuestion,
    ...reasonField(actFields.returnReason, deskWords.reasonLabel, refused),
  });
}

function withdrawForm(overview: Overview, refused: RefusedAct | null): Html {
  const words = overview.article.isPublic
    ? {
        title: deskWords.withdraw,
        go: deskWords.withdrawNow,
        question: deskWords.withdrawQuestion,
      }
    : {
        title: deskWords.unschedule,
        go: deskWords.unscheduleNow,
        question: deskWords.unscheduleQuestion,
      };
  const reason = reasonField(actFields.withdrawReason, deskWords.reasonLabel, refused);
  return actForm(overview, { act: "withdraw", kind: "danger", ...words, ...reason });
}

function correctionForm(overview: Overview, refused: RefusedAct | null): Html {
  return actForm(overview, {
    act: "correct",
    kind: "plain",
    title: deskWords.correct,
    go: deskWords.correctNow,
    question: deskWords.correctQuestion,
    ...reasonField(actFields.correction, deskWords.correctionText, refused),
  });
}

/** Asks for the date and the reason, then shows both dates to confirm. */
function dateForm(overview: Overview, refused: RefusedAct | null): Html {
  const date = typedIn(refused, actFields.publishedAt);
  const reason = reasonField(actFields.dateReason, deskWords.reasonLabel, refused);
  const former = overview.article.publishedAt ?? 0;
  const corrected =
    refused?.act === "correctDate" && refused.error === null
      ? parseTypedTime(refused.form, actFields.publishedAt)
      : null;
  return actForm(overview, {
    act: "correctDate",
    kind: "plain",
    title: deskWords.correctDate,
    go: corrected === null ? deskWords.reviewDate : deskWords.correctDateNow,
    question:
      corrected === null
        ? deskWords.correctDateQuestion(formatTime(former))
        : deskWords.confirmDateQuestion(formatTime(former), formatTime(corrected)),
    open: reason.open,
    fields: html`${inputField({
      name: actFields.publishedAt,
      label: deskWords.correctedDate,
      type: "datetime-local",
      error: date.error,
      required: true,
      value: date.value ?? toWallClock(former),
    })}
    ${reason.fields}
    ${
      corrected === null
        ? null
        : html`<input type="hidden" name="${confirmedDateField}" value="${date.value}" />`
    }`,
  });
}

type ActForm = {
  act: ArticleAct;
  kind: "primary" | "danger" | "plain";
  /** The words of the button that opens the form, and of the button that sends it. */
  title: string;
  go: string;
  question: string;
  fields: Html;
  open: boolean;
  /** Another form above it, for the same act. */
  first?: Html;
};

/** A button that opens a form. Works without script. The form carries the newest event, to detect a conflict. */
function actForm(
  overview: Overview,
  { act, kind, title, go, question, fields, open, first }: ActForm,
): Html {
  const button = kind === "danger" ? "danger" : "primary";
  return html`<details class="confirm ${kind}" ${open ? html`open` : null}>
    <summary>${title}</summary>
    ${first ?? null}
    <form class="stack" method="post" action="${actPaths[act](overview.article.id)}">
      ${hiddenEvent(overview)}
      <p>${question}</p>
      ${fields}
      <button class="${button}" type="submit">${go}</button>
    </form>
  </details>`;
}

function hiddenEvent({ article }: Overview): Html {
  return html`<input type="hidden" name="event" value="${article.event}" />`;
}

function hiddenVersion(version: number): Html {
  return html`<input type="hidden" name="version" value="${version}" />`;
}

function comparison({ article }: Overview, version: number): Html | null {
  const { approvedVersion, isPublic, id } = article;
  if (!isPublic || approvedVersion === null || approvedVersion === version) return null;
  return html`<p>
    <a href="${comparePath(id, approvedVersion, version)}">${deskWords.compareWithPublished}</a>
  </p>`;
}

function warnings({ findings }: Overview): Html | null {
  const count = findings.open.filter(({ severity }) => severity === "warn").length;
  if (count === 0) return null;
  return html`<p><a href="#soat-bai">${deskWords.warns(count)}</a></p>`;
}

/** The field for a reason, with what was typed and what is wrong with it. */
function reasonField(
  name: string,
  label: string,
  refused: RefusedAct | null,
): Pick<ActForm, "fields" | "open"> {
  const { value, error } = typedIn(refused, name);
  const field = { name, label, value: value ?? "", error, required: true, rows: 4 };
  return { fields: textField(field), open: value !== null };
}

/** The value and error of a field of a refused form; nulls if it had no such field. */
export function typedIn(
  refused: RefusedAct | null,
  name: string,
): { value: string | null; error: string | null } {
  if (refused === null || !refused.form.has(name)) return { value: null, error: null };
  return {
    value: readRaw(refused.form, name),
    error: findError(refused.error?.errors ?? [], name),
  };
}

function formatTime(at: number): string {
  return shortDateTime(new Date(at));
}
