import type { AiLabel } from "../ai-label.ts";
import type { ArticleDocument } from "./document.ts";

/** The states of an article. src/publishing/ has the transitions. */
export const articleStates = [
  "draft",
  "submitted",
  "returned",
  "scheduled",
  "published",
  "withdrawn",
] as const;

export type ArticleState = (typeof articleStates)[number];

/** An article is news; a page stands by itself, such as "Giới thiệu". A text keeps its kind. */
export const articleKinds = ["article", "page"] as const;

export type ArticleKind = (typeof articleKinds)[number];

export const genres = ["tin", "bai", "phong-su", "phong-van", "anh"] as const;

export type Genre = (typeof genres)[number];

export type Byline = { authors: string[]; unit: string };

export type Source = { name: string; url: string | null };

export type LeadPhoto = {
  /** Id of a stored photo. */
  photo: string;
  alt: string;
  caption: string | null;
  credit: string | null;
};

/** A summary in English. A blank line separates paragraphs. */
export type English = { title: string; summary: string };

/**
 * The content of one version. A draft may have empty strings, no section and no authors; soát bài reports that. A page has neither
 * section, genre, tags, byline, source nor English summary: see `refuseArticleFields`.
 */
export type ArticleContent = {
  title: string;
  lede: string;
  /** GFM Markdown; photos are `![alt](photo:<id> "caption")`. */
  body: string;
  section: string | null;
  tags: string[];
  genre: Genre;
  byline: Byline;
  source: Source | null;
  leadPhoto: LeadPhoto | null;
  english: English | null;
  /** Whether AI wrote the text or altered it; null: no. */
  madeByAi: AiLabel | null;
  /** In the order in which readers see them. */
  documents: ArticleDocument[];
};

/** An article with its state, without its text. Times in ms since the epoch. */
export type Article = {
  id: string;
  kind: ArticleKind;
  ownerId: string;
  state: ArticleState;
  slug: string;
  title: string;
  section: string | null;
  /** Number of the newest version. */
  version: number;
  /** The version that readers see, or saw before the withdrawal. */
  approvedVersion: number | null;
  scheduledVersion: number | null;
  scheduledAt: number | null;
  /** Time of the first publication. */
  publishedAt: number | null;
  /** Time of the last publication that changed what readers had seen. */
  updatedAt: number | null;
  /** Number of the newest event; see events in migrations/0003. */
  event: number;
  createdAt: number;
  savedAt: number;
  /** When its owner discarded it; null if it is not discarded. */
  discardedAt: number | null;
  /** Whether readers can see it now. */
  isPublic: boolean;
};

/** One immutable version. */
export type Version = {
  articleId: string;
  number: number;
  content: ArticleContent;
  authorId: string;
  createdAt: number;
};

/** What is decided about an article when it is created. */
export type NewArticle = Pick<Article, "id" | "kind" | "ownerId" | "slug" | "createdAt">;

/** A new article: a draft with its first version. */
export function buildNewArticle(
  { id, kind, ownerId, slug, createdAt }: NewArticle,
  { title, section }: ArticleContent,
): Article {
  return {
    id,
    kind,
    ownerId,
    state: "draft",
    slug,
    title,
    section,
    version: 1,
    approvedVersion: null,
    scheduledVersion: null,
    scheduledAt: null,
    publishedAt: null,
    updatedAt: null,
    event: 1,
    createdAt,
    savedAt: createdAt,
    discardedAt: null,
    isPublic: false,
  };
}

/** Whether two texts are the same in every field. */
export function isSameContent(one: ArticleContent, other: ArticleContent): boolean {
  const names = Object.keys(one) as (keyof ArticleContent)[];
  return names.every((name) => joinSorted(one[name]) === joinSorted(other[name]));
}

/** JSON with sorted keys; the order in stored versions may differ. */
function joinSorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A cursor of the article list, newest first: the next page begins after this article. */
export type ArticlePlace = { createdAt: number; id: string };

/** The cursor in a URL. */
export function formatArticleCursor({ createdAt, id }: ArticlePlace): string {
  return `${createdAt}.${id}`;
}

/** Parses a cursor of a URL; null when it is malformed. */
export function parseArticleCursor(cursor: string): ArticlePlace | null {
  const match = /^(\d{1,15})\.([0-9a-z]{1,32})$/.exec(cursor);
  return match === null ? null : { createdAt: Number(match[1]), id: match[2] ?? "" };
}

/**
 * Generates an article id: 80 random bits, in 16 characters of Crockford's base 32. Ids are permanent: feeds and cache
 * tags use them.
 */
export function generateArticleId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32]).join("");
}

/** A category of the site (chuyên mục). */
export type Section = { slug: string; name: string };
