import type { Article } from "../article/article.ts";
import { noteMissed, readArticle, readDueArticles, updateState } from "../article/article-store.ts";
import { commit, retryWhileSlugTaken } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import type { EventContext } from "../article/event-store.ts";
import { actOnEach, AppError } from "../errors.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { readArticleToApprove } from "./permission.ts";
import type { ActContext } from "./permission.ts";
import { refuseBlocked } from "./proofreading.ts";
import { publishVersion } from "./release.ts";
import { logFailure } from "../log.ts";

/** What an editor approves. `version` is null for the submitted or formerly approved version, `at` (ms) is null for now. */
export type Approval = { version: number | null; at: number | null };

/**
 * Approves a version: publishes it now, or schedules it when `at` is in the future. A time in the past publishes now
 * under that date, which articles from an older site need. Repeating a publication or a schedule changes nothing.
 */
export async function publish(act: ActContext, id: string, approval: Approval): Promise<Article> {
  return retryWhileSlugTaken(async () => {
    const article = await readArticleToApprove(act, id);
    const version = chooseVersion(article, approval.version ?? article.version);
    if (approval.at !== null) refuseTime(approval.at, act.now);
    if (article.state === "published") return keepPublished(article, approval.at);
    // A photo may expire between the approval and the scheduled moment.
    const shownAt = Math.max(approval.at ?? 0, act.now);
    const content = await refuseBlocked({ db: act.db, now: shownAt }, article, version);
    if (approval.at !== null && approval.at > act.now) {
      return schedule(act, article, version, approval.at);
    }
    const publishedAt = approval.at ?? act.now;
    return publishVersion(act, article, { version, content, publishedAt });
  });
}

/**
 * Publishes a newer version of an article that readers see, without a submission: nobody waits for anybody. Repeating it
 * changes nothing. AppErrors as publish, and conflict if the article is not published.
 */
export async function republish(act: ActContext, id: string, version: number): Promise<Article> {
  return retryWhileSlugTaken(async () => {
    const article = await readArticleToApprove(act, id);
    if (article.state !== "published") {
      throw new AppError("conflict", articleWords.notPublishedSoNotRepublished);
    }
    if (version === article.approvedVersion) return article;
    const content = await refuseBlocked(act, article, version);
    return publishVersion(act, article, { version, content, publishedAt: act.now });
  });
}

/**
 * Publishes the scheduled articles that are due. A failed article is logged and stays due, behind those that failed
 * less often, so that it does not hold up others. Throws the first failure that is not the article's own fault.
 */
export async function publishDue(db: D1Database, now: number): Promise<void> {
  await actOnEach(await readDueArticles(db, now, 50), async ({ id }) => {
    try {
      await retryWhileSlugTaken(() => publishScheduled({ db, actor: null, now }, id));
    } catch (error) {
      logFailure("a scheduled publication failed; it is tried again", error, { articleId: id });
      await noteMissed(db, id);
      if (!(error instanceof AppError)) throw error;
    }
  });
}

async function publishScheduled(act: EventContext, id: string): Promise<void> {
  const article = await readArticle(act.db, id);
  if (article === null || article.scheduledVersion === null || article.scheduledAt === null) return;
  const version = article.scheduledVersion;
  const content = await refuseBlocked(act, article, version);
  await publishVersion(act, article, { version, content, publishedAt: article.scheduledAt });
}

/** A repeated publication changes nothing. AppError conflict when it names another date. */
function keepPublished(article: Article, at: number | null): Article {
  if (at === null || at === article.publishedAt) return article;
  throw new AppError("conflict", articleWords.datedAlready);
}

/**
 * Any version of a submitted article may be approved. A scheduled, published or withdrawn article allows only its
 * approved version.
 */
function chooseVersion(article: Article, version: number): number {
  const approved =
    article.state === "scheduled" ? article.scheduledVersion : article.approvedVersion;
  switch (article.state) {
    case "submitted":
      return version;
    case "scheduled":
    case "published":
    case "withdrawn":
      if (version === approved) return version;
      throw new AppError("conflict", articleWords.onlyApprovedVersion);
    case "draft":
    case "returned":
      throw new AppError("conflict", articleWords.notSubmitted);
  }
}

const year = 366 * 24 * 60 * 60 * 1000;

/** Before the first web pages there was no article; such a date is a slip of the pen. */
export const minPublicationTime = Date.parse("1990-01-01T00:00:00+07:00");

/** AppError invalid for a time of publication that is more than a year ahead or before 1990. */
function refuseTime(at: number, now: number): void {
  const message =
    at > now + year
      ? articleWords.timeTooFar
      : at < minPublicationTime
        ? articleWords.timeTooEarly
        : null;
  if (message !== null) throw new AppError("invalid", message, [{ path: "at", message }]);
}

async function schedule(
  act: ActContext,
  article: Article,
  version: number,
  at: number,
): Promise<Article> {
  if (article.scheduledVersion === version && article.scheduledAt === at) return article;
  const change = { state: "scheduled", scheduledVersion: version, scheduledAt: at } as const;
  await commit(act, [
    updateState(act.db, article, change),
    recordEvent(act, article, "scheduled", version),
  ]);
  return { ...article, ...change };
}
