import type { ArticleKind, ArticleState } from "../../article/article.ts";
import type { deskWords } from "../../vietnamese/words/desk.ts";

/** A line of the desk. Times in ms since the epoch. */
export type DeskLine = {
  id: string;
  kind: ArticleKind;
  title: string;
  state: ArticleState;
  version: number;
  approvedVersion: number | null;
  isPublic: boolean;
  owner: string;
  section: string | null;
  scheduledAt: number | null;
  publishedAt: number | null;
  createdAt: number;
  savedAt: number;
  /** When it was last submitted. */
  submittedAt: number | null;
  /** The version that waits since then; null if the article is not submitted. */
  submittedVersion: number | null;
  /** Whether its owner saved a newer version while it waits. */
  isEditedSince: boolean;
  /** When and why it was last returned or withdrawn. */
  refusedAt: number | null;
  refusalReason: string | null;
  discardedAt: number | null;
  /** The first photo of its newest version. */
  photo: string | null;
  /** The number of its newest event. */
  event: number;
};

type DeskRow = Omit<DeskLine, "isPublic" | "isEditedSince"> & {
  isPublic: number;
  isEditedSince: number;
};

const lastSubmission = `FROM events WHERE article_id = articles.id AND type = 'submitted' ORDER BY number DESC LIMIT 1`;

const lastRefusal = `FROM events WHERE article_id = articles.id AND type IN ('returned', 'withdrawn')
  ORDER BY number DESC LIMIT 1`;

/** Columns of a line. Names come by subqueries: a join would let the planner begin with the people, and sort everything. */
export const deskColumns = `articles.id, articles.kind, articles.title, articles.state, articles.version,
  articles.approved_version AS approvedVersion,
  (SELECT name FROM people WHERE people.id = articles.owner_id) AS owner,
  (SELECT name FROM sections WHERE sections.slug = articles.section) AS section,
  articles.scheduled_at AS scheduledAt, articles.published_at AS publishedAt, articles.created_at AS createdAt,
  articles.saved_at AS savedAt, articles.event,
  EXISTS (SELECT 1 FROM public_texts WHERE article_id = articles.id) AS isPublic,
  articles.discarded_at AS discardedAt, (SELECT at ${lastSubmission}) AS submittedAt,
  CASE WHEN articles.state = 'submitted' THEN (SELECT version ${lastSubmission}) END AS submittedVersion,
  articles.state = 'submitted' AND EXISTS (
    SELECT 1 FROM versions WHERE article_id = articles.id AND author_id = articles.owner_id
      AND number > (SELECT version ${lastSubmission})) AS isEditedSince,
  CASE WHEN articles.state IN ('returned', 'withdrawn') THEN (SELECT at ${lastRefusal}) END AS refusedAt,
  CASE WHEN articles.state IN ('returned', 'withdrawn') THEN (SELECT reason ${lastRefusal}) END AS refusalReason,
  (SELECT photo_id FROM photo_uses WHERE article_id = articles.id ORDER BY place LIMIT 1) AS photo`;

const deskGroups = [
  "returned",
  "drafts",
  "revised",
  "submitted",
  "scheduled",
  "published",
  "withdrawn",
  "discarded",
] as const;

export type DeskGroup = (typeof deskGroups)[number];

/** As the index `articles_revised` has it. */
export const isRevised =
  "articles.state = 'published' AND articles.version > articles.approved_version";

/** As the index `articles_of_owner_discarded` has it. */
export const isDiscarded = "articles.discarded_at IS NOT NULL AND articles.removed_at IS NULL";

/**
 * The condition, order and index of each group: `all` for everybody's articles, `own` for those of one reporter. People see
 * only their own discarded drafts. The index is named because the database keeps no statistics.
 */
const groups: Record<DeskGroup, { where: string; order: string; all: string | null; own: string }> =
  {
    returned: byState("returned"),
    drafts: {
      where: "articles.state = 'draft' AND articles.discarded_at IS NULL",
      order: "articles.saved_at DESC",
      all: "articles_in_writing",
      own: "articles_of_owner_in_writing",
    },
    revised: {
      where: isRevised,
      order: "articles.saved_at DESC",
      all: "articles_revised",
      own: "articles_revised",
    },
    // The longest waiting article comes first. There are never many.
    submitted: { ...byState("submitted"), order: "submittedAt" },
    scheduled: {
      where: "articles.scheduled_at IS NOT NULL",
      order: "articles.scheduled_at",
      all: "articles_due",
      own: "articles_due",
    },
    published: {
      where: "articles.published_at IS NOT NULL AND articles.state = 'published'",
      order: "articles.published_at DESC",
      all: "articles_by_publication",
      own: "articles_of_owner_by_publication",
    },
    withdrawn: byState("withdrawn"),
    discarded: {
      where: isDiscarded,
      order: "articles.discarded_at DESC",
      all: null,
      own: "articles_of_owner_discarded",
    },
  };

function byState(state: ArticleState) {
  return {
    where: `articles.state = '${state}'`,
    order: "articles.saved_at DESC",
    all: "articles_by_state_and_save",
    own: "articles_of_owner_by_state",
  };
}

/** Whose desk it is. An editor's desk has everybody's articles. */
export type DeskOwner = { id: string; isEditor: boolean };

/** The groups of a desk, and what happened lately to their articles. */
export type DeskContent = { groups: Record<DeskGroup, DeskLine[]>; news: DeskEvent[] };

/** Reads up to `limit` articles of each group, and the events since a time (ms), in one round trip. */
export async function readDesk(
  db: D1Database,
  owner: DeskOwner,
  { limit, since }: { limit: number; since: number },
): Promise<DeskContent> {
  const statements = deskGroups.map((group) => selectGroup(db, group, owner, limit));
  const [news, ...groupResults] = await db.batch<DeskRow | DeskEvent>([
    selectNews(db, owner, { limit, since }),
    ...statements,
  ]);
  const lines = groupResults.map(({ results }) => (results as DeskRow[]).map(toDeskLine));
  const named = deskGroups.map((group, place) => [group, lines[place] ?? []]);
  return {
    groups: Object.fromEntries(named) as Record<DeskGroup, DeskLine[]>,
    news: (news?.results ?? []) as DeskEvent[],
  };
}

function selectGroup(
  db: D1Database,
  group: DeskGroup,
  { id, isEditor }: DeskOwner,
  limit: number,
): D1PreparedStatement {
  const { where, order, all, own } = groups[group];
  const isOwn = !isEditor || all === null;
  const mine = isOwn ? "AND articles.owner_id = ?2" : "";
  return db
    .prepare(
      `SELECT ${deskColumns} FROM articles INDEXED BY ${isOwn ? own : all}
       WHERE ${where} ${mine} ORDER BY ${order} LIMIT ?1`,
    )
    .bind(limit, ...(isOwn ? [id] : []));
}

/** An event that the desk reports. `at` in ms since the epoch. `actor` is null for the clock. */
export type DeskEvent = {
  articleId: string;
  type: keyof typeof deskWords.newsVerbs;
  at: number;
  reason: string | null;
  actorId: string | null;
  actor: string | null;
  title: string;
  /** The state of the article now. */
  state: ArticleState;
  photo: string | null;
};

/** As the indexes of these events have it. */
const isReported =
  "events.type IN ('submitted', 'taken-back', 'returned', 'published', 'withdrawn')";

function selectNews(
  db: D1Database,
  { id, isEditor }: DeskOwner,
  { limit, since }: { limit: number; since: number },
): D1PreparedStatement {
  const index = isEditor ? "events_reported" : "events_reported_by_owner";
  const mine = isEditor ? "" : "AND events.owner_id = ?3";
  return db
    .prepare(
      `SELECT events.article_id AS articleId, events.type, events.at, events.reason, events.actor_id AS actorId,
         (SELECT name FROM people WHERE people.id = events.actor_id) AS actor, articles.title,
         articles.state, (SELECT photo_id FROM photo_uses WHERE article_id = articles.id ORDER BY place LIMIT 1) AS photo
       FROM events INDEXED BY ${index} CROSS JOIN articles ON articles.id = events.article_id
       WHERE ${isReported} AND events.at > ?2 ${mine} ORDER BY events.at DESC LIMIT ?1`,
    )
    .bind(limit, since, ...(isEditor ? [] : [id]));
}

export function toDeskLine(row: DeskRow): DeskLine {
  return { ...row, isPublic: row.isPublic === 1, isEditedSince: row.isEditedSince === 1 };
}

/** A photo that readers see after its last day of use, and one article that shows it. */
export type ExpiredPhoto = { photo: string; articleId: string; title: string };

/** Published photos whose last day of use has passed. `today` is a day in Vietnam, such as "2026-12-31". */
export async function readExpiredPhotos(
  db: D1Database,
  today: string,
  limit: number,
): Promise<ExpiredPhoto[]> {
  const { results } = await db
    .prepare(
      `SELECT photos.id AS photo, shown.article_id AS articleId, shown.title
       FROM photos JOIN published_photos ON published_photos.photo_id = photos.id
       JOIN public_texts AS shown ON shown.article_id = published_photos.article_id
       WHERE photos.usable_until < ?1 AND photos.erased_at IS NULL ORDER BY photos.usable_until DESC LIMIT ?2`,
    )
    .bind(today, limit)
    .all<ExpiredPhoto>();
  return results;
}
