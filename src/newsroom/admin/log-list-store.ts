import { fold } from "../../vietnamese/fold.ts";

/** The filter of the log; null means any. Times in ms since the epoch. */
export type LogFilter = {
  /** Id of a person; "clock" for scheduled acts. */
  actor: string | null;
  act: string | null;
  /** Words of a title, an article's id, or what something was done to. */
  subject: string | null;
  from: number | null;
  until: number | null;
};

/** An event of an article or an act of administration. */
export type LogEntry = {
  at: number;
  /** Tells entries of the same moment apart and orders them; unique. */
  key: string;
  /** Name of the person; null for the clock. */
  actor: string | null;
  act: string;
  /** To what: the title of an article, the caption or the alternative text of a photo, else what the log has. */
  subject: string;
  articleId: string | null;
  /** The photo that it is about, unless it is erased. */
  photoId: string | null;
  version: number | null;
  /** The reason of an event; of an act, its detail as JSON. */
  reason: string | null;
  detail: string | null;
};

/** The entry before which a page begins. */
export type LogPlace = Pick<LogEntry, "at" | "key">;

/** How many entries a search for words reads at once. SQLite cannot compare without diacritics, so JavaScript filters them. */
const chunk = 2000;

/** Entries after a place, the newest first. */
export async function readLog(
  db: D1Database,
  filter: LogFilter,
  after: LogPlace | null,
  limit: number,
): Promise<LogEntry[]> {
  if (filter.subject === null) return readEntries(db, filter, after, limit);
  const isWanted = isAbout(filter.subject);
  const found: LogEntry[] = [];
  for (let place = after, more = true; more && found.length < limit;) {
    const entries = await readEntries(db, filter, place, chunk);
    found.push(...entries.filter(isWanted));
    place = entries.at(-1) ?? null;
    more = entries.length === chunk;
  }
  return found.slice(0, limit);
}

function isAbout(words: string): (entry: LogEntry) => boolean {
  const folded = fold(words);
  return ({ subject, articleId, photoId }) =>
    articleId === words || photoId === words || fold(subject).includes(folded);
}

/** Each part is read by its index on time, and only as far as the limit. */
async function readEntries(
  db: D1Database,
  filter: Omit<LogFilter, "subject">,
  after: LogPlace | null,
  limit: number,
): Promise<LogEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT at, key, people.name AS actor, act, subject, articleId, photoId, version, reason, detail FROM (
         SELECT * FROM (SELECT * FROM (${events}) ${filterCondition} ORDER BY at DESC, key DESC LIMIT ?7)
         UNION ALL SELECT * FROM (SELECT * FROM (${acts}) ${filterCondition} ORDER BY at DESC, key DESC LIMIT ?7)
       ) LEFT JOIN people ON people.id = actor_id
       ORDER BY at DESC, key DESC LIMIT ?7`,
    )
    .bind(...bindValues(filter, after), limit)
    .all<LogEntry>();
  return results;
}

const events = `SELECT events.at AS at, 'e' || events.article_id || '.' || printf('%08d', events.number) AS key,
    events.actor_id AS actor_id, events.type AS act, articles.title AS subject, events.article_id AS articleId,
    NULL AS photoId, events.version AS version, events.reason AS reason, NULL AS detail
  FROM events JOIN articles ON articles.id = events.article_id`;

const acts = `SELECT log.at AS at, 'l' || printf('%015d', log.id) AS key, log.actor_id AS actor_id, log.act AS act,
    COALESCE(articles.title, (SELECT COALESCE(NULLIF(caption, ''), NULLIF(alt, '')) FROM photo_uses
      WHERE photo_id = log.subject ORDER BY caption IS NULL LIMIT 1), log.subject) AS subject,
    articles.id AS articleId, photos.id AS photoId, NULL AS version, NULL AS reason, log.detail AS detail
  FROM log LEFT JOIN articles ON articles.id = log.subject
    LEFT JOIN photos ON photos.id = log.subject AND photos.erased_at IS NULL`;

/** Of both parts, by the names of their columns. */
const filterCondition = `WHERE at <= ?1 AND (at < ?1 OR key < ?2) AND at >= ?3 AND at < ?4
  AND (?5 IS NULL OR actor_id IS NULLIF(?5, 'clock'))
  AND (?6 IS NULL OR act = ?6)`;

/** Later than every entry. */
const farAhead = 8.64e15;

function bindValues(
  { actor, act, from, until }: Omit<LogFilter, "subject">,
  after: LogPlace | null,
): (string | number | null)[] {
  const place = after ?? { at: farAhead, key: "" };
  return [place.at, place.key, from ?? 0, until ?? farAhead, actor, act];
}

/** Everybody who may have done something, in the order of their names. */
export async function readActors(db: D1Database): Promise<{ id: string; name: string }[]> {
  const { results } = await db
    .prepare(`SELECT id, name FROM people ORDER BY name, id`)
    .all<{ id: string; name: string }>();
  return results;
}
