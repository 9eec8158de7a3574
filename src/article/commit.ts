import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";

/** D1's messages for a failure of the platform, not of the statement. Retrying is then right. */
const passingFailure =
  /Network connection lost|storage caused object to be reset|Cannot resolve D1 DB|reset because its code was updated/;

const maxAttempts = 3;

/**
 * Runs statements as one transaction. Of two writers who started from the same event, the second fails as a whole with
 * AppError conflict. SlugTaken when another article took the slug meanwhile. Platform failures are retried.
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

/** Another article took the slug after it was chosen and before the write. */
class SlugTaken extends Error {}

/** Runs an act again from its start when another article took its slug meanwhile. */
export async function unlessSlugTaken<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof SlugTaken) || attempt === maxAttempts) throw error;
    }
  }
}
