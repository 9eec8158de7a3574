import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** What D1 says when its own machinery, not the statement, failed; trying again is then right. */
const passingFailure =
  /Network connection lost|storage caused object to be reset|Cannot resolve D1 DB|reset because its code was updated/;

const maxAttempts = 3;

/**
 * Runs statements as one transaction. When one of them adds an event, a second writer who started from the same event
 * fails as a whole: AppError `conflict`. A slug that somebody took meanwhile is `SlugTaken`. Failures that pass are tried again.
 */
export async function commit(db: D1Database, statements: D1PreparedStatement[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await db.batch(statements);
      return;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message.includes("UNIQUE constraint failed: events.")) {
        throw new AppError("conflict", articleWords.changedMeanwhile);
      }
      if (/UNIQUE constraint failed: (slugs|articles)\.slug/.test(message)) throw new SlugTaken();
      if (!passingFailure.test(message) || attempt === maxAttempts) throw error;
    }
  }
}

/** Another article took the slug between the look and the write. */
class SlugTaken extends Error {}

/** Runs an act again, from its reading on, when another article took its slug meanwhile. */
export async function unlessSlugTaken<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof SlugTaken) || attempt === maxAttempts) throw error;
    }
  }
}
