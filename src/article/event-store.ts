import type { Article } from "./article.ts";

type EventType =
  | "created"
  | "saved"
  | "submitted"
  | "returned"
  | "scheduled"
  | "unscheduled"
  | "published"
  | "withdrawn"
  | "corrected";

/** What happened to an article. `actorId` is null when the clock did it; `at` in ms since the epoch. */
export type ArticleEvent = {
  type: EventType;
  version: number;
  actorId: string | null;
  at: number;
  reason: string | null;
};

/**
 * The statement that adds an event as the next one of an article. Every change of an article is committed with one, so
 * that of two writers who saw the same article only the first succeeds.
 */
export function recordEvent(
  db: D1Database,
  article: Pick<Article, "id" | "event">,
  event: ArticleEvent,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (article_id, number, type, version, actor_id, at, reason)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(
      article.id,
      article.event + 1,
      event.type,
      event.version,
      event.actorId,
      event.at,
      event.reason,
    );
}
