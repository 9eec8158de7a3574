import type { NotificationKind } from "./notification-kind.ts";

/** Where a browser receives messages, and the keys that encrypt them. Keys are base64url, as browsers give them. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** A browser that receives the notifications of its signed-in user. */
export type PushDevice = PushTarget & {
  /** SHA-256 of the endpoint, in hex. */
  id: string;
  sessionId: string;
  /** The User-Agent of its session. */
  userAgent: string;
  /** ms since the epoch. */
  createdAt: number;
};

/**
 * The statements that make a session's browser receive notifications. An endpoint belongs to one browser, so it leaves the
 * session that had it before.
 */
export function addPushDevice(
  db: D1Database,
  { id, sessionId, endpoint, p256dh, auth, createdAt }: Omit<PushDevice, "userAgent">,
): D1PreparedStatement[] {
  return [
    db.prepare(`DELETE FROM push_devices WHERE id = ?1 OR session_id = ?2`).bind(id, sessionId),
    db
      .prepare(
        `INSERT INTO push_devices (id, session_id, endpoint, p256dh, auth, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
      )
      .bind(id, sessionId, endpoint, p256dh, auth, createdAt),
  ];
}

/** A person's devices, the newest first. Sessions that ended are not among them. */
export async function listPushDevices(
  db: D1Database,
  personId: string,
  now: number,
): Promise<PushDevice[]> {
  const { results } = await db
    .prepare(
      `SELECT push_devices.id, session_id AS sessionId, device AS userAgent, endpoint, p256dh, auth,
         push_devices.created_at AS createdAt
       FROM sessions CROSS JOIN push_devices ON push_devices.session_id = sessions.id
       WHERE sessions.person_id = ?1 AND sessions.ends_at > ?2 ORDER BY push_devices.created_at DESC`,
    )
    .bind(personId, now)
    .all<PushDevice>();
  return results;
}

/** The statement that stops notifications to a device of any user. */
export function removePushDevice(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM push_devices WHERE id = ?1`).bind(id);
}

/** The kinds of notifications that a person does not want. */
export async function readMutedKinds(db: D1Database, personId: string): Promise<string[]> {
  const row = await db
    .prepare(`SELECT muted_notifications AS muted FROM people WHERE id = ?1`)
    .bind(personId)
    .first<{ muted: string }>();
  return JSON.parse(row?.muted ?? "[]") as string[];
}

/** The statement that sets the kinds of notifications that a person does not want. */
export function muteKinds(
  db: D1Database,
  personId: string,
  kinds: readonly NotificationKind[],
): D1PreparedStatement {
  return db
    .prepare(`UPDATE people SET muted_notifications = ?2 WHERE id = ?1`)
    .bind(personId, JSON.stringify(kinds));
}
