import type { Article } from "../article/article.ts";
import { updateState } from "../article/article-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { notifyOf } from "./notifications.ts";
import { readArticleToApprove, readArticleToEdit } from "./permission.ts";
import type { ActContext } from "./permission.ts";
import { refuseBlocked } from "./proofreading.ts";

/** Submits the newest version of an article to the editors. Submitting it again changes nothing. */
export async function submit(act: ActContext, id: string): Promise<Article> {
  const article = await readArticleToEdit(act, id);
  if (article.state === "submitted") return article;
  if (article.state === "scheduled") throw new AppError("conflict", articleWords.alreadyScheduled);
  if (article.state === "published" && article.version === article.approvedVersion) {
    throw new AppError("conflict", articleWords.nothingNewToSubmit);
  }
  await refuseBlocked(act, article, article.version);
  await commit(act, submissionStatements(act, article));
  return { ...article, state: "submitted" };
}

/** The statements of a submission, for an act that does more in the same transaction. */
export function submissionStatements(act: ActContext, article: Article): D1PreparedStatement[] {
  return [
    updateState(act.db, article, { state: "submitted" }),
    recordEvent(act, article, "submitted", article.version),
    notifyOf(act, article, "submitted"),
  ];
}

/** Returns a submitted or scheduled article to its reporter, with a reason. */
export async function returnToReporter(
  act: ActContext,
  id: string,
  reason: string,
): Promise<Article> {
  const article = await readArticleToApprove(act, id);
  if (article.state !== "submitted" && article.state !== "scheduled") {
    throw new AppError("conflict", articleWords.notSubmittedSoNotReturned);
  }
  const change = { state: "returned", scheduledVersion: null, scheduledAt: null } as const;
  await commit(act, [
    updateState(act.db, article, change),
    recordEvent(act, article, "returned", article.version, reason),
    notifyOf(act, article, "returned"),
  ]);
  return { ...article, ...change };
}

/** The most characters of a correction, or of a reason for a return, a withdrawal or an erasure. */
export const maxReasonLength = 2000;
