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
  /** When it was last handed in. */
  submittedAt: number | null;
  /** Why it was last given back. */
  returnReason: string | null;
};

type DeskRow = Omit<DeskLine, "isPublic"> & { isPublic: number };

export const deskColumns = `articles.id, articles.title, articles.state, articles.version,
  articles.approved_version AS approvedVersion, people.name AS owner, sections.name AS section,
  articles.scheduled_at AS scheduledAt, articles.published_at AS publishedAt, articles.created_at AS createdAt,
  articles.saved_at AS savedAt,
  EXISTS (SELECT 1 FROM published WHERE published.article_id = articles.id) AS isPublic,
  (SELECT at FROM events WHERE article_id = articles.id AND type = 'submitted' ORDER BY number DESC LIMIT 1)
    AS submittedAt,
  (SELECT reason FROM events WHERE article_id = articles.id AND type = 'returned' ORDER BY number DESC LIMIT 1)
    AS returnReason`;

export const deskTables = `articles JOIN people ON people.id = articles.owner_id
  LEFT JOIN sections ON sections.slug = articles.section`;

export const deskGroups = [
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

/** What makes an article one of a group, in which order, and by which index it is found. */
const groups: Record<DeskGroup, { where: string; order: string }> = {
  returned: { where: "articles.state = 'returned'", order: "articles.saved_at DESC" },
  drafts: { where: "articles.state = 'draft'", order: "articles.saved_at DESC" },
  revised: {
    where: isRevised,
    order: "articles.saved_at DESC",
  },
  // Who waits longest stands first. There are never many: they wait for people.
  submitted: { where: "articles.state = 'submitted'", order: "submittedAt" },
  scheduled: { where: "articles.scheduled_at IS NOT NULL", order: "articles.scheduled_at" },
  published: {
    where: "articles.published_at IS NOT NULL AND articles.state = 'published'",
    order: "articles.published_at DESC",
  },
};

/** The desk's groups, each up to `limit` lines, in one round trip: of one reporter, or of everybody. */
export async function readDesk(
  db: D1Database,
  ownerId: string | null,
  limit: number,
): Promise<Record<DeskGroup, DeskLine[]>> {
  const statements = deskGroups.map((group) => groupStatement(db, group, ownerId, limit));
  const results = await db.batch<DeskRow>(statements);
  const linesOf = (group: DeskGroup) =>
    (results[deskGroups.indexOf(group)]?.results ?? []).map(lineOf);
  return {
    returned: linesOf("returned"),
    drafts: linesOf("drafts"),
    revised: linesOf("revised"),
    submitted: linesOf("submitted"),
    scheduled: linesOf("scheduled"),
    published: linesOf("published"),
  };
}

function groupStatement(
  db: D1Database,
  group: DeskGroup,
  ownerId: string | null,
  limit: number,
): D1PreparedStatement {
  const { where, order } = groups[group];
  const mine = ownerId === null ? "" : "AND articles.owner_id = ?2";
  return db
    .prepare(
      `SELECT ${deskColumns} FROM ${deskTables} WHERE ${where} ${mine} ORDER BY ${order} LIMIT ?1`,
    )
    .bind(limit, ...(ownerId === null ? [] : [ownerId]));
}

export function lineOf(row: DeskRow): DeskLine {
  return { ...row, isPublic: row.isPublic === 1 };
}
