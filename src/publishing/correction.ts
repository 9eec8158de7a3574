import type { Article } from "../article/article.ts";
import { updateState } from "../article/article-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { purgeRounds } from "./outbox.ts";
import { recordChange } from "../published/change-store.ts";
import { addCorrection } from "../published/correction-store.ts";
import { requestPurge } from "./outbox-store.ts";
import { readArticleToApprove } from "./permission.ts";
import type { ActContext } from "./permission.ts";
import { readSurroundings } from "../published/projection-store.ts";
import { listTouchedTags } from "../published/touched-tags.ts";

/**
 * Publishes a correction of a public article. The correction stays with the article through new versions, withdrawal
 * and republication; the shown version does not change. `also` is committed with it. AppError conflict when readers cannot see the article, or when
 * somebody changed it meanwhile.
 */
export async function correctArticle(
  act: ActContext,
  id: string,
  text: string,
  also: readonly D1PreparedStatement[] = [],
): Promise<Article> {
  const { db, actor, now } = act;
  const article = await readArticleToApprove(act, id);
  const { kind, publishedAt, approvedVersion: version, state } = article;
  if (!article.isPublic || publishedAt === null || version === null) {
    throw new AppError("conflict", articleWords.notPublicSoNotCorrected);
  }
  const before = await readSurroundings(db, id, publishedAt);
  const after = { ...before, photos: [], hasCorrections: true };
  await commit(act, [
    ...also,
    recordEvent(act, article, "corrected", version, text),
    updateState(db, article, { state, updatedAt: now }),
    ...addCorrection(db, id, { at: now, text, personId: actor.id }),
    recordChange(db, { at: now, type: "updated", articleId: id, slug: article.slug }),
    requestPurge(db, {
      tags: listTouchedTags({ articleId: id, kind, publishedAt }, after, null),
      rounds: purgeRounds,
      at: now,
    }),
  ]);
  return { ...article, updatedAt: now };
}
