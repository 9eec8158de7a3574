import type { NotificationKind } from "../people/notification-kind.ts";
import type { ArticleState } from "../article/article.ts";
import type { SignInMethod } from "../people/session.ts";
import { roles } from "../people/person.ts";
import type { Role } from "../people/person.ts";
import type { PushTarget } from "../people/push-device-store.ts";
import type { PushMessage } from "./push-service.ts";

/** Who receives a notification: everybody with a role or a higher one, or the owner of an article. */
type Recipients = { role: Role } | { personId: string };

/** A notification in the outbox. `exceptId` is the person who acted, and knows already. Times in ms. */
export type NewNotification = {
  kind: NotificationKind;
  to: Recipients;
  exceptId: string | null;
  /** Null for an alert about the whole site. */
  articleId: string | null;
  message: Omit<PushMessage, "tag">;
  at: number;
};

/** What the outbox keeps of a notification to one device. */
type Payload = {
  deviceId: string;
  personId: string;
  kind: NotificationKind;
  message: Omit<PushMessage, "tag">;
  articleId: string | null;
};

/**
 * The statement that puts a notification into the outbox, once for each device that receives it. It belongs into the
 * transaction of the act.
 */
export function requestNotification(
  db: D1Database,
  { kind, to, exceptId, articleId, message, at }: NewNotification,
): D1PreparedStatement {
  const to_ =
    "role" in to
      ? { ids: null, roles: roles.slice(roles.indexOf(to.role)) }
      : { ids: [to.personId], roles: [] };
  return db
    .prepare(
      `INSERT INTO outbox (kind, payload, rounds, created_at, due_at)
       SELECT 'notification',
         json_object('deviceId', push_devices.id, 'personId', people.id, 'kind', ?1, 'message', json(?2),
           'articleId', ?7), 1, ?3, ?3
       FROM push_devices
       CROSS JOIN sessions ON sessions.id = push_devices.session_id
       CROSS JOIN people ON people.id = sessions.person_id
       WHERE sessions.ends_at > ?3 AND people.disabled_at IS NULL AND people.id IS NOT ?4
         AND (people.id IN (SELECT value FROM json_each(?5)) OR people.role IN (SELECT value FROM json_each(?6)))
         AND NOT EXISTS (SELECT 1 FROM json_each(people.muted_notifications) WHERE value = ?1)`,
    )
    .bind(
      kind,
      JSON.stringify(message),
      at,
      exceptId,
      JSON.stringify(to_.ids ?? []),
      JSON.stringify(to_.roles),
      articleId,
    );
}

/** A due notification. `target` is null if its device is gone, or its session or account has ended. Times in ms. */
export type DueNotification = {
  id: number;
  attempts: number;
  createdAt: number;
  deviceId: string;
  kind: NotificationKind;
  message: Omit<PushMessage, "tag">;
  target: (PushTarget & { method: SignInMethod; role: Role }) | null;
  /** The state of its article now; null if it names none. */
  state: ArticleState | null;
};

type DueRow = Pick<DueNotification, "id" | "attempts" | "createdAt" | "state"> & {
  payload: string;
} & ((PushTarget & { method: SignInMethod; role: Role }) | { endpoint: null });

/**
 * Takes due notifications, the oldest first. They become due again at `leaseEnd`, so that nobody else sends them meanwhile,
 * and none is lost when this process ends.
 */
export async function claimDueNotifications(
  db: D1Database,
  { now, leaseEnd, limit }: { now: number; leaseEnd: number; limit: number },
): Promise<DueNotification[]> {
  const claimed = await db
    .prepare(
      `UPDATE outbox SET due_at = ?2 WHERE id IN (
         SELECT id FROM outbox WHERE kind = 'notification' AND done_at IS NULL AND due_at <= ?1 ORDER BY due_at, id LIMIT ?3)
       RETURNING id`,
    )
    .bind(now, leaseEnd, limit)
    .all<{ id: number }>();
  if (claimed.results.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT outbox.id, outbox.attempts, outbox.created_at AS createdAt, outbox.payload, push_devices.endpoint,
         push_devices.p256dh, push_devices.auth, sessions.method, people.role,
         (SELECT state FROM articles WHERE id = outbox.payload ->> 'articleId') AS state
       FROM outbox
       LEFT JOIN (push_devices
         CROSS JOIN sessions ON sessions.id = push_devices.session_id AND sessions.ends_at > ?2
         CROSS JOIN people ON people.id = sessions.person_id AND people.disabled_at IS NULL)
         ON push_devices.id = outbox.payload ->> 'deviceId' AND people.id = outbox.payload ->> 'personId'
       WHERE outbox.id IN (SELECT value FROM json_each(?1)) ORDER BY outbox.id`,
    )
    .bind(JSON.stringify(claimed.results.map(({ id }) => id)), now)
    .all<DueRow>();
  return results.map(toDueNotification);
}

function toDueNotification(row: DueRow): DueNotification {
  const { id, attempts, createdAt, payload, state, ...target } = row;
  const { deviceId, kind, message } = JSON.parse(payload) as Payload;
  const found = target.endpoint === null ? null : target;
  return { id, attempts, createdAt, deviceId, kind, message, target: found, state };
}

/** The statement that ends a notification; `error` says why it was not sent. */
export function finishNotification(
  db: D1Database,
  id: number,
  { at, error }: { at: number; error: string | null },
): D1PreparedStatement {
  return db
    .prepare(`UPDATE outbox SET done_at = ?2, last_error = ?3 WHERE id = ?1`)
    .bind(id, at, error);
}

/** The statement that records a failed attempt, and when to try again. */
export function postponeNotification(
  db: D1Database,
  id: number,
  { error, retryAt }: { error: string; retryAt: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET attempts = attempts + 1, last_error = ?2, due_at = ?3 WHERE id = ?1`,
    )
    .bind(id, error, retryAt);
}
