import { html, type Html } from "../../html/template.ts";
import { formatShortDateTime } from "../../vietnamese/dates.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { reviewPageWords } from "../../vietnamese/words/review-page.ts";
import { renderInputField } from "../fields.ts";
import { comparePath, publishPath, reviewPath } from "../../addresses/newsroom.ts";
import { renderRestoreButton } from "../desk/desk-line.ts";
import { actFields, confirmedDateField, parseTypedTime } from "./act-input.ts";
import { renderActForm, renderHiddenEvent, makeReasonField, readTyped } from "./act-form.ts";
import type { RefusedAct } from "./act-form.ts";
import type { Overview } from "./overview.ts";
import { renderSchedulePresets, toWallClock } from "./schedule-presets.ts";

/** The forms of the possible acts, which all ask first: `main` has the likely ones. */
export type ActForms = { main: Html[]; others: Html[] };

export function makeActForms(overview: Overview, refused: RefusedAct | null): ActForms {
  const { acts, article } = overview;
  const blocked = overview.findings.open.some(({ severity }) => severity === "block");
  const isSubmitted = article.state === "submitted";
  const decisions =
    acts.approve === null || blocked || isSubmitted
      ? []
      : renderApprovalForms(overview, acts.approve);
  const submit = acts.submit && !blocked ? [renderSubmitForm(overview)] : [];
  const giveBack = acts.giveBack ? [renderReturnForm(overview, refused)] : [];
  const schedule =
    acts.approve === null || blocked || isSubmitted
      ? []
      : [renderScheduleForm(overview, acts.approve, refused)];
  const withdraw = acts.withdraw ? [renderWithdrawForm(overview, refused)] : [];
  const correct = [
    ...(acts.correct ? [renderCorrectionForm(overview, refused)] : []),
    ...(acts.correctDate ? [renderDateForm(overview, refused)] : []),
  ];
  if (acts.restore) return { main: [renderRestoreButton(article)], others: [] };
  if (isSubmitted) {
    const review = acts.approve === null ? [] : [renderReviewLink(article.id, acts.approve)];
    const takeBack = acts.takeBack
      ? [renderActForm(overview, { act: "takeBack", kind: "plain", ...deskWords.takeBack })]
      : [];
    return { main: [...takeBack, ...review, ...giveBack], others: [...correct, ...withdraw] };
  }
  return {
    main: [...submit, ...decisions],
    others: [
      ...schedule,
      ...giveBack,
      ...correct,
      ...withdraw,
      ...(acts.discard
        ? [renderActForm(overview, { act: "discard", kind: "danger", ...deskWords.discard })]
        : []),
    ],
  };
}

function renderSubmitForm(overview: Overview): Html {
  return renderActForm(overview, {
    act: "submit",
    kind: "primary",
    title: deskWords.submit,
    go: deskWords.submitNow,
    question: deskWords.submitQuestion,
    fields: html`${renderWarnings(overview)}`,
  });
}

/** A submitted article is approved where its text is on screen. */
function renderReviewLink(id: string, version: number): Html {
  return html`<a class="button primary" href="${reviewPath(id)}"
    >${reviewPageWords.reviewNow(version)}</a
  >`;
}

function renderApprovalForms(overview: Overview, version: number): Html[] {
  const { article } = overview;
  const titles = {
    scheduled: deskWords.publishAtOnce,
    withdrawn: deskWords.republish,
  } as const;
  const { state } = article;
  if (state !== "scheduled" && state !== "withdrawn") return [];
  const form = renderActForm(overview, {
    act: "publish",
    kind: "primary",
    title: titles[state],
    go: deskWords.approveNow,
    question: askBefore(overview, version),
    fields: html`${renderComparison(overview, version)} ${renderWarnings(overview)}
    ${renderHiddenVersion(version)}`,
  });
  return [form];
}

/** A withdrawn article is published again in its approved version, which may not be the newest. */
function askBefore({ content, version: shown }: Overview, version: number): string {
  return deskWords.approveQuestion(version, version === shown ? content.title : null);
}

function renderScheduleForm(overview: Overview, version: number, refused: RefusedAct | null): Html {
  const typed = readTyped(refused, actFields.at);
  const { scheduledAt } = overview.article;
  const title = scheduledAt === null ? deskWords.schedule : deskWords.reschedule;
  return renderActForm(overview, {
    act: "publish",
    kind: "plain",
    title,
    go: deskWords.scheduleNow,
    question: deskWords.scheduleQuestion(version),
    open: typed.error !== null,
    first: renderSchedulePresets({
      action: publishPath(overview.article.id),
      fields: html`${renderHiddenEvent(overview)} ${renderHiddenVersion(version)}`,
      now: Date.now(),
      approves: false,
    }),
    fields: html`${renderHiddenVersion(version)}
    ${renderInputField({
      name: actFields.at,
      label: deskWords.scheduleAt,
      type: "datetime-local",
      error: typed.error,
      required: true,
      value: typed.value ?? (scheduledAt === null ? "" : toWallClock(scheduledAt)),
    })}`,
  });
}

function renderReturnForm(overview: Overview, refused: RefusedAct | null): Html {
  return renderActForm(overview, {
    act: "return",
    kind: "plain",
    title: deskWords.giveBack,
    go: deskWords.giveBackNow,
    question: deskWords.giveBackQuestion,
    ...makeReasonField(actFields.returnReason, deskWords.reasonLabel, refused),
  });
}

function renderWithdrawForm(overview: Overview, refused: RefusedAct | null): Html {
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
  const reason = makeReasonField(actFields.withdrawReason, deskWords.reasonLabel, refused);
  return renderActForm(overview, { act: "withdraw", kind: "danger", ...words, ...reason });
}

function renderCorrectionForm(overview: Overview, refused: RefusedAct | null): Html {
  return renderActForm(overview, {
    act: "correct",
    kind: "plain",
    title: deskWords.correct,
    go: deskWords.correctNow,
    question: deskWords.correctQuestion,
    ...makeReasonField(actFields.correction, deskWords.correctionText, refused),
  });
}

/** Asks for the date and the reason, then shows both dates to confirm. */
function renderDateForm(overview: Overview, refused: RefusedAct | null): Html {
  const date = readTyped(refused, actFields.publishedAt);
  const reason = makeReasonField(actFields.dateReason, deskWords.reasonLabel, refused);
  const former = overview.article.publishedAt ?? 0;
  const formatTime = (at: number): string => formatShortDateTime(new Date(at));
  const corrected =
    refused?.act === "correctDate" && refused.error === null
      ? parseTypedTime(refused.form, actFields.publishedAt)
      : null;
  return renderActForm(overview, {
    act: "correctDate",
    kind: "plain",
    title: deskWords.correctDate,
    go: corrected === null ? deskWords.reviewDate : deskWords.correctDateNow,
    question:
      corrected === null
        ? deskWords.correctDateQuestion(formatTime(former))
        : deskWords.confirmDateQuestion(formatTime(former), formatTime(corrected)),
    open: reason.open,
    fields: html`${renderInputField({
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

function renderHiddenVersion(version: number): Html {
  return html`<input type="hidden" name="version" value="${version}" />`;
}

function renderComparison({ article }: Overview, version: number): Html | null {
  const { approvedVersion, isPublic, id } = article;
  if (!isPublic || approvedVersion === null || approvedVersion === version) return null;
  return html`<p>
    <a href="${comparePath(id, approvedVersion, version)}">${deskWords.compareWithPublished}</a>
  </p>`;
}

function renderWarnings({ findings }: Overview): Html | null {
  const count = findings.open.filter(({ severity }) => severity === "warn").length;
  if (count === 0) return null;
  return html`<p><a href="#soat-bai">${deskWords.warns(count)}</a></p>`;
}
