/** Where an article stands; the transitions are in src/publishing/. */
export const articleStates = [
  "draft",
  "submitted",
  "returned",
  "scheduled",
  "published",
  "withdrawn",
] as const;

export type ArticleState = (typeof articleStates)[number];

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

/** A summary in English. In `summary` a blank line parts paragraphs. */
export type English = { title: string; summary: string };

/** What one version of an article says. A draft may have empty strings, no section, no authors; soát bài tells. */
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
};

/** An article as the newsroom knows it: its standing, without the text. Times are ms since the epoch. */
export type Article = {
  id: string;
  ownerId: string;
  state: ArticleState;
  slug: string;
  title: string;
  section: string | null;
  /** Number of the newest version. */
  version: number;
  /** The version readers see, or saw until the withdrawal. */
  approvedVersion: number | null;
  scheduledVersion: number | null;
  scheduledAt: number | null;
  /** Time of the first publication. */
  publishedAt: number | null;
  /** Time of the last approved edit of what readers had seen. */
  updatedAt: number | null;
  /** Number of the newest event; see events in migrations/0003. */
  event: number;
  createdAt: number;
  savedAt: number;
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

/** An article that has just been made: a draft with its first version. */
export function newArticle(
  { id, ownerId, slug, createdAt }: Pick<Article, "id" | "ownerId" | "slug" | "createdAt">,
  { title, section }: ArticleContent,
): Article {
  return {
    id,
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
    isPublic: false,
  };
}
