import type { Article } from "../article/article.ts";
import {
  noteMissed,
  readArticle,
  readDueArticles,
  updateStanding,
} from "../article/article-store.ts";
import { commit, unlessSlugTaken } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { AppError } from "../errors.ts";
import type { Person } from "../people/person.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { articleToApprove } from "./permission.ts";
import { refuseBlocked } from "./proofreading.ts";
import { putBeforeReaders } from "./release.ts";

/** What an editor approves. `version` is null for the one that is up for approval, `at` (ms) for now. */
export type Approval = { version: number | null; at: number | null };

/**
 * Approves a version: it is published now, or scheduled when `at` lies ahead. A time in the past publishes now under that
 * date, as articles from an older site need. Asking again for what is published already changes nothing.
 */
export async function publish(
  db: D1Database,
  actor: Person,
  id: string,
  approval: Approval,
  now: number,
): Promise<Article> {
  return unlessSlugTaken(async () => {
    const article = await articleToApprove(db, actor, id);
    const version = versionToApprove(article, approval.version);
    if (article.state === "published") return asPublished(article, approval.at);
    const content = await refuseBlocked(db, article, version, now);
    if (approval.at !== null && approval.at > now) {
      return schedule(db, article, version, approval.at, actor, now);
    }
    const release = { version, content, actorId: actor.id, publishedAt: approval.at ?? now };
    return putBeforeReaders(db, article, release, now);
  });
}

/**
 * Publishes what is due. An article that fails is reported and stays due, behind those that failed less often: however many
 * fail for good, they hold up no other.
 */
export async function publishDue(db: D1Database, now: number): Promise<void> {
  for (const { id } of await readDueArticles(db, now, 50)) {
    try {
      await unlessSlugTaken(() => publishScheduled(db, id, now));
    } catch (error) {
      console.error(`scheduled publication of ${id} failed; it is tried again`, error);
      await noteMissed(db, id);
    }
  }
}

async function publishScheduled(db: D1Database, id: string, now: number): Promise<void> {
  const article = await readArticle(db, id);
  if (article === null || article.scheduledVersion === null || article.scheduledAt === null) return;
  const version = article.scheduledVersion;
  const content = await refuseBlocked(db, article, version, now);
  const release = { version, content, actorId: null, publishedAt: article.scheduledAt };
  await putBeforeReaders(db, article, release, now);
}

/** What is published already stays under its date: asked for again it changes nothing, asked for under another it cannot. */
function asPublished(article: Article, at: number | null): Article {
  if (at === null || at === article.publishedAt) return article;
  throw new AppError("conflict", articleWords.datedAlready);
}

/** A submission may be approved in any of its versions; what was approved before, only as it was. */
function versionToApprove(article: Article, asked: number | null): number {
  const approved =
    article.state === "scheduled" ? article.scheduledVersion : article.approvedVersion;
  switch (article.state) {
    case "submitted":
      return asked ?? article.version;
    case "scheduled":
    case "published":
    case "withdrawn":
      if (approved !== null && (asked ?? approved) === approved) return approved;
      throw new AppError("conflict", articleWords.onlyApprovedVersion);
    case "draft":
    case "returned":
      throw new AppError("conflict", articleWords.notSubmitted);
  }
}

async function schedule(
  db: D1Database,
  article: Article,
  version: number,
  at: number,
  actor: Person,
  now: number,
): Promise<Article> {
  const standing = { state: "scheduled", scheduledVersion: version, scheduledAt: at } as const;
  await commit(db, [
    updateStanding(db, article, standing),
    recordEvent(db, article, {
      type: "scheduled",
      version,
      actorId: actor.id,
      at: now,
      reason: null,
    }),
  ]);
  return { ...article, ...standing };
}
