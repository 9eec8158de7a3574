import type { EventType } from "../../article/event-store.ts";

/** A line of an article's history; `at` in ms since the epoch. `actor` is a name, or null for the clock. */
export type HistoryLine = {
  number: number;
  type: EventType;
  version: number;
  at: number;
  reason: string | null;
  actorId: string | null;
  actor: string | null;
};

/** The facts of the article page besides the article: names, and the history, newest first. */
export type OverviewFacts = {
  owner: string;
  section: string | null;
  /** The title that readers see; null if the article is not public. */
  publicTitle: string | null;
  /** How many errors that readers reported are not settled. */
  openReports: number;
  history: HistoryLine[];
};

/** Only articles saved by a program have a longer history. */
const maxHistoryLines = 300;

export async function readOverviewFacts(
  db: D1Database,
  { id, ownerId, section }: { id: string; ownerId: string; section: string | null },
): Promise<OverviewFacts> {
  const [names, history] = await Promise.all([
    db
      .prepare(
        `SELECT (SELECT name FROM people WHERE id = ?1) AS owner, (SELECT name FROM sections WHERE slug = ?2) AS section,
           (SELECT title FROM public_texts WHERE article_id = ?3) AS publicTitle,
           (SELECT COUNT(*) FROM error_reports WHERE article_id = ?3 AND closed_at IS NULL) AS openReports`,
      )
      .bind(ownerId, section, id)
      .first<Omit<OverviewFacts, "history">>(),
    readHistory(db, id, maxHistoryLines),
  ]);
  if (names === null) throw new Error("the statement for names gave no row");
  return { ...names, history };
}

/** A file of an article: who sent it first and when, ms, and the other articles and pages that use it. */
export type FileOfArticle = {
  id: string;
  name: string;
  sender: string;
  createdAt: number;
  others: { id: string; title: string; ownerId: string; isPublic: 0 | 1 }[];
};

/** The files among these ids that are not erased. */
export async function readFilesOfArticle(
  db: D1Database,
  articleId: string,
  ids: readonly string[],
): Promise<FileOfArticle[]> {
  if (ids.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT files.id, files.name, people.name AS sender, files.created_at AS createdAt,
         (SELECT json_group_array(json_object('id', articles.id, 'title', articles.title, 'ownerId', articles.owner_id,
            'isPublic', EXISTS (SELECT 1 FROM public_texts WHERE article_id = articles.id)))
          FROM (SELECT article_id FROM file_uses WHERE file_id = files.id
                UNION SELECT article_id FROM published_files WHERE file_id = files.id) AS used
          JOIN articles ON articles.id = used.article_id AND articles.id <> ?1) AS others
       FROM json_each(?2) AS named JOIN files ON files.id = named.value JOIN people ON people.id = files.owner_id
       WHERE files.erased_at IS NULL ORDER BY named.key`,
    )
    .bind(articleId, JSON.stringify(ids))
    .all<Omit<FileOfArticle, "others"> & { others: string }>();
  return results.map((row) => ({
    ...row,
    others: JSON.parse(row.others) as FileOfArticle["others"],
  }));
}

export async function readHistory(
  db: D1Database,
  id: string,
  limit: number,
): Promise<HistoryLine[]> {
  const { results } = await db
    .prepare(
      `SELECT events.number, events.type, events.version, events.actor_id AS actorId, people.name AS actor, events.at,
         events.reason
       FROM events LEFT JOIN people ON people.id = events.actor_id
       WHERE events.article_id = ?1 ORDER BY events.number DESC LIMIT ?2`,
    )
    .bind(id, limit)
    .all<HistoryLine>();
  return results;
}
