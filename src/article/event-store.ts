import type { Actor } from "../people/person.ts";
import type { Article } from "./article.ts";

export type EventType =
  | "created"
  | "saved"
  | "submitted"
  | "taken-back"
  | "returned"
  | "scheduled"
  | "unscheduled"
  | "published"
  | "withdrawn"
  | "corrected"
  | "redated"
  | "discarded"
  | "restored"
  | "removed";

/** The database, who acts (null for the clock) and when, in ms since the epoch. */
export type EventContext = { db: D1Database; actor: Actor | null; now: number };

/**
 * The statement that adds the next event of an article. Every change of an article is committed with one: when two writers
 * read the same article, only the first of them succeeds.
 */
export function recordEvent(
  { db, actor, now }: EventContext,
  article: Pick<Article, "id" | "event">,
  type: EventType,
  version: number,
  reason: string | null = null,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (article_id, number, type, version, actor_id, at, reason, owner_id)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT owner_id FROM articles WHERE id = ?1))`,
    )
    .bind(article.id, article.event + 1, type, version, actor?.id ?? null, now, reason);
}

/** The statement that marks a transaction as committed. A second one with the same id fails. */
export function insertCommit(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare(`INSERT INTO commits (id) VALUES (?1)`).bind(id);
}

/** Deletes the marks whose ids are smaller. */
export async function deleteCommits(db: D1Database, before: string): Promise<void> {
  await db.prepare(`DELETE FROM commits WHERE id < ?1`).bind(before).run();
}

/** Whether an article was ever submitted. */
export async function wasSubmitted(db: D1Database, articleId: string): Promise<boolean> {
  return hasEvent(db, articleId, "submitted");
}

/** Whether an article was ever returned. */
export async function wasReturned(db: D1Database, articleId: string): Promise<boolean> {
  return hasEvent(db, articleId, "returned");
}

async function hasEvent(db: D1Database, articleId: string, type: EventType): Promise<boolean> {
  const row = await db
    .prepare(`SELECT EXISTS (SELECT 1 FROM events WHERE article_id = ?1 AND type = ?2) AS found`)
    .bind(articleId, type)
    .first<{ found: number }>();
  return row?.found === 1;
}

/** Whether an article was withdrawn at a time (ms) or later. */
export async function wasWithdrawnSince(
  db: D1Database,
  articleId: string,
  since: number,
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM events WHERE article_id = ?1 AND type = 'withdrawn' AND at >= ?2) AS withdrawn`,
    )
    .bind(articleId, since)
    .first<{ withdrawn: number }>();
  return row?.withdrawn === 1;
}

/** The latest return of an article. `actor` is a name; `at` in ms since the epoch. */
export type LastReturn = { actor: string | null; reason: string | null; at: number };

export async function readLastReturn(
  db: D1Database,
  articleId: string,
): Promise<LastReturn | null> {
  return db
    .prepare(
      `SELECT people.name AS actor, events.reason, events.at
       FROM events LEFT JOIN people ON people.id = events.actor_id
       WHERE events.article_id = ?1 AND events.type = 'returned' ORDER BY events.number DESC LIMIT 1`,
    )
    .bind(articleId)
    .first<LastReturn>();
}
