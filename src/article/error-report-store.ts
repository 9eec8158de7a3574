import type { ReportOutcome, ReportWithArticle, TypedReport } from "./error-report.ts";

/** How many reports one article, and the whole site, take since a time (ms). */
export type ReportBounds = { since: number; maxOfArticle: number; maxOfSite: number };

/** The SQL condition, and its values, under which another report of an article is taken. */
export function hasRoomForReport(
  articleId: string,
  { since, maxOfArticle, maxOfSite }: ReportBounds,
): [condition: string, ...values: (string | number)[]] {
  return [
    `(SELECT COUNT(*) FROM (SELECT 1 FROM error_reports WHERE article_id = ?1 AND at > ?2 LIMIT ?3)) < ?3
     AND (SELECT COUNT(*) FROM (SELECT 1 FROM error_reports WHERE at > ?2 LIMIT ?4)) < ?4`,
    articleId,
    since,
    maxOfArticle,
    maxOfSite,
  ];
}

/** The statement that adds a report. It changes nothing if one has the same fingerprint. */
export function insertReport(
  db: D1Database,
  report: TypedReport & { articleId: string; fingerprint: string; at: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO error_reports (fingerprint, article_id, at, message, quote, contact)
       VALUES (?1, ?2, ?3, ?4, ?5, NULLIF(?6, '')) ON CONFLICT (fingerprint) DO NOTHING`,
    )
    .bind(
      report.fingerprint,
      report.articleId,
      report.at,
      report.message,
      report.quote,
      report.contact,
    );
}

/** Whether an article has an open report. */
export async function hasOpenReport(db: D1Database, articleId: string): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 AS found FROM error_reports INDEXED BY error_reports_open_of_article
       WHERE article_id = ?1 AND closed_at IS NULL LIMIT 1`,
    )
    .bind(articleId)
    .first<{ found: number }>();
  return row !== null;
}

type ReportRow = Omit<ReportWithArticle, "closing" | "isPublic" | "contact"> & {
  contact: string | null;
  outcome: ReportOutcome | null;
  note: string | null;
  closedAt: number | null;
  closedBy: string | null;
  isPublic: number;
};

/** Names come by subqueries, so that the planner begins with the reports. */
const reportColumns = `error_reports.number, error_reports.article_id AS articleId, error_reports.at,
  error_reports.message, error_reports.quote, error_reports.contact, error_reports.outcome, error_reports.note,
  error_reports.closed_at AS closedAt, (SELECT name FROM people WHERE id = error_reports.closed_by) AS closedBy,
  error_reports.erased_at AS erasedAt, articles.title, articles.slug, articles.owner_id AS ownerId, articles.section,
  EXISTS (SELECT 1 FROM published WHERE published.article_id = articles.id) AS isPublic`;

/** Which reports: open or closed ones, of all articles or of one reporter, section or article. */
export type ReportFilter = {
  isOpen: boolean;
  ownerId: string | null;
  section: string | null;
  articleId: string | null;
  /** Only reports with a lower number; null for the newest. */
  before: number | null;
  limit: number;
};

/** Reports, the newest first. */
export async function readReports(
  db: D1Database,
  filter: ReportFilter,
): Promise<ReportWithArticle[]> {
  const given: [condition: string, value: string | number][] = [];
  if (filter.ownerId !== null) given.push(["articles.owner_id = ?", filter.ownerId]);
  if (filter.section !== null) given.push(["articles.section = ?", filter.section]);
  if (filter.articleId !== null) given.push(["error_reports.article_id = ?", filter.articleId]);
  if (filter.before !== null) given.push(["error_reports.number < ?", filter.before]);
  const conditions = given.map(([condition]) => `AND ${condition}`).join(" ");
  const { results } = await db
    .prepare(
      `SELECT ${reportColumns} FROM error_reports CROSS JOIN articles ON articles.id = error_reports.article_id
       WHERE error_reports.closed_at IS ${filter.isOpen ? "" : "NOT"} NULL ${conditions}
       ORDER BY error_reports.number DESC LIMIT ?`,
    )
    .bind(...given.map(([, value]) => value), filter.limit)
    .all<ReportRow>();
  return results.map(toReport);
}

/** A report; null if there is none with this number. */
export async function readReport(
  db: D1Database,
  number: number,
): Promise<ReportWithArticle | null> {
  const row = await db
    .prepare(
      `SELECT ${reportColumns} FROM error_reports CROSS JOIN articles ON articles.id = error_reports.article_id
       WHERE error_reports.number = ?1`,
    )
    .bind(number)
    .first<ReportRow>();
  return row === null ? null : toReport(row);
}

function toReport(row: ReportRow): ReportWithArticle {
  const { outcome, note, closedAt, closedBy, isPublic, contact, ...report } = row;
  return {
    ...report,
    contact: contact ?? "",
    isPublic: isPublic === 1,
    closing:
      outcome === null || closedAt === null
        ? null
        : { outcome, note: note ?? "", at: closedAt, by: closedBy },
  };
}

/** The number of open reports of a section's articles; `name` is null for articles without a section. */
export type OpenReports = { section: string | null; name: string | null; count: number };

/** The open reports by section, in the order of the site; only those of a reporter's articles if `ownerId` is not null. */
export async function countOpenReports(
  db: D1Database,
  ownerId: string | null,
): Promise<OpenReports[]> {
  const { results } = await db
    .prepare(
      `SELECT articles.section, sections.name, COUNT(*) AS count
       FROM error_reports INDEXED BY error_reports_open CROSS JOIN articles ON articles.id = error_reports.article_id
       LEFT JOIN sections ON sections.slug = articles.section
       WHERE error_reports.closed_at IS NULL AND (?1 IS NULL OR articles.owner_id = ?1)
       GROUP BY articles.section ORDER BY sections.position`,
    )
    .bind(ownerId)
    .all<OpenReports>();
  return results;
}

/** The SQL condition, and its value, that a report is open. */
export function isOpenReport(number: number): [condition: string, value: number] {
  return [`EXISTS (SELECT 1 FROM error_reports WHERE number = ?1 AND closed_at IS NULL)`, number];
}

/** The statement that closes an open report. */
export function closeReport(
  db: D1Database,
  number: number,
  { outcome, note, at, by }: { outcome: ReportOutcome; note: string; at: number; by: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE error_reports SET outcome = ?2, note = ?3, closed_at = ?4, closed_by = ?5
       WHERE number = ?1 AND closed_at IS NULL`,
    )
    .bind(number, outcome, note, at, by);
}

/** The statement that erases what a reader wrote in a report. */
export function eraseReport(db: D1Database, number: number, at: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE error_reports SET message = '', quote = '', contact = NULL, erased_at = ?2
       WHERE number = ?1 AND erased_at IS NULL`,
    )
    .bind(number, at);
}

/** Deletes the contacts of reports that were closed, or sent, before these times (ms). */
export async function deleteOldContacts(
  db: D1Database,
  { closedBefore, sentBefore }: { closedBefore: number; sentBefore: number },
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE error_reports INDEXED BY error_reports_contact_by_closing SET contact = NULL
         WHERE contact IS NOT NULL AND closed_at < ?1`,
      )
      .bind(closedBefore),
    db
      .prepare(
        `UPDATE error_reports INDEXED BY error_reports_contact_by_time SET contact = NULL
         WHERE contact IS NOT NULL AND at < ?1`,
      )
      .bind(sentBefore),
  ]);
}
