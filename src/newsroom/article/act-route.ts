import type { Article } from "../../article/article.ts";
import type { AppContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { Person } from "../../people/person.ts";
import type { ActContext } from "../../publishing/permission.ts";
import { purgeDue } from "../../publishing/outbox.ts";
import { correctArticle } from "../../publishing/correction.ts";
import { correctPublicationDate, refusePublicationDate } from "../../publishing/date-correction.ts";
import { discardDraft, restoreDraft } from "../../publishing/discarding.ts";
import { notifySoon } from "../../publishing/notifications.ts";
import { submit, takeBack } from "../../publishing/submission.ts";
import { withdraw } from "../../publishing/withdrawal.ts";
import { parseWholeNumber } from "../../request/read-value.ts";
import { articleWords } from "../../vietnamese/words/article.ts";
import { seeOther } from "../answer.ts";
import { readLine } from "../form-data.ts";
import { readForm } from "../../request/read-body.ts";
import { recordOpening } from "../record-opening.ts";
import { idParam, staff, startAct } from "../guard.ts";
import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import {
  isDateConfirmed,
  isDuplicateSubmit,
  readCorrectedDate,
  readCorrection,
  readReason,
} from "./act-input.ts";
import type { ArticleAct } from "./act-input.ts";
import { checkDeliveryAfterAct } from "./delivery.ts";
import { readStaffArticle, readOverview } from "./overview.ts";
import type { RefusedAct } from "./act-form.ts";
import type { Overview } from "./overview.ts";
import { renderOverviewPage } from "./overview-page.ts";

/** The arguments of an act: who acts and when, on which article, with which form. */
type Doing = { c: AppContext; by: ActContext; article: Article; form: FormData };

/** POST …/nop: submits the article. */
export const postSubmission = act("submit", async ({ by, article }) => {
  await submit(by, article.id);
});

/** POST …/rut-lai: takes back a submission that no editor has opened. */
export const postTakingBack = act("takeBack", async ({ by, article }) => {
  await takeBack(by, article.id);
});

/** POST …/bo: discards a draft of the signed-in user. */
export const postDiscarding = act("discard", async ({ by, article }) => {
  await discardDraft(by, article.id);
});

/** POST …/khoi-phuc: restores a discarded draft. */
export const postDraftRestoration = act("restore", async ({ by, article }) => {
  await restoreDraft(by, article.id);
});

/** POST …/go: withdraws the article, or cancels its schedule, with a reason. */
export const postWithdrawal = act("withdraw", async ({ c, by, article, form }) => {
  await withdraw(by, article.id, readReason(form, "withdrawReason"));
  await purgeDue(by.db, c.executionCtx, by.now);
});

/** POST …/dinh-chinh: adds a correction, which readers see. */
export const postCorrection = act("correct", async ({ c, by, article, form }) => {
  await correctArticle(by, article.id, readCorrection(form));
  await purgeDue(by.db, c.executionCtx, by.now);
  await checkDeliveryAfterAct(c, article.id);
});

/** POST …/ngay-dang: corrects the date of publication, once the admin has confirmed the former and the new date. */
export const postDateCorrection = act("correctDate", async ({ c, by, article, form }) => {
  const publishedAt = readCorrectedDate(form);
  const reason = readReason(form, "dateReason");
  if (article.publishedAt !== null) {
    refusePublicationDate(article.publishedAt, publishedAt, by.now);
  }
  if (!isDateConfirmed(form)) return "unconfirmed";
  await correctPublicationDate(by, article.id, { publishedAt, reason });
  await purgeDue(by.db, c.executionCtx, by.now);
  await checkDeliveryAfterAct(c, article.id);
  return "done";
});

/** Shows why an act was refused, with what was typed. */
export type ShowRefusal = (
  c: AppContext,
  overview: Overview,
  refused: RefusedAct,
) => Response | Promise<Response>;

/**
 * Runs an act if the article has not changed since the user saw it, and leads back to its page. A refused act is shown
 * there with the error and what was typed, unless `showRefusal` shows it elsewhere; an unconfirmed one with its question.
 */
export function act(
  name: ArticleAct,
  work: (doing: Doing) => Promise<void | "done" | "unconfirmed">,
  showRefusal: ShowRefusal = renderOverviewPage,
) {
  return async function postAct(c: AppContext): Promise<Response> {
    const person = staff(c);
    const id = idParam(c);
    const article = await readStaffArticle(c.env.DB, person, id);
    const form = await readForm(c);
    const seen = readNumber(form, "event");
    try {
      if (seen !== article.event) throw new AppError("conflict", articleWords.changedMeanwhile);
      const outcome = await work({ c, by: startAct(c), article, form });
      notifySoon(c);
      if (outcome === "unconfirmed") {
        const overview = await readPresentOverview(c, person, id);
        return renderOverviewPage(c, overview, { act: name, error: null, form, seen });
      }
      return seeOther(newsroomArticlePath(id));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "forbidden") throw error;
      const overview = await readPresentOverview(c, person, id);
      if (error.code === "conflict" && isDuplicateSubmit(overview, { name, form, seen, person })) {
        return seeOther(newsroomArticlePath(id));
      }
      return showRefusal(c, overview, { act: name, error, form, seen });
    }
  };
}

async function readPresentOverview(c: AppContext, person: Person, id: string): Promise<Overview> {
  const article = await readStaffArticle(c.env.DB, person, id);
  return readOverview(c.env.DB, person, article, Date.now());
}

/** A number in a hidden field; 0, which is never valid, if it is missing or invalid. */
export function readNumber(form: FormData, name: string): number {
  return parseWholeNumber(readLine(form, name)) ?? 0;
}

/** GET /toa-soan/bai/:id: the article page, with state, findings, history and possible acts. */
export async function getOverview(c: AppContext): Promise<Response> {
  const person = staff(c);
  const article = await readStaffArticle(c.env.DB, person, idParam(c));
  await recordOpening(c, article);
  return renderOverviewPage(c, await readOverview(c.env.DB, person, article, Date.now()), null);
}
