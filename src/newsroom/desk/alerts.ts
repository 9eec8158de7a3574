import { readArticle } from "../../article/article-store.ts";
import { AppError } from "../../errors.ts";
import { html, type Html } from "../../html/template.ts";
import { refuseBlocked } from "../../publishing/proofreading.ts";
import { readUndeliveredArticles } from "../../publishing/delivery-store.ts";
import type { UndeliveredArticle } from "../../publishing/delivery-store.ts";
import { deskWords } from "../../vietnamese/words/desk.ts";
import { newsroomArticlePath } from "../../addresses/newsroom.ts";
import { shortTime } from "../../html/time.ts";
import { readFailingOutbox, readOverdue } from "./desk-store.ts";
import type { FailingOutbox, OverdueArticle } from "./desk-store.ts";

/** The problems of publishing that editors can solve. */
export type Alerts = {
  /** `faults` are the blocking findings; none if only the clock failed. */
  overdue: (OverdueArticle & { faults: string[] })[];
  outbox: FailingOutbox | null;
  unseen: UndeliveredArticle[];
};

/** One missed minute is no problem: the next run catches up. */
const patience = 2 * 60 * 1000;

const maxLinesPerKind = 5;

export async function readAlerts(db: D1Database, now: number): Promise<Alerts> {
  const [overdue, outbox, unseen] = await Promise.all([
    readOverdue(db, now - patience, maxLinesPerKind),
    readFailingOutbox(db),
    readUndeliveredArticles(db, maxLinesPerKind),
  ]);
  const explained = overdue.map(async (article) => {
    return { ...article, faults: await listFaults(db, article, now) };
  });
  return { overdue: await Promise.all(explained), outbox, unseen };
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

/** The alerts above the desk; null if there are none. */
export function alertBox({ overdue, outbox, unseen }: Alerts): Html | null {
  if (overdue.length === 0 && outbox === null && unseen.length === 0) return null;
  return html`<section class="faults alerts" aria-labelledby="can-de-y">
    <h2 id="can-de-y">${deskWords.alerts}</h2>
    <ul>
      ${overdue.map(overdueLine)} ${unseen.map(unseenLine)}
      ${outbox === null ? null : outboxLine(outbox)}
    </ul>
  </section>`;
}

function overdueLine({ id, title, at, faults }: Alerts["overdue"][number]): Html {
  return html`<li>
    <a href="${newsroomArticlePath(id)}">${deskWords.overdue(title)}</a>
    ${deskWords.overdueSince} ${shortTime(at)}.
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

function unseenLine({ id, title, problem }: UndeliveredArticle): Html {
  return html`<li>
    <a href="${newsroomArticlePath(id)}">${deskWords.deliveryFailing(title)}</a>
    ${deskWords.problems[problem]} ${deskWords.problemAdvice}
  </li>`;
}

function outboxLine({ count, error }: FailingOutbox): Html {
  return html`<li>
    ${deskWords.outboxFailing(count)} ${deskWords.outboxAdvice}
    <code>${error.slice(0, 300)}</code>
  </li>`;
}
