import { deliveryCheckPath, newsroomArticlePath } from "../../addresses/newsroom.ts";
import type { AppContext } from "../../context.ts";
import { askThroughCache } from "../../edge-cache/edge-cache.ts";
import { html } from "../../html/template.ts";
import type { Html } from "../../html/template.ts";
import { seeOther } from "../answer.ts";
import { readStaffArticle } from "./overview.ts";
import { idParam, staff } from "../guard.ts";
import type { Article } from "../../article/article.ts";
import { checkDelivery } from "../../publishing/delivery-check.ts";
import type { DeliveryCheck } from "../../publishing/delivery-store.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { formatIsoWithOffset, formatShortDate } from "../../vietnamese/dates.ts";
import { deskWords, sayOfKind } from "../../vietnamese/words/desk.ts";
import { logFailure } from "../../log.ts";

/** POST …/kiem-tra: runs the due purges of the outbox, then the delivery check. */
export async function postDeliveryCheck(c: AppContext): Promise<Response> {
  const { id } = await readStaffArticle(c.env.DB, staff(c), idParam(c));
  await purgeDue(c.env.DB, c.executionCtx, Date.now());
  await checkDeliveryAfterAct(c, id);
  return seeOther(newsroomArticlePath(id));
}

/** Runs the delivery check after an act. A failure is only logged: the act is done, and the clock checks again. */
export async function checkDeliveryAfterAct(c: AppContext, articleId: string): Promise<void> {
  const ask = askThroughCache(c.executionCtx, c.var.site.baseUrl);
  try {
    await checkDelivery(c.env.DB, ask, articleId, Date.now());
  } catch (error) {
    logFailure("a delivery check failed", error, { articleId });
  }
}

/** The result of the delivery check: when readers got the article, or the problem and what to do. */
export function renderDeliveryNote({ id, kind }: Article, check: DeliveryCheck | null): Html {
  if (check === null) {
    return html`<div class="note">
      <p>${deskWords.deliveryPending}</p>
      ${renderCheckAgain(id)}
    </div>`;
  }
  const { seenAt, checkedAt, problem, inFeed } = check;
  if (problem === null) {
    return html`<div class="done">
      <p><b>${deskWords.onPageAt(formatClockTime(seenAt ?? checkedAt))}</b></p>
      ${inFeed || kind === "page" ? null : html`<p class="soft">${deskWords.olderThanFeed}</p>`}
    </div>`;
  }
  return html`<div class="faults">
    <p>${deskWords.deliveryProblem(formatClockTime(checkedAt))}</p>
    <p><b>${sayOfKind(kind, deskWords.problems[problem])}</b></p>
    <p>${sayOfKind(kind, deskWords.problemAdvice)}</p>
    ${renderCheckAgain(id)}
  </div>`;
}

function renderCheckAgain(articleId: string): Html {
  return html`<form method="post" action="${deliveryCheckPath(articleId)}">
    <button type="submit">${deskWords.checkAgain}</button>
  </form>`;
}

/** "09:41:03 ngày 23/11/2026" */
function formatClockTime(at: number): string {
  const date = new Date(at);
  return deskWords.timeOnDay(formatIsoWithOffset(date).slice(11, 19), formatShortDate(date));
}
