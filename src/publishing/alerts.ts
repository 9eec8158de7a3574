import { deskPath, newsroomArticlePath } from "../addresses/newsroom.ts";
import { notificationWords } from "../vietnamese/words/notifications.ts";
import {
  addNotifiedAlert,
  forgetAlerts,
  listNotifiedAlerts,
  readFailingOutbox,
  readOverdue,
} from "./alert-store.ts";
import type { FailingOutbox, OverdueArticle } from "./alert-store.ts";
import { readUndeliveredArticles } from "./delivery-store.ts";
import type { UndeliveredArticle } from "./delivery-store.ts";
import { requestNotification } from "./notification-store.ts";
import { shortenTitle } from "./notifications.ts";

/** The problems of publishing that editors can solve. */
export type Alerts = {
  overdue: OverdueArticle[];
  outbox: FailingOutbox | null;
  unseen: UndeliveredArticle[];
};

/** One missed minute is no problem: the next run catches up. */
const patience = 2 * 60 * 1000;

const maxAlertsPerKind = 5;

export async function readAlerts(db: D1Database, now: number): Promise<Alerts> {
  const [overdue, outbox, unseen] = await Promise.all([
    readOverdue(db, now - patience, maxAlertsPerKind),
    readFailingOutbox(db),
    readUndeliveredArticles(db, maxAlertsPerKind),
  ]);
  return { overdue, outbox, unseen };
}

/** The clock runs this each minute. It notifies admins of each alert once, and again if it comes back after it was solved. */
export async function notifyOfAlerts(db: D1Database, now: number): Promise<void> {
  const [alerts, known] = await Promise.all([readAlerts(db, now), listNotifiedAlerts(db)]);
  const present = listAlertMessages(alerts);
  const isPresent = (name: string): boolean => present.some((one) => one.name === name);
  const solved = known.filter((name) => !isPresent(name) && !mayBeLeftOut(name, alerts));
  const statements = present
    .filter(({ name }) => !known.includes(name))
    .flatMap(({ name, body, path }) => [
      addNotifiedAlert(db, name, now),
      requestNotification(db, {
        kind: "alert",
        to: { role: "admin" },
        exceptId: null,
        articleId: null,
        message: { title: notificationWords.titles.alert, body, path },
        at: now,
      }),
    ]);
  if (solved.length > 0) statements.push(forgetAlerts(db, solved));
  if (statements.length > 0) await db.batch(statements);
}

/** Whether there may be so many alerts of this kind that one which is not solved is not among them. */
function mayBeLeftOut(name: string, { overdue, unseen }: Alerts): boolean {
  const found = name.startsWith(alertKinds.overdue) ? overdue : unseen;
  return name !== alertKinds.outbox && found.length === maxAlertsPerKind;
}

/** How the names of alerts begin. */
const alertKinds = { overdue: "overdue", undelivered: "undelivered", outbox: "outbox" };

/** `name` is the same as long as the alert is the same. */
function listAlertMessages({ overdue, outbox, unseen }: Alerts) {
  const { alerts } = notificationWords;
  const messages = [
    ...overdue.map(({ id, title, at }) => ({
      name: `${alertKinds.overdue} ${id} ${at}`,
      body: alerts.overdue(shortenTitle(title)),
      path: newsroomArticlePath(id),
    })),
    ...unseen.map(({ id, title }) => ({
      name: `${alertKinds.undelivered} ${id}`,
      body: alerts.undelivered(shortenTitle(title)),
      path: newsroomArticlePath(id),
    })),
  ];
  if (outbox !== null)
    messages.push({ name: alertKinds.outbox, body: alerts.outbox, path: deskPath });
  return messages;
}
