import type { ArticleState } from "../../article/article.ts";

/** A line of the desk. Times in ms since the epoch. */
export type DeskLine = {
  id: string;
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
  /** The reason of its last return. */
  returnReason: string | null;
};

type DeskRow = Omit<DeskLine, "isPublic"> & { isPublic: number };

/** Columns of a line. Names come by subqueries: a join would let the planner begin with the people, and sort everything. */
export const deskColumns = `articles.id, articles.title, articles.state, articles.version,
  articles.approved_version AS approvedVersion,
  (SELECT name FROM people WHERE people.id = articles.owner_id) AS owner,
  (SELECT name FROM sections WHERE sections.slug = articles.section) AS section,
  articles.scheduled_at AS scheduledAt, articles.published_at AS publishedAt, articles.created_at AS createdAt,
  articles.saved_at AS savedAt,
  EXISTS (SELECT 1 FROM published WHERE published.article_id = articles.id) AS isPublic,
  (SELECT at FROM events WHERE article_id = articles.id AND type = 'submitted' ORDER BY number DESC LIMIT 1)
    AS submittedAt,
  (SELECT reason FROM events WHERE article_id = articles.id AND type = 'returned' ORDER BY number DESC LIMIT 1)
    AS returnReason`;

const deskGroups = [
  "returned",
  "drafts",
  "revised",
  "submitted",
  "scheduled",
  "published",
] as const;

export type DeskGroup = (typeof deskGroups)[number];

/** As the index `articles_revised` has it. */
export const isRevised =
  "articles.state = 'published' AND articles.version > articles.approved_version";

/**
 * The condition, order and index of each group: `all` for everybody's articles, `own` for those of one reporter. The
 * index is named because the database keeps no statistics.
 */
const groups: Record<DeskGroup, { where: string; order: string; all: string; own: string }> = {
  returned: byState("returned"),
  drafts: byState("draft"),
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
};

function byState(state: ArticleState) {
  return {
    where: `articles.state = '${state}'`,
    order: "articles.saved_at DESC",
    all: "articles_by_state_and_save",
    own: "articles_of_owner_by_state",
  };
}

/** Reads up to `limit` articles of each group in one round trip: of one reporter, or of everybody. */
export async function readDesk(
  db: D1Database,
  ownerId: string | null,
  limit: number,
): Promise<Record<DeskGroup, DeskLine[]>> {
  const statements = deskGroups.map((group) => groupStatement(db, group, ownerId, limit));
  const results = await db.batch<DeskRow>(statements);
  const groupLines = (group: DeskGroup) =>
    (results[deskGroups.indexOf(group)]?.results ?? []).map(toDeskLine);
  return {
    returned: groupLines("returned"),
    drafts: groupLines("drafts"),
    revised: groupLines("revised"),
    submitted: groupLines("submitted"),
    scheduled: groupLines("scheduled"),
    published: groupLines("published"),
  };
}

function groupStatement(
  db: D1Database,
  group: DeskGroup,
  ownerId: string | null,
  limit: number,
): D1PreparedStatement {
  const { where, order, all, own } = groups[group];
  const mine = ownerId === null ? "" : "AND articles.owner_id = ?2";
  return db
    .prepare(
      `SELECT ${deskColumns} FROM articles INDEXED BY ${ownerId === null ? all : own}
       WHERE ${where} ${mine} ORDER BY ${order} LIMIT ?1`,
    )
    .bind(limit, ...(ownerId === null ? [] : [ownerId]));
}

export function toDeskLine(row: DeskRow): DeskLine {
  return { ...row, isPublic: row.isPublic === 1 };
}

/** A photo that readers see after its last day of use, and one article that shows it. */
export type ExpiredPhoto = { photo: string; articleId: string; title: string };

/** `today` is a day as "2026-12-31". */
export async function readExpiredPhotos(
  db: D1Database,
  today: string,
  limit: number,
): Promise<ExpiredPhoto[]> {
  const { results } = await db
    .prepare(
      `SELECT photos.id AS photo, published.article_id AS articleId, published.title
       FROM photos JOIN published_photos ON published_photos.photo_id = photos.id
       JOIN published ON published.article_id = published_photos.article_id
       WHERE photos.usable_until < ?1 AND photos.erased_at IS NULL ORDER BY photos.usable_until DESC LIMIT ?2`,
    )
    .bind(today, limit)
    .all<ExpiredPhoto>();
  return results;
}
