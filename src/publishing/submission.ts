import type { Article } from "../article/article.ts";
import { updateStanding } from "../article/article-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { AppError } from "../errors.ts";
import type { Person } from "../people/person.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { articleToApprove, articleToEdit } from "./permission.ts";
import { refuseBlocked } from "./proofreading.ts";

/** Hands an article in, for an editor to approve its newest version. Handing in twice is the same as once. */
export async function submit(
  db: D1Database,
  actor: Person,
  id: string,
  now: number,
): Promise<Article> {
  const article = await articleToEdit(db, actor, id);
  if (article.state === "submitted") return article;
  if (article.state === "scheduled") throw new AppError("conflict", articleWords.alreadyScheduled);
  if (article.state === "published" && article.version === article.approvedVersion) {
    throw new AppError("conflict", articleWords.nothingNewToSubmit);
  }
  await refuseBlocked(db, article, article.version, now);
  await commit(db, submissionStatements(db, article, actor, now));
  return { ...article, state: "submitted" };
}

/** The statements of a submission, for an act that does more in the same transaction. */
export function submissionStatements(
  db: D1Database,
  article: Article,
  actor: Person,
  now: number,
): D1PreparedStatement[] {
  const event = {
    type: "submitted",
    version: article.version,
    actorId: actor.id,
    at: now,
    reason: null,
  } as const;
  return [updateStanding(db, article, { state: "submitted" }), recordEvent(db, article, event)];
}

/** Gives a submitted or scheduled article back to its reporter, with a reason. */
export async function returnToReporter(
  db: D1Database,
  actor: Person,
  id: string,
  reason: string,
  now: number,
): Promise<Article> {
  const article = await articleToApprove(db, actor, id);
  if (article.state !== "submitted" && article.state !== "scheduled") {
    throw new AppError("conflict", articleWords.notSubmittedSoNotReturned);
  }
  const standing = { state: "returned", scheduledVersion: null, scheduledAt: null } as const;
  await commit(db, [
    updateStanding(db, article, standing),
    recordEvent(db, article, {
      type: "returned",
      version: article.version,
      actorId: actor.id,
      at: now,
      reason,
    }),
  ]);
  return { ...article, ...standing };
}

/** Characters of a text that says why something was returned, withdrawn or erased, or what was wrong in an article. */
export const longestReason = 2000;
