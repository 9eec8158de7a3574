import { reportsOfArticlePath } from "../addresses/newsroom.ts";
import {
  closeReport,
  deleteOldContacts,
  eraseReport,
  hasOpenReport,
  hasRoomForReport,
  insertReport,
  isOpenReport,
  readReport,
} from "../article/error-report-store.ts";
import type { ReportWithArticle, ReportOutcome, TypedReport } from "../article/error-report.ts";
import { maxReportLength } from "../article/error-report.ts";
import { commit } from "../article/commit.ts";
import { sha256Hex } from "../digest.ts";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { recordAct } from "../people/log-store.ts";
import { roleFor } from "../people/notification-kind.ts";
import { hasRole } from "../people/person.ts";
import { isUnmetRequirement, requireThat } from "../people/requirement-store.ts";
import { formatIsoDay } from "../vietnamese/dates.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { notificationWords } from "../vietnamese/words/notifications.ts";
import { reportWords } from "../vietnamese/words/reports.ts";
import { correctArticle } from "./correction.ts";
import { requestNotification } from "./notification-store.ts";
import { shortenTitle } from "./notifications.ts";
import type { ActContext, ReadContext } from "./permission.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Reports that are taken in an hour. More than these are a joke or an attack. */
const maxHourly = { ofArticle: 20, ofSite: 200 };

/**
 * Takes a report of a reader about a public article. The same report sent twice on one day counts once. Editors are notified of
 * the first open report of an article. AppErrors: invalid, with the fields; too-many.
 */
export async function reportError(
  db: D1Database,
  article: { id: string; title: string },
  typed: TypedReport,
  now: number,
): Promise<void> {
  const errors = findFaults(typed);
  if (errors.length > 0) throw new AppError("invalid", reportWords.refused, errors);
  const { message, quote, contact } = typed;
  const sent = [article.id, formatIsoDay(new Date(now)), message, quote, contact];
  const fingerprint = sha256Hex(JSON.stringify(sent));
  const bounds = {
    since: now - hour,
    maxOfArticle: maxHourly.ofArticle,
    maxOfSite: maxHourly.ofSite,
  };
  const isFirst = !(await hasOpenReport(db, article.id));
  try {
    await db.batch([
      requireThat(db, ...hasRoomForReport(article.id, bounds)),
      insertReport(db, { ...typed, articleId: article.id, fingerprint, at: now }),
      ...(isFirst ? [notifyEditors(db, article, now)] : []),
    ]);
  } catch (error) {
    if (isUnmetRequirement(error)) throw new AppError("too-many", reportWords.tooMany);
    throw error;
  }
}

function findFaults(typed: TypedReport): FieldError[] {
  const fields = ["message", "quote", "contact"] as const;
  const tooLong = fields.flatMap((path) => {
    const max = maxReportLength[path];
    return typed[path].length > max ? [{ path, message: reportWords.tooLong(max) }] : [];
  });
  return typed.message === ""
    ? [{ path: "message", message: reportWords.messageRequired }, ...tooLong]
    : tooLong;
}

function notifyEditors(
  db: D1Database,
  { id, title }: { id: string; title: string },
  now: number,
): D1PreparedStatement {
  return requestNotification(db, {
    kind: "reported",
    to: { role: roleFor.reported },
    exceptId: null,
    articleId: id,
    message: {
      title: notificationWords.titles.reported,
      body: shortenTitle(title),
      path: reportsOfArticlePath(id),
    },
    at: now,
  });
}

/** Reads a report that a person may see: editors all, reporters those of their articles. AppError not-found. */
export async function readReportToSee(
  { db, actor }: ReadContext,
  number: number,
): Promise<ReportWithArticle> {
  const report = await readReport(db, number);
  if (report !== null && (report.ownerId === actor.id || hasRole(actor, "editor"))) return report;
  throw new AppError("not-found", reportWords.notFound);
}

/**
 * Closes a report with a note. With the outcome "corrected" the note is published as a correction of the article, in the same
 * transaction. AppErrors: not-found; forbidden for a reporter; invalid at `note`; conflict if it is closed already.
 */
export async function settleReport(
  act: ActContext,
  number: number,
  { outcome, note }: { outcome: ReportOutcome; note: string },
): Promise<void> {
  const { db, actor, now } = act;
  const report = await readReportToDecide(act, number);
  if (report.closing !== null) throw new AppError("conflict", reportWords.closedAlready);
  if (note === "") throw wrongNote(reportWords.noteRequired[outcome]);
  if (note.length > maxReportLength.note) {
    throw wrongNote(reportWords.tooLong(maxReportLength.note));
  }
  const statements = [
    requireThat(db, ...isOpenReport(number)),
    closeReport(db, number, { outcome, note, at: now, by: actor.id }),
    recordAct(act, {
      act: `report.${outcome}`,
      subject: report.articleId,
      detail: { report: number, note },
    }),
  ];
  try {
    if (outcome === "corrected") await correctArticle(act, report.articleId, note, statements);
    else await commit(act, statements);
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") await refuseClosed(act, number);
    throw error;
  }
}

/** AppError conflict if somebody else has closed the report meanwhile. */
async function refuseClosed(act: ActContext, number: number): Promise<void> {
  const { closing } = await readReportToDecide(act, number);
  if (closing !== null) throw new AppError("conflict", reportWords.closedAlready);
}

/** Erases what a reader wrote, for a reader who demands it (Law 91/2025/QH15). AppErrors: not-found; forbidden for a reporter. */
export async function eraseReportText(act: ActContext, number: number): Promise<void> {
  const { articleId } = await readReportToDecide(act, number);
  await commit(act, [
    eraseReport(act.db, number, act.now),
    recordAct(act, { act: "report.erased", subject: articleId, detail: { report: number } }),
  ]);
}

async function readReportToDecide(
  context: ReadContext,
  number: number,
): Promise<ReportWithArticle> {
  const report = await readReportToSee(context, number);
  if (hasRole(context.actor, "editor")) return report;
  throw new AppError("forbidden", articleWords.editorsOnly);
}

function wrongNote(message: string): AppError {
  return new AppError("invalid", message, [{ path: "note", message }]);
}

/** Deletes contacts 90 days after their report was closed, and at most a year after it was sent, as the form says. */
export async function deleteContactsDue(db: D1Database, now: number): Promise<void> {
  await deleteOldContacts(db, { closedBefore: now - 90 * day, sentBefore: now - 365 * day });
}
