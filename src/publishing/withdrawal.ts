import type { Article } from "../article/article.ts";
import { updateState } from "../article/article-store.ts";
import { removeFromSearch } from "../search/search-index-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { purgeRounds } from "./outbox.ts";
import { recordChange } from "../published/change-store.ts";
import { requestNotifications } from "./notifications.ts";
import { requestPurge } from "./outbox-store.ts";
import { readArticleToApprove } from "./permission.ts";
import type { ActContext } from "./permission.ts";
import { readSurroundings, removePublication } from "../published/projection-store.ts";
import { listTouchedTags } from "../published/touched-tags.ts";

/**
 * Withdraws a public article: its page answers 410, it leaves lists and feeds, and its photos are no longer public. A
 * scheduled article is unscheduled: it is submitted again, or withdrawn if it was withdrawn before. Withdrawing twice
 * changes nothing.
 */
export async function withdraw(act: ActContext, id: string, reason: string): Promise<Article> {
  const article = await readArticleToApprove(act, id);
  if (article.isPublic) return withdrawPublic(act, article, reason);
  if (article.state === "scheduled") return unschedule(act, article, reason);
  if (article.state === "withdrawn") return article;
  throw new AppError("conflict", articleWords.notPublished);
}

async function withdrawPublic(act: ActContext, article: Article, reason: string): Promise<Article> {
  const { db, now } = act;
  const gone = {
    articleId: article.id,
    kind: article.kind,
    publishedAt: article.publishedAt ?? now,
  };
  const before = await readSurroundings(db, article.id, gone.publishedAt);
  const change = { state: "withdrawn", scheduledVersion: null, scheduledAt: null } as const;
  const version = article.approvedVersion ?? article.version;
  await commit(act, [
    recordEvent(act, article, "withdrawn", version, reason),
    updateState(db, article, change),
    removeFromSearch(db, article.id),
    ...removePublication(db, gone, now),
    recordChange(db, { at: now, type: "withdrawn", articleId: article.id, slug: article.slug }),
    requestPurge(db, { tags: listTouchedTags(gone, before, null), rounds: purgeRounds, at: now }),
    requestNotifications(act, article, "withdrawn"),
  ]);
  return { ...article, ...change, isPublic: false };
}

async function unschedule(act: ActContext, article: Article, reason: string): Promise<Article> {
  const version = article.scheduledVersion ?? article.version;
  const state = version === article.approvedVersion ? "withdrawn" : "submitted";
  const change = { state, scheduledVersion: null, scheduledAt: null } as const;
  await commit(act, [
    updateState(act.db, article, change),
    recordEvent(act, article, "unscheduled", version, reason),
  ]);
  return { ...article, ...change };
}
