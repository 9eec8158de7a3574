import { commit } from "../article/commit.ts";
import {
  readOldAddresses,
  readTakenAddresses,
  saveOldAddresses,
} from "../article/redirect-store.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError, isConstraintError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import { readArticleToApprove } from "./permission.ts";
import type { ActContext, ReadContext } from "./permission.ts";

/** The old addresses of an article. Editors only. */
export async function listOldAddresses(context: ReadContext, id: string): Promise<string[]> {
  const article = await readArticleToApprove(context, id);
  return readOldAddresses(context.db, article.id);
}

/**
 * Replaces the old addresses of an article; the same addresses again change nothing. AppError conflict names those that
 * lead to another article. Addresses are normalised by src/article/old-address.ts.
 */
export async function replaceOldAddresses(
  act: ActContext,
  id: string,
  addresses: readonly string[],
): Promise<string[]> {
  const { db, now } = act;
  const before = await listOldAddresses(act, id);
  const after = [...new Set(addresses)].sort();
  if (before.join("\n") === after.join("\n")) return before;
  const isFewer = before.some((address) => !after.includes(address));
  const purge = { tags: [tags.article(id)], rounds: purgeRounds, at: now };
  try {
    await commit(act, [
      ...saveOldAddresses(db, id, after, now),
      // Only a removed address needs a purge: the edge kept its redirect. Unknown addresses are not cached.
      ...(isFewer ? [requestPurge(db, purge)] : []),
    ]);
  } catch (error) {
    if (!isConstraintError(error, "redirects.address")) throw error;
    throw makeTakenError(await readTakenAddresses(db, id, after));
  }
  return after;
}

function makeTakenError(addresses: string[]): AppError {
  const errors = addresses.map((address) => ({
    path: "addresses",
    message: articleWords.oldAddressTaken(address),
  }));
  return new AppError("conflict", articleWords.oldAddressesTaken, errors);
}
