import type { Article, ArticleState } from "../article/article.ts";
import { updateState } from "../article/article-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent, wasReturned } from "../article/event-store.ts";
import { isUnopened, readFirstOpening } from "../article/opening-store.ts";
import { requireThat } from "../people/requirement-store.ts";
import { formatShortDateTime } from "../vietnamese/dates.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { requestNotifications } from "./notifications.ts";
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
    requestNotifications(act, article, "submitted"),
  ];
}

/**
 * Takes the actor's own submission back, so that they can go on writing. AppErrors: forbidden for an article of somebody else,
 * conflict if the article is not submitted, or if an editor has opened it since.
 */
export async function takeBack(act: ActContext, id: string): Promise<Article> {
  const article = await readArticleToEdit(act, id);
  if (article.ownerId !== act.actor.id) throw new AppError("forbidden", articleWords.ownersOnly);
  if (article.state !== "submitted") {
    throw new AppError("conflict", articleWords.notSubmittedSoNotTakenBack);
  }
  const opening = await readFirstOpening(act.db, id);
  if (opening !== null) {
    const time = formatShortDateTime(new Date(opening.at));
    throw new AppError("conflict", articleWords.openedAlready(opening.name, time));
  }
  const change = { state: await readStateBefore(act.db, article) } as const;
  try {
    await commit(act, [
      requireThat(act.db, isUnopened, id),
      updateState(act.db, article, change),
      recordEvent(act, article, "taken-back", article.version),
    ]);
  } catch (error) {
    // An editor may have opened it in this moment.
    if ((await readFirstOpening(act.db, id)) === null) throw error;
    throw new AppError("conflict", articleWords.openedJustNow);
  }
  return { ...article, ...change };
}

/** The state that an article had before its submission. */
async function readStateBefore(db: D1Database, article: Article): Promise<ArticleState> {
  if (article.isPublic) return "published";
  if (article.approvedVersion !== null) return "withdrawn";
  return (await wasReturned(db, article.id)) ? "returned" : "draft";
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
    requestNotifications(act, article, "returned"),
  ]);
  return { ...article, ...change };
}

/** The most characters of a correction, or of a reason for a return, a withdrawal or an erasure. */
export const maxReasonLength = 2000;
