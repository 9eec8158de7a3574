import { articleFormPath, publishPath, returnPath } from "../addresses/newsroom.ts";
import type { AppContext } from "../context.ts";
import { html, type Html } from "../html/template.ts";
import { findPossibleActs } from "../newsroom/article/allowed-acts.ts";
import { readTyped } from "../newsroom/article/act-form.ts";
import type { RefusedAct } from "../newsroom/article/act-form.ts";
import { actFields, reviewFields } from "../newsroom/article/act-input.ts";
import { renderSchedulePresets, toWallClock } from "../newsroom/article/schedule-presets.ts";
import { renderInputField, renderTextField } from "../newsroom/fields.ts";
import { staff } from "../newsroom/guard.ts";
import { reviewPageWords } from "../vietnamese/words/review-page.ts";
import type { Review } from "./read-review.ts";

/**
 * The forms that approve the shown version, after the last line of the text. Without script, that place is the proof that the
 * text was on screen; with script, they open when the reader gets there.
 */
export function renderApprovalSection(
  c: AppContext,
  review: Review,
  refused: RefusedAct | null,
): Html {
  const { article, shown, findings } = review;
  const { state } = article;
  const approvable = findPossibleActs(staff(c), article).approve === shown.number;
  const isDecidable = state === "submitted" || state === "scheduled" || state === "withdrawn";
  if (!approvable || !isDecidable) {
    return html`<section class="decide"><p>${reviewPageWords.nothingToDecide}</p></section>`;
  }
  const isBlocked = findings.open.some(({ severity }) => severity === "block");
  return html`<section class="decide" id="duyet" aria-labelledby="quyet-dinh">
    <h2 id="quyet-dinh">${reviewPageWords.approveTitles[state](shown.number)}</h2>
    ${isBlocked ? html`<p class="faults">${reviewPageWords.blocked}</p>` : renderApprovalForms(review, refused)}
  </section>`;
}

function renderApprovalForms(review: Review, refused: RefusedAct | null): Html {
  const { article, shown } = review;
  const typed = readTyped(refused, actFields.at);
  const { scheduledAt } = article;
  const hidden = html`${renderSeenFields(review)}
    <input type="hidden" name="version" value="${shown.number}" />
    <input
      type="hidden"
      name="${reviewFields.read}"
      value="${shown.number}"
      data-read="${shown.number}"
    />`;
  return html`<p class="read-first" hidden>${reviewPageWords.readFirstLong}</p>
    <form method="post" target="_self" action="${publishPath(article.id)}">
      ${hidden}
      <p>${reviewPageWords.approveHint}</p>
      <button class="primary" type="submit" data-approve>${reviewPageWords.approveNow}</button>
    </form>
    <details ${typed.error === null ? null : html`open`}>
      <summary>${reviewPageWords.schedule}</summary>
      ${renderSchedulePresets({
        action: publishPath(article.id),
        fields: hidden,
        now: Date.now(),
        approves: true,
      })}
      <form method="post" target="_self" action="${publishPath(article.id)}">
        ${hidden}
        ${renderInputField({
          name: actFields.at,
          label: reviewPageWords.scheduleAt,
          type: "datetime-local",
          error: typed.error,
          required: true,
          value: typed.value ?? (scheduledAt === null ? "" : toWallClock(scheduledAt)),
        })}
        <button type="submit" data-approve>${reviewPageWords.scheduleNow}</button>
      </form>
    </details>`;
}

/** The newest event when the page was shown, and that the form is one of this page. */
function renderSeenFields({ article }: Review): Html {
  return html`<input type="hidden" name="event" value="${article.event}" />
    <input type="hidden" name="${reviewFields.page}" value="review" />`;
}

/** The three decisions, under the thumb. It stands at the end of the page, so it never hides the last line. */
export function renderDecisionBar(c: AppContext, review: Review, refused: RefusedAct | null): Html {
  const { article, shown } = review;
  const acts = findPossibleActs(staff(c), article);
  return html`<div class="decision-bar" role="group" aria-label="${reviewPageWords.bar}">
    ${acts.giveBack ? renderReturnForm(review, refused) : null}
    <a class="button" target="_self" href="${articleFormPath(article.id)}"
      >${reviewPageWords.edit}</a
    >
    ${
      acts.approve === shown.number
        ? html`<a class="button primary" id="nut-duyet" target="_self" href="#duyet"
            >${reviewPageWords.approve} <small hidden>${reviewPageWords.readFirst}</small></a
          >`
        : null
    }
  </div>`;
}

function renderReturnForm(review: Review, refused: RefusedAct | null): Html {
  const { value, error } = readTyped(refused, actFields.returnReason);
  return html`<details class="sheet" ${value === null ? null : html`open`}>
    <summary class="button">${reviewPageWords.giveBack}</summary>
    <form class="sheet-in" method="post" target="_self" action="${returnPath(review.article.id)}">
      ${renderSeenFields(review)}
      <p>${reviewPageWords.giveBackQuestion}</p>
      ${renderTextField({
        name: actFields.returnReason,
        label: reviewPageWords.reason,
        value: value ?? "",
        error,
        required: true,
        rows: 4,
      })}
      <button class="primary" type="submit">${reviewPageWords.giveBackNow}</button>
    </form>
  </details>`;
}
