import type { Article } from "../article/article.ts";
import { updateState } from "../article/article-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { readVersion } from "../article/version-store.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { hasRole } from "../people/person.ts";
import { recordChange } from "../published/change-store.ts";
import { takeLabelSlugs } from "../published/label-store.ts";
import { findMonth, makeMonthKey } from "../published/month.ts";
import {
  readSurroundings,
  removePublication,
  writePublication,
} from "../published/projection-store.ts";
import { listTouchedTags } from "../published/touched-tags.ts";
import { indexForSearch, removeFromSearch } from "../search/search-index-store.ts";
import { formatShortDateTime } from "../vietnamese/dates.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { purgeRounds } from "./outbox.ts";
import { requestPurge } from "./outbox-store.ts";
import { readArticleToApprove } from "./permission.ts";
import type { ActContext } from "./permission.ts";
import { projectVersion } from "./projection.ts";
import { minPublicationTime } from "./publication.ts";

/** The right date of an article, in ms, and why it is corrected. */
export type DateCorrection = { publishedAt: number; reason: string };

/**
 * Gives a public article another date of first publication, as an admin decides, and moves it to its new place in lists,
 * months, feeds and search. Its text, address and update time stay. AppError conflict if readers cannot see the article,
 * or if somebody changed it meanwhile; invalid at `publishedAt` for a date that cannot be right.
 */
export async function correctPublicationDate(
  act: ActContext,
  id: string,
  { publishedAt, reason }: DateCorrection,
): Promise<Article> {
  const { db, now } = act;
  const article = await readArticleToApprove(act, id);
  if (!hasRole(act.actor, "admin")) throw new AppError("forbidden", articleWords.adminsOnly);
  const shown = await readShownVersion(db, article);
  refusePublicationDate(shown.publishedAt, publishedAt, now);
  const slugs = await takeLabelSlugs(db, [shown.content]);
  const projection = await projectVersion(db, { ...shown, publishedAt }, slugs);
  const dates = articleWords.dateChange(formatTime(shown.publishedAt), formatTime(publishedAt));
  await commit(act, [
    recordEvent(act, article, "redated", shown.version, `${dates}: ${reason}`),
    updateState(db, article, { state: article.state, publishedAt }),
    removeFromSearch(db, id),
    ...removePublication(db, shown, now),
    ...writePublication(db, projection, now),
    indexForSearch(db, projection),
    recordChange(db, { at: now, type: "updated", articleId: id, slug: article.slug }),
    requestPurge(db, {
      tags: await listTagsOfBothPlaces(db, shown, projection),
      rounds: purgeRounds,
      at: now,
    }),
  ]);
  return { ...article, publishedAt };
}

/** AppError invalid for a date before 1990, in the future, or equal to the present one. Times in ms. */
export function refusePublicationDate(present: number, corrected: number, now: number): void {
  const message = findDateFault(present, corrected, now);
  if (message !== null) {
    throw new AppError("invalid", message, [{ path: "publishedAt", message }]);
  }
}

function findDateFault(present: number, corrected: number, now: number): string | null {
  if (corrected < minPublicationTime) return articleWords.timeTooEarly;
  if (corrected > now) return articleWords.dateInFuture;
  return corrected === present ? articleWords.sameDate : null;
}

/** What readers see of an article now. */
async function readShownVersion(db: D1Database, article: Article) {
  const { id, kind, slug, approvedVersion, publishedAt, updatedAt } = article;
  if (!article.isPublic || approvedVersion === null || publishedAt === null) {
    throw new AppError("conflict", articleWords.notPublicSoNotRedated);
  }
  const version = await readVersion(db, id, approvedVersion);
  if (version === null) throw new Error(`article ${id} lacks its version ${approvedVersion}`);
  const { content } = version;
  return { articleId: id, kind, version: approvedVersion, slug, content, publishedAt, updatedAt };
}

type Projected = Awaited<ReturnType<typeof projectVersion>>;

/** The tags of every page that loses or gains the article, or a link to it. */
async function listTagsOfBothPlaces(
  db: D1Database,
  former: Pick<Projected, "articleId" | "kind" | "publishedAt">,
  projection: Projected,
): Promise<string[]> {
  const before = await readSurroundings(db, former.articleId, former.publishedAt);
  const there = await readSurroundings(db, null, projection.publishedAt);
  const neighbours = [...before.neighbours, ...there.neighbours];
  const month = tags.month(makeMonthKey(findMonth(projection.publishedAt)));
  return [...new Set([...listTouchedTags(former, { ...before, neighbours }, projection), month])];
}

function formatTime(at: number): string {
  return formatShortDateTime(new Date(at));
}
