import type { ArticleState } from "../../article/article.ts";
import { listPhotoIds } from "../../article/article-photos.ts";
import { parseContent, versionsToCome } from "../../article/version-store.ts";
import { visibleTo } from "../../photo/photo-store.ts";
import type { Photo, PhotoType, PhotoVariants } from "../../photo/photo.ts";

/** A photo in the library. Times in ms since the epoch. */
export type LibraryPhoto = Pick<Photo, "id" | "type" | "variants" | "credit"> & {
  createdAt: number;
  owner: string;
  /** How many articles use it in their newest version. */
  articles: number;
  /** Under which words one of them shows it; null where none does. */
  alt: string | null;
};

/** Where a page of the library begins: after this photo. */
export type LibraryCursor = { createdAt: number; id: string };

export type LibraryFilter = {
  /** Id of a reporter, who sees their own photos; null sees every photo. */
  viewerId: string | null;
  /** Words without marks that a photo's words or credit must hold. */
  terms: string[];
  /** Credits that hold them. */
  credits: string[];
  unused: boolean;
  after: LibraryCursor | null;
  limit: number;
};

/** `next` begins the page after this one; null at the end. */
export type LibraryPage = { photos: LibraryPhoto[]; next: LibraryCursor | null };

type PhotoRow = Omit<LibraryPhoto, "type" | "variants"> & { type: PhotoType; variants: string };

/** So many photos are looked through for one page, however few fit the filter: the page then ends early. */
const maxArticlesRead = 5000;

/** Beyond every photo. */
const beginning: LibraryCursor = { createdAt: Number.MAX_SAFE_INTEGER, id: "" };

/** Photos that are not erased, newest first. */
export async function readLibrary(db: D1Database, filter: LibraryFilter): Promise<LibraryPage> {
  const { viewerId, terms, credits, unused, limit } = filter;
  const from = filter.after ?? beginning;
  const isFiltered = viewerId !== null || terms.length > 0 || unused;
  const lookedAt = isFiltered ? maxArticlesRead : limit + 1;
  const { results } = await db
    .prepare(
      `SELECT photos.id, photos.type, photos.variants, photos.credit, photos.created_at AS createdAt,
         people.name AS owner,
         (SELECT COUNT(DISTINCT article_id) FROM photo_uses WHERE photo_id = photos.id) AS articles,
         (SELECT alt FROM photo_uses WHERE photo_id = photos.id LIMIT 1) AS alt
       FROM (${newestAfter}) AS photos JOIN people ON people.id = photos.owner_id
       WHERE ${visibleTo("?4")}
         AND (?5 = '[]' OR photos.credit IN (SELECT value FROM json_each(?6))
           OR EXISTS (SELECT 1 FROM photo_uses WHERE photo_id = photos.id
                      AND NOT EXISTS (SELECT 1 FROM json_each(?5) WHERE instr(photo_uses.folded, value) = 0)))
         AND (?7 = 0 OR NOT (EXISTS (SELECT 1 FROM photo_uses WHERE photo_id = photos.id)
           OR EXISTS (SELECT 1 FROM published_photos WHERE photo_id = photos.id)))
       ORDER BY photos.created_at DESC, photos.id DESC LIMIT ?8`,
    )
    .bind(
      from.createdAt,
      from.id,
      lookedAt,
      viewerId,
      JSON.stringify(terms),
      JSON.stringify(credits),
      unused ? 1 : 0,
      limit + 1,
    )
    .all<PhotoRow>();
  const photos = results.slice(0, limit).map(toLibraryPhoto);
  const last = results.length > limit ? photos.at(-1) : undefined;
  return { photos, next: last ?? (isFiltered ? await lastLookedAt(db, from) : null) };
}

const newestAfter = `SELECT id, owner_id, type, variants, credit, created_at FROM photos
  WHERE (created_at, id) < (?1, ?2) AND erased_at IS NULL ORDER BY created_at DESC, id DESC LIMIT ?3`;

/** Where looking ended that did not come to the end; null where it did. */
async function lastLookedAt(db: D1Database, from: LibraryCursor): Promise<LibraryCursor | null> {
  return db
    .prepare(
      `SELECT created_at AS createdAt, id FROM (${newestAfter}) ORDER BY created_at DESC, id DESC
       LIMIT 1 OFFSET ?3 - 1`,
    )
    .bind(from.createdAt, from.id, maxArticlesRead)
    .first<LibraryCursor>();
}

/** So many different credits are searched. */
const maxCredits = 2000;

/** Every credit that photos have, by steps through the index: as many reads as there are credits, not photos. */
export async function readCredits(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare(
      `WITH RECURSIVE credits (credit) AS (
         SELECT MIN(credit) FROM photos WHERE credit IS NOT NULL
         UNION ALL
         SELECT (SELECT MIN(photos.credit) FROM photos WHERE photos.credit > credits.credit)
         FROM credits WHERE credits.credit IS NOT NULL
         LIMIT ?1)
       SELECT credit FROM credits WHERE credit IS NOT NULL`,
    )
    .bind(maxCredits)
    .all<{ credit: string }>();
  return results.map(({ credit }) => credit);
}

/** An article that shows a photo; place and words are those of its newest version, null where that shows it no more, or not yet. */
export type PhotoUsage = {
  articleId: string;
  ownerId: string;
  title: string;
  slug: string;
  state: ArticleState;
  /** Number of its newest version. */
  version: number;
  /** Whether readers see the photo in it. */
  isPublic: boolean;
  /** Whether readers see the article. */
  isArticlePublic: boolean;
  /** As in PhotoUse. */
  place: number | null;
  alt: string | null;
  caption: string | null;
};

type PhotoUsageRow = Omit<PhotoUsage, "isPublic" | "isArticlePublic"> & {
  isPublic: number;
  isArticlePublic: number;
};

/** So many are listed. */
const maxUsages = 200;

/**
 * Where a photo is used, articles that readers see first: by the newest version, what readers see, what is scheduled, what would
 * come back after a withdrawal, and what somebody is writing.
 */
export async function readUsages(db: D1Database, photoId: string): Promise<PhotoUsage[]> {
  const unpublished = await readUnpublishedUses(db, photoId);
  const { results } = await db
    .prepare(
      `SELECT articles.id AS articleId, articles.owner_id AS ownerId, articles.title, articles.slug, articles.state,
         articles.version, photo_uses.place,
         EXISTS (SELECT 1 FROM published WHERE article_id = articles.id) AS isArticlePublic,
         EXISTS (SELECT 1 FROM published_photos WHERE photo_id = ?1 AND article_id = articles.id) AS isPublic,
         photo_uses.alt, photo_uses.caption
       FROM (SELECT article_id FROM photo_uses WHERE photo_id = ?1
             UNION SELECT article_id FROM published_photos WHERE photo_id = ?1
             UNION SELECT value FROM json_each(?3)) AS used
       JOIN articles ON articles.id = used.article_id
       LEFT JOIN photo_uses ON photo_uses.article_id = articles.id AND photo_uses.photo_id = ?1
       ORDER BY isPublic DESC, articles.saved_at DESC, articles.id, photo_uses.place LIMIT ?2`,
    )
    .bind(photoId, maxUsages, JSON.stringify(unpublished))
    .all<PhotoUsageRow>();
  return results.map((row) => ({
    ...row,
    isPublic: row.isPublic === 1,
    isArticlePublic: row.isArticlePublic === 1,
  }));
}

/**
 * The ids of articles that show a photo in a version to come or in a text that somebody is writing. A text that only holds the
 * photo's id shows nothing, and must not keep its owner from erasing it.
 */
async function readUnpublishedUses(db: D1Database, photoId: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT article_id, content FROM (${versionsToCome}) WHERE instr(content, ?1) > 0
       UNION ALL SELECT article_id, content FROM working_copies WHERE instr(content, ?1) > 0`,
    )
    .bind(photoId)
    .all<{ article_id: string; content: string }>();
  return results
    .filter(({ content }) => listPhotoIds(parseContent(content)).includes(photoId))
    .map((row) => row.article_id);
}

/** Who sent a photo first, when (ms), and how many others sent it after them. */
export type PhotoOrigin = { ownerId: string; owner: string; createdAt: number; others: number };

export async function readOrigin(db: D1Database, photoId: string): Promise<PhotoOrigin | null> {
  return db
    .prepare(
      `SELECT photos.owner_id AS ownerId, people.name AS owner, photos.created_at AS createdAt,
         (SELECT COUNT(*) FROM photo_senders WHERE photo_id = ?1) AS others
       FROM photos JOIN people ON people.id = photos.owner_id WHERE photos.id = ?1`,
    )
    .bind(photoId)
    .first<PhotoOrigin>();
}

/** Variants are the photo page's JSON. */
function toLibraryPhoto({ variants, ...row }: PhotoRow): LibraryPhoto {
  return { ...row, variants: JSON.parse(variants) as PhotoVariants };
}
