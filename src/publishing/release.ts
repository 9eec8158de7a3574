import type { Article, ArticleContent } from "../article/article.ts";
import { updateState } from "../article/article-store.ts";
import { indexForSearch, removeFromSearch } from "../search/search-index-store.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import type { EventContext } from "../article/event-store.ts";
import { readVersion } from "../article/version-store.ts";
import { purgeRounds } from "./outbox.ts";
import { recordChange } from "../published/change-store.ts";
import { takeLabelSlugs } from "../published/label-store.ts";
import { projectVersion } from "./projection.ts";
import { requestNotifications } from "./notifications.ts";
import { requestPurge } from "./outbox-store.ts";
import type { VersionToShow } from "./projection.ts";
import { writePublication, readSurroundings } from "../published/projection-store.ts";
import { chooseSlug } from "../article/slug-choice.ts";
import { takeSlug } from "../article/slug-store.ts";
import { listTouchedTags } from "../published/touched-tags.ts";

/** A version to show. `publishedAt` (ms) counts for a first publication. */
export type Release = { version: number; content: ArticleContent; publishedAt: number };

/** Publishes a version in one transaction: projection, search row, change log, event and outbox row. */
export async function publishVersion(
  act: EventContext,
  article: Article,
  release: Release,
): Promise<Article> {
  const { db, now } = act;
  const shown = await prepareVersion(db, article, release, now);
  const projection = await projectVersion(db, shown, await takeLabelSlugs(db, [shown.content]));
  const before = await readSurroundings(db, article.id, projection.publishedAt);
  const { version, content } = release;
  const standing = {
    state: "published",
    slug: projection.slug,
    approvedVersion: version,
    scheduledVersion: null,
    scheduledAt: null,
    publishedAt: projection.publishedAt,
    updatedAt: projection.updatedAt,
  } as const;
  const change = article.isPublic ? "updated" : "published";
  await commit(act, [
    recordEvent(act, article, "published", version),
    ...takeSlug(db, article.id, projection.slug, now),
    updateState(db, article, standing),
    removeFromSearch(db, article.id),
    ...writePublication(db, projection, now),
    indexForSearch(db, projection),
    recordChange(db, { at: now, type: change, articleId: article.id, slug: projection.slug }),
    requestPurge(db, {
      tags: listTouchedTags(projection, before, projection),
      rounds: purgeRounds,
      at: now,
    }),
    requestNotifications(act, { ...article, title: content.title }, "published"),
  ]);
  return { ...article, ...standing, isPublic: true };
}

async function prepareVersion(
  db: D1Database,
  article: Article,
  { version, content, publishedAt }: Release,
  now: number,
): Promise<VersionToShow> {
  return {
    articleId: article.id,
    kind: article.kind,
    version,
    slug: await chooseSlug(db, content.title, article.id),
    content,
    publishedAt: article.publishedAt ?? publishedAt,
    updatedAt: await findUpdateTime(db, article, { version, content }, now),
  };
}

/**
 * The time that readers see after "Cập nhật" once this text is published, ms. It changes only if the text differs from
 * what was published last. `version` is null for a text that is not saved as a version yet.
 */
export async function findUpdateTime(
  db: D1Database,
  article: Article,
  { version, content }: { version: number | null; content: ArticleContent },
  now: number,
): Promise<number | null> {
  const { approvedVersion, updatedAt } = article;
  if (approvedVersion === null) return null;
  if (version === approvedVersion) return updatedAt;
  const approved = await readVersion(db, article.id, approvedVersion);
  return JSON.stringify(approved?.content) === JSON.stringify(content) ? updatedAt : now;
}
