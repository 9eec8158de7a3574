import type { Article, ArticleContent } from "../article/article.ts";
import { updateStanding } from "../article/article-store.ts";
import { indexForSearch, removeFromSearch } from "../article/article-search.ts";
import { commit } from "../article/commit.ts";
import { recordEvent } from "../article/event-store.ts";
import { plainText } from "../article/markdown.ts";
import type { PublishedPhoto } from "../article/published.ts";
import { readVersion } from "../article/version-store.ts";
import { AppError } from "../errors.ts";
import { readPhotos } from "../photo/photo-store.ts";
import type { Photo } from "../photo/photo.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { purgeRounds } from "./announce.ts";
import { recordChange } from "./change-store.ts";
import { renderBody } from "./article-body.ts";
import { requestPurge } from "./outbox-store.ts";
import { photoIdsOf } from "./proofreading.ts";
import { publish, readSurroundings } from "./publication-store.ts";
import type { Projection } from "./publication-store.ts";
import { chooseSlug } from "./slug-choice.ts";
import { takeSlug } from "./slug-store.ts";
import { touchedTags } from "./touched-tags.ts";

/** A version to show. `actorId` is null when the clock does it; `publishedAt` (ms) counts for a first publication. */
export type Release = {
  version: number;
  content: ArticleContent;
  actorId: string | null;
  publishedAt: number;
};

/**
 * Puts a version before readers: its rendered projection, search row, change for mirrors, event and outbox row, in one
 * transaction.
 */
export async function putBeforeReaders(
  db: D1Database,
  article: Article,
  release: Release,
  now: number,
): Promise<Article> {
  const projection = await project(db, article, release, now);
  const before = await readSurroundings(db, article.id, projection.publishedAt);
  const { version, actorId } = release;
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
  const text = searchableText(release.content);
  await commit(db, [
    recordEvent(db, article, { type: "published", version, actorId, at: now, reason: null }),
    ...takeSlug(db, article.id, projection.slug, now),
    updateStanding(db, article, standing),
    removeFromSearch(db, article.id),
    ...publish(db, projection),
    indexForSearch(db, article.id, text),
    recordChange(db, { at: now, type: change, articleId: article.id, slug: projection.slug }),
    requestPurge(db, {
      tags: touchedTags(article.id, before, projection),
      rounds: purgeRounds,
      at: now,
    }),
  ]);
  return { ...article, ...standing, isPublic: true };
}

async function project(
  db: D1Database,
  article: Article,
  { version, content, publishedAt }: Release,
  now: number,
): Promise<Projection> {
  if (content.section === null) throw new AppError("invalid", articleWords.blocked);
  const used = photoIdsOf(content);
  const photos = await readPhotos(db, used);
  return {
    articleId: article.id,
    version,
    slug: await chooseSlug(db, content.title, article.id),
    content,
    section: content.section,
    publishedAt: article.publishedAt ?? publishedAt,
    updatedAt: await updateTime(db, article, version, content, now),
    leadPhoto: leadPhotoOf(content, photos),
    html: renderBody(content.body, photos),
    photos: used.filter((id) => photos.has(id)),
  };
}

/** "Cập nhật" is shown only after a real edit of what readers have seen. */
async function updateTime(
  db: D1Database,
  article: Article,
  version: number,
  content: ArticleContent,
  now: number,
): Promise<number | null> {
  if (article.approvedVersion === null) return null;
  const shown = await readVersion(db, article.id, article.approvedVersion);
  const same =
    version === article.approvedVersion ||
    JSON.stringify(shown?.content) === JSON.stringify(content);
  return same ? article.updatedAt : now;
}

function leadPhotoOf(content: ArticleContent, photos: Map<string, Photo>): PublishedPhoto | null {
  if (content.leadPhoto === null) return null;
  const { photo: id, alt, caption, credit } = content.leadPhoto;
  const photo = photos.get(id);
  if (photo === undefined) return null;
  const { width, height, type, variants } = photo;
  return { id, width, height, type, variants, alt, caption, credit: credit ?? photo.credit };
}

function searchableText(content: ArticleContent): { title: string; text: string } {
  const { title, lede, body, byline, tags: labels, leadPhoto } = content;
  const parts = [
    lede,
    plainText(body),
    leadPhoto?.caption,
    ...labels,
    ...byline.authors,
    byline.unit,
  ];
  return {
    title,
    text: parts.filter((part) => part !== null && part !== undefined && part !== "").join("\n"),
  };
}
