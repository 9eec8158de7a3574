import { html, type Html } from "../../html/template.ts";
import type { DeliveryCheck } from "../../publishing/delivery-store.ts";
import { isoWithOffset, shortDate } from "../../vietnamese/dates.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { deliveryCheckPath } from "../../addresses/newsroom.ts";

/** Whether readers are shown what was published: when that was seen, or what is wrong and what to do. */
export function deliveryNote(articleId: string, receipt: DeliveryCheck | null): Html {
  if (receipt === null) {
    return html`<div class="note">
      <p>${deskWords.deliveryPending}</p>
      ${checkAgain(articleId)}
    </div>`;
  }
  const { seenAt, checkedAt, problem, inFeed } = receipt;
  if (problem === null) {
    return html`<div class="done">
      <p><b>${deskWords.onPageAt(clockTime(seenAt ?? checkedAt))}</b></p>
      ${inFeed ? null : html`<p class="soft">${deskWords.olderThanFeed}</p>`}
    </div>`;
  }
  return html`<div class="faults">
    <p>${deskWords.deliveryProblem(clockTime(checkedAt))}</p>
    <p><b>${deskWords.problems[problem]}</b></p>
    <p>${deskWords.problemAdvice}</p>
    ${checkAgain(articleId)}
  </div>`;
}

function checkAgain(articleId: string): Html {
  return html`<form method="post" action="${deliveryCheckPath(articleId)}">
    <button type="submit">${deskWords.checkAgain}</button>
  </form>`;
}

/** "09:41:03 ngày 23/11/2026" */
function clockTime(at: number): string {
  const date = new Date(at);
  return deskWords.timeOnDay(isoWithOffset(date).slice(11, 19), shortDate(date));
}
