import { AppError, isConstraintError, retryPassingFailures } from "../errors.ts";
import { isUnmetRequirement, requireActor } from "../people/requirement-store.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { deleteCommits, insertCommit } from "./event-store.ts";
import type { EventContext } from "./event-store.ts";

/** Who commits: a person, or null for the clock and for what the site does by itself. */
type Committer = Pick<EventContext, "db" | "actor">;

/**
 * Runs statements as one transaction. It fails as a whole, with AppError forbidden if the actor has lost the right to act
 * since it was checked, and with AppError conflict if another writer started from the same event and was first. SlugTaken
 * if another article took the slug meanwhile. Failures of the platform are retried. If only the answer was lost, the retry
 * finds the id of the transaction that was committed.
 */
export async function commit(
  { db, actor }: Committer,
  statements: D1PreparedStatement[],
): Promise<void> {
  const now = Date.now();
  const id = formatCommitTime(now) + crypto.randomUUID();
  const rights = actor === null ? [] : [requireActor(db, actor, now)];
  try {
    await retryPassingFailures(() => db.batch([insertCommit(db, id), ...rights, ...statements]));
  } catch (error) {
    if (isConstraintError(error, "commits.id")) return;
    if (isUnmetRequirement(error)) throw new AppError("forbidden", articleWords.rightLost);
    if (isConstraintError(error, "events.article_id")) {
      throw new AppError("conflict", articleWords.changedMeanwhile);
    }
    if (isConstraintError(error, "slugs.slug") || isConstraintError(error, "articles.slug")) {
      throw new SlugTaken();
    }
    throw error;
  }
}

const hour = 60 * 60 * 1000;

/** Deletes the marks of transactions that nobody retries any more. */
export async function tidyCommits(db: D1Database, now: number): Promise<void> {
  await deleteCommits(db, formatCommitTime(now - hour));
}

/** A time that sorts as text. */
function formatCommitTime(time: number): string {
  return time.toString(36).padStart(9, "0");
}

/** Another article took the slug after it was chosen and before the write. */
class SlugTaken extends Error {}

/** Each attempt fails only because another article got a slug, so that even a crowd of writers comes to an end. */
const maxSlugAttempts = 60;

/** Runs an act again from its start when another article took its slug meanwhile. `attempt` counts from 1. */
export async function retryWhileSlugTaken<T>(act: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(attempt);
    } catch (error) {
      if (!(error instanceof SlugTaken) || attempt === maxSlugAttempts) throw error;
    }
  }
}
