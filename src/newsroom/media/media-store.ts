import type { ArticleKind, ArticleState } from "../../article/article.ts";
import { listPhotoIds } from "../../article/article-photos.ts";
import { parseContent, versionsToCome } from "../../article/version-store.ts";
import { visibleTo } from "../../photo/photo-store.ts";
import type { Photo, PhotoVariants } from "../../photo/photo.ts";

/** A photo in the library. Times in ms since the epoch. */
export type LibraryPhoto = Pick<
  Photo,
  "id" | "type" | "variants" | "revision" | "credit" | "source" | "usableUntil"
> & {
  createdAt: number;
  owner: string;
  /** How many articles use it in their newest version. */
  articles: number;
  /** The words under which one of them shows it; null where none does, or the viewer may not read them. */
  alt: string | null;
  caption: string | null;
};

/**
 * Which photos the library shows: those that may be used today, from a known source; those in some article; those in none.
 */
export const libraryChoices = ["usable", "used", "unused"] as const;

export type LibraryChoice = (typeof libraryChoices)[number];

/** Where a page of the library begins: after this photo. */
export type LibraryCursor = { createdAt: number; id: string };

export type LibraryFilter = {
  /** Id of a reporter, who sees their own photos; null sees every photo. */
  viewerId: string | null;
  /** Words without marks that a photo's words or credit must hold. */
  terms: string[];
  /** Credits that hold them. */
  credits: string[];
  /** Null shows every photo. */
  show: LibraryChoice | null;
  /** Today's day in Vietnam, as "2026-12-31". */
  today: string;
  after: LibraryCursor | null;
  limit: number;
};

/** `next` begins the page after this one; null at the end. */
export type LibraryPage = { photos: LibraryPhoto[]; next: LibraryCursor | null };

type PhotoRow = Omit<LibraryPhoto, "variants" | "revision"> & {
  variants: string;
  revision: string | null;
};

/** The most photos that are read for one page. A page whose filter fits few of them ends early. */
const maxPhotosRead = 5000;

/** The cursor of the first page: newer than every photo. */
const beginning: LibraryCursor = { createdAt: Number.MAX_SAFE_INTEGER, id: "" };

/** Photos that are not erased, newest first. */
export async function readLibrary(db: D1Database, filter: LibraryFilter): Promise<LibraryPage> {
  const { viewerId, terms, credits, show, today, limit } = filter;
  const from = filter.after ?? beginning;
  const isFiltered = viewerId !== null || terms.length > 0 || show !== null;
  const photosRead = isFiltered ? maxPhotosRead : limit + 1;
  const { results } = await db
    .prepare(
      `SELECT photos.id, photos.type, COALESCE(photos.edit ->> 'variants', photos.variants) AS variants,
         photos.edit ->> 'revision' AS revision, photos.credit, photos.source,
         photos.usable_until AS usableUntil, photos.created_at AS createdAt,
         people.name AS owner,
         (SELECT COUNT(DISTINCT article_id) FROM photo_uses WHERE photo_id = photos.id) AS articles,
         (SELECT alt FROM photo_uses WHERE ${isReadableUse} LIMIT 1) AS alt,
         (SELECT caption FROM photo_uses WHERE ${isReadableUse} AND caption IS NOT NULL LIMIT 1) AS caption
       FROM (${newestAfter}) AS photos JOIN people ON people.id = photos.owner_id
       WHERE ${visibleTo("?4")}
         AND (?5 = '[]' OR photos.credit IN (SELECT value FROM json_each(?6))
           OR EXISTS (SELECT 1 FROM photo_uses WHERE ${isReadableUse}
                      AND NOT EXISTS (SELECT 1 FROM json_each(?5) WHERE instr(photo_uses.folded, value) = 0)))
         AND CASE ?7
           WHEN 'usable' THEN photos.source IS NOT NULL AND (photos.usable_until IS NULL OR photos.usable_until >= ?9)
           WHEN 'used' THEN ${isUsed}
           WHEN 'unused' THEN NOT ${isUsed}
           ELSE 1 END
       ORDER BY photos.created_at DESC, photos.id DESC LIMIT ?8`,
    )
    .bind(
      from.createdAt,
      from.id,
      photosRead,
      viewerId,
      JSON.stringify(terms),
      JSON.stringify(credits),
      show,
      limit + 1,
      today,
    )
    .all<PhotoRow>();
  const photos = results.slice(0, limit).map(toLibraryPhoto);
  const last = results.length > limit ? photos.at(-1) : undefined;
  return { photos, next: last ?? (isFiltered ? await findLastRead(db, from) : null) };
}

/**
 * Whether the viewer ?4 may read the words of a use: readers see this text, or the article is the viewer's. Others' unpublished words
 * are not shown, and not found by a search.
 */
const isReadableUse = `photo_uses.photo_id = photos.id AND (?4 IS NULL OR EXISTS (
  SELECT 1 FROM articles WHERE articles.id = photo_uses.article_id AND (articles.owner_id = ?4
    OR (articles.state = 'published' AND articles.version = articles.approved_version))))`;

const isUsed = `(EXISTS (SELECT 1 FROM photo_uses WHERE photo_id = photos.id)
  OR EXISTS (SELECT 1 FROM public_photos WHERE photo_id = photos.id))`;

const newestAfter = `SELECT id, owner_id, type, variants, edit, credit, source, usable_until, created_at FROM photos
  WHERE (created_at, id) < (?1, ?2) AND erased_at IS NULL ORDER BY created_at DESC, id DESC LIMIT ?3`;

/** The last photo that a page read, from which the next one goes on; null if there are no more photos. */
async function findLastRead(db: D1Database, from: LibraryCursor): Promise<LibraryCursor | null> {
  return db
    .prepare(
      `SELECT created_at AS createdAt, id FROM (${newestAfter}) ORDER BY created_at DESC, id DESC
       LIMIT 1 OFFSET ?3 - 1`,
    )
    .bind(from.createdAt, from.id, maxPhotosRead)
    .first<LibraryCursor>();
}

/** The most different credits that a search reads. */
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
  kind: ArticleKind;
  title: string;
  slug: string;
  state: ArticleState;
  /** Number of its newest version. */
  version: number;
  /** Whether readers see the photo in it. */
  isPublic: boolean;
  /** Whether readers see the article. */
  isArticlePublic: boolean;
  /** Whether its newest version was approved, so that its words are no secret. */
  isApproved: boolean;
  /** As in PhotoUse. */
  place: number | null;
  alt: string | null;
  caption: string | null;
};

type PhotoUsageRow = Omit<PhotoUsage, "isPublic" | "isArticlePublic" | "isApproved"> & {
  isPublic: number;
  isArticlePublic: number;
  isApproved: number;
};

/** The most uses that a photo's page lists. */
const maxUsages = 200;

/**
 * Where a photo is used, articles that readers see first: by the newest version, what readers see, what is scheduled, what would
 * come back after a withdrawal, and what somebody is writing.
 */
export async function readUsages(db: D1Database, photoId: string): Promise<PhotoUsage[]> {
  const unpublished = await readUnpublishedUses(db, photoId);
  const { results } = await db
    .prepare(
      `SELECT articles.id AS articleId, articles.owner_id AS ownerId, articles.kind, articles.title, articles.slug, articles.state,
         articles.version, photo_uses.place,
         EXISTS (SELECT 1 FROM public_texts WHERE article_id = articles.id) AS isArticlePublic,
         EXISTS (SELECT 1 FROM published_photos WHERE photo_id = ?1 AND article_id = articles.id) AS isPublic,
         articles.version IS articles.approved_version AS isApproved, photo_uses.alt, photo_uses.caption
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
    isApproved: row.isApproved === 1,
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

/** `variants` is the JSON of a photo's row. */
function toLibraryPhoto({ variants, revision, ...row }: PhotoRow): LibraryPhoto {
  const photo = { ...row, variants: JSON.parse(variants) as PhotoVariants };
  return revision === null ? photo : { ...photo, revision };
}
