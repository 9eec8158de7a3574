import { readArticle } from "../../article/article-store.ts";
import { AppError } from "../../errors.ts";
import type { AppContext } from "../../context.ts";
import { hasEdgeCache } from "../../edge-cache/edge-cache.ts";
import { readHealth } from "../../health/health.ts";
import type { Health, Problem } from "../../health/health.ts";
import { html, type Html } from "../../html/template.ts";
import { refuseBlocked } from "../../publishing/proofreading.ts";
import { readAlerts } from "../../publishing/alerts.ts";
import type { Alerts } from "../../publishing/alerts.ts";
import type { FailingOutbox, OverdueArticle } from "../../publishing/alert-store.ts";
import type { UndeliveredArticle } from "../../publishing/delivery-store.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { healthWords } from "../../vietnamese/words/health.ts";
import { healthPagePath, mediaPhotoPath, newsroomArticlePath } from "../../addresses/newsroom.ts";
import { renderShortTime } from "../../html/time.ts";
import { readProposals } from "../../photo/credit-proposal-store.ts";
import { renderProposalToDecide } from "../media/proposal-form.ts";
import { formatIsoDay } from "../../vietnamese/dates.ts";
import { readExpiredPhotos } from "./desk-store.ts";
import type { ExpiredPhoto } from "./desk-store.ts";

/** An overdue article with the blocking findings that hold it back; none if only the clock failed. */
type ExplainedArticle = OverdueArticle & { faults: string[] };

/**
 * The alerts above the desk; null if there are none. Admins also see the problems of operations.
 */
export async function readAlertBox(
  { env, executionCtx }: Pick<AppContext, "env" | "executionCtx">,
  { isAdmin, now }: { isAdmin: boolean; now: number },
): Promise<Html | null> {
  const { DB: db } = env;
  const isCached = hasEdgeCache(executionCtx);
  const [alerts, expired, health] = await Promise.all([
    readAlerts(db, now),
    readExpiredPhotos(db, formatIsoDay(new Date(now)), maxExpired),
    isAdmin ? readHealth(env, { isCached, now }) : null,
  ]);
  const explained = alerts.overdue.map(async (article) => {
    return { ...article, faults: await listFaults(db, article, now) };
  });
  const shown = { ...alerts, isCached, problems: health === null ? [] : listForDesk(health) };
  return renderAlertBox(await Promise.all(explained), shown, expired);
}

/** Without those that every editor sees here. */
function listForDesk({ problems }: Health): Problem[] {
  return problems.filter(({ name }) => name !== "edge-cache" && name !== "outbox");
}

const maxExpired = 5;

const maxProposals = 5;

/** What reporters propose about published photos, for an editor to decide; null if there is nothing. */
export async function readProposalBox(db: D1Database): Promise<Html | null> {
  const proposals = await readProposals(db, maxProposals);
  if (proposals.length === 0) return null;
  return html`<section aria-labelledby="de-nghi">
    <h2 id="de-nghi">${deskWords.proposals}</h2>
    ${proposals.map((proposal) => renderProposalToDecide(proposal, "desk"))}
  </section>`;
}

/** The blocking findings that keep the clock from publishing an article. */
async function listFaults(
  db: D1Database,
  { id, version }: OverdueArticle,
  now: number,
): Promise<string[]> {
  try {
    const article = await readArticle(db, id);
    if (article !== null) await refuseBlocked({ db, now }, article, version);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.errors.length === 0 ? [error.message] : error.errors.map(({ message }) => message);
  }
}

function renderAlertBox(
  overdue: ExplainedArticle[],
  { outbox, unseen, isCached, problems }: Alerts & { isCached: boolean; problems: Problem[] },
  expired: ExpiredPhoto[],
): Html | null {
  const lines = overdue.length + unseen.length + expired.length + problems.length;
  if (lines === 0 && outbox === null && isCached) return null;
  return html`<section class="faults alerts" aria-labelledby="can-de-y">
    <h2 id="can-de-y">${deskWords.alerts}</h2>
    <ul>
      ${isCached ? null : html`<li>${deskWords.noEdgeCache}</li>`}
      ${problems.length === 0 ? null : renderProblemsLine(problems)}
      ${overdue.map(renderOverdueLine)} ${unseen.map(renderUnseenLine)}
      ${expired.map(renderExpiredLine)} ${outbox === null ? null : renderOutboxLine(outbox)}
    </ul>
  </section>`;
}

function renderProblemsLine(problems: Problem[]): Html {
  return html`<li>
    <a href="${healthPagePath}">${healthWords.title}</a>
    <ul>
      ${problems.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
  </li>`;
}

function renderOverdueLine({ id, title, at, faults }: ExplainedArticle): Html {
  return html`<li>
    <a href="${newsroomArticlePath(id)}">${deskWords.overdue(title)}</a>
    ${deskWords.overdueSince} ${renderShortTime(at)}.
    ${
      faults.length === 0
        ? deskWords.overdueByClock
        : html`${deskWords.overdueByFault}
            <ul>
              ${faults.map((fault) => html`<li>${fault}</li>`)}
            </ul>`
    }
  </li>`;
}

function renderUnseenLine({ id, title, problem }: UndeliveredArticle): Html {
  return html`<li>
    <a href="${newsroomArticlePath(id)}">${deskWords.deliveryFailing(title)}</a>
    ${deskWords.problems[problem]} ${deskWords.problemAdvice}
  </li>`;
}

function renderExpiredLine({ photo, articleId, title }: ExpiredPhoto): Html {
  return html`<li>
    <a href="${mediaPhotoPath(photo)}">${deskWords.expiredPhoto}</a>
    ${deskWords.inArticle} <a href="${newsroomArticlePath(articleId)}">${title}</a>.
  </li>`;
}

function renderOutboxLine({ count, error }: FailingOutbox): Html {
  return html`<li>
    ${deskWords.outboxFailing(count)} ${deskWords.outboxAdvice}
    <code>${error.slice(0, 300)}</code>
  </li>`;
}
