import { newsroomArticlePath, reviewPath } from "../addresses/newsroom.ts";
import type { Article } from "../article/article.ts";
import type { EventContext } from "../article/event-store.ts";
import { hasRole } from "../people/person.ts";
import type { Role } from "../people/person.ts";
import { roleFor } from "../people/notification-kind.ts";
import type { NotificationKind } from "../people/notification-kind.ts";
import { removePushDevice } from "../people/push-device-store.ts";
import { lacksRequiredPasskey } from "../people/session.ts";
import { cutText } from "../vietnamese/cut-text.ts";
import { newsroomWords } from "../vietnamese/words/newsroom.ts";
import { notificationWords } from "../vietnamese/words/notifications.ts";
import {
  claimDueNotifications,
  finishNotification,
  postponeNotification,
  requestNotification,
} from "./notification-store.ts";
import type { DueNotification } from "./notification-store.ts";
import { retryWait } from "./outbox.ts";
import { messageLifetime, sendPush } from "./push-service.ts";
import type { PushOutcome, PushSender } from "./push-service.ts";
import { log, logFailure } from "../log.ts";

/**
 * The statement that notifies people of an act: editors of a submission, the owner of everything else. The person who acted
 * is not notified.
 */
export function requestNotifications(
  { db, actor, now }: EventContext,
  article: Pick<Article, "id" | "ownerId" | "title">,
  kind: Exclude<NotificationKind, "alert" | "reported">,
): D1PreparedStatement {
  return requestNotification(db, {
    kind,
    to: kind === "submitted" ? { role: roleFor[kind] } : { personId: article.ownerId },
    exceptId: actor?.id ?? null,
    articleId: article.id,
    message: {
      title: notificationWords.titles[kind],
      body: shortenTitle(article.title),
      path: kind === "submitted" ? reviewPath(article.id) : newsroomArticlePath(article.id),
    },
    at: now,
  });
}

const maxTitleLength = 150;

/** A title that fits into a notification. */
export function shortenTitle(title: string): string {
  if (title === "") return newsroomWords.untitled;
  return title.length <= maxTitleLength ? title : `${cutText(title, maxTitleLength - 1)}…`;
}

/** The site as far as sending needs it. */
type SendingSite = { agency: { email: string }; passkeyRole: Role | null };

/** Signs messages with this site's key; null where none is set, which turns notifications off. */
export function pushSender(
  env: { PUSH_KEY?: string | undefined },
  site: SendingSite,
): PushSender | null {
  return env.PUSH_KEY === undefined ? null : { key: env.PUSH_KEY, contact: site.agency.email };
}

const minute = 60 * 1000;

/** A request may send at most 50 on the platform's free plan. */
const maxSentAtOnce = 30;

/**
 * Sends the due notifications: right after an act, and each minute by cron. A failed one is retried later and later, until
 * it is a day old. Never throws, because the act has already been committed.
 */
export async function sendDueNotifications(
  env: { DB: D1Database; PUSH_KEY?: string | undefined },
  site: SendingSite,
  now: number,
): Promise<void> {
  const sender = pushSender(env, site);
  if (sender === null) return;
  const db = env.DB;
  const lease = { now, leaseEnd: now + minute, limit: maxSentAtOnce };
  const due = await claimDueNotifications(db, lease);
  const sent = due.map(async (one) => ({ one, outcome: await send(sender, one, site) }));
  const statements = (await Promise.all(sent)).flatMap(({ one, outcome }) =>
    recordOutcome(db, one, outcome, now),
  );
  if (statements.length > 0) await db.batch(statements);
}

/** What a request gives to send notifications with. */
type SendingRequest = {
  env: Parameters<typeof sendDueNotifications>[0];
  var: { site: SendingSite };
  executionCtx: { waitUntil(work: Promise<unknown>): void };
};

/** Sends the notifications of an act after its response. */
export function notifySoon({ env, var: { site }, executionCtx }: SendingRequest): void {
  const sending = sendDueNotifications(env, site, Date.now());
  executionCtx.waitUntil(
    sending.catch((error: unknown) => {
      logFailure("notifying failed; the outbox keeps what is left", error);
    }),
  );
}

/** Null if the device or the right of its person has ended since the act, or if the submission no longer waits. */
async function send(
  sender: PushSender,
  { id, kind, target, message, state }: DueNotification,
  { passkeyRole }: SendingSite,
): Promise<PushOutcome | null> {
  if (target === null || !hasRole(target, roleFor[kind])) return null;
  if (kind === "submitted" && state !== null && state !== "submitted") return null;
  if (lacksRequiredPasskey(target, passkeyRole)) return null;
  return sendPush(sender, target, { ...message, tag: String(id) });
}

function recordOutcome(
  db: D1Database,
  { id, attempts, createdAt, deviceId }: DueNotification,
  outcome: PushOutcome | null,
  now: number,
): D1PreparedStatement[] {
  const finish = (error: string | null) => finishNotification(db, id, { at: now, error });
  if (outcome === null) return [finish("the device, the right or the submission ended")];
  switch (outcome.kind) {
    case "sent":
      return [finish(null)];
    case "gone":
      return [removePushDevice(db, deviceId), finish("the push service dropped the device")];
    case "refused":
      log("error", "failure", {
        what: "the push service refused a notification",
        status: outcome.status,
      });
      return [finish(`refused: ${outcome.status}`)];
    case "failed": {
      const { error } = outcome;
      const retryAt = now + Math.max(retryWait(attempts), outcome.retryAfter ?? 0);
      const isTooOld = retryAt > createdAt + messageLifetime * 1000;
      return [isTooOld ? finish(error) : postponeNotification(db, id, { error, retryAt })];
    }
  }
}
