import type { Byline, English, Genre, Source } from "../article/article.ts";
import { sectionsColumn } from "./card-store.ts";
import type { Label } from "./label-store.ts";
import {
  neighbourColumns,
  toNeighbours,
  relatedColumn,
  sharedTable,
  topicColumn,
  topicTables,
} from "./neighbour-store.ts";
import type { NeighbourRow, Neighbours } from "./neighbour-store.ts";
import type {
  AiMarks,
  BodyPhoto,
  Correction,
  PublishedArticle,
  PublishedDocument,
  PublishedLead,
  PublishedRecording,
  WholeArticle,
} from "./published.ts";

const articleColumns = `published.position, published.article_id AS id, published.version, published.slug,
  published.section, (SELECT name FROM sections WHERE slug = published.section) AS section_name, published.published_at,
  published.updated_at, published.title, published.lede, published.genre, published.byline, published.tags,
  published.source, published.lead_photo, published.english, published.ai, published.corrections,
  published.documents, published.recordings, published.html`;

/** What stands in a row for the places of a body; null where an older release rendered it. */
const bodyColumns = `published.photos, published.addresses`;

/** The labels of an article, as a JSON array for `parseLabels`. */
const labelsColumn = `(SELECT json_group_array(json_object('kind', kind, 'slug', slug, 'name', name))
  FROM published_labels WHERE published_labels.position = published.position) AS labels`;

function parseLabels(json: string): Label[] {
  return JSON.parse(json) as Label[];
}

type BodyRow = { photos: string | null; addresses: string | null };

type ArticleRow = {
  position: number;
  id: string;
  version: number;
  slug: string;
  section: string;
  section_name: string;
  published_at: number;
  updated_at: number | null;
  title: string;
  lede: string;
  genre: Genre;
  byline: string;
  tags: string;
  source: string | null;
  lead_photo: string | null;
  english: string | null;
  ai: string | null;
  corrections: string;
  documents: string | null;
  recordings: string | null;
  html: string;
};

/** Why an address has no article: it moved, was withdrawn, or never was. */
export type MissingArticle =
  | { kind: "moved"; id: string; slug: string }
  | { kind: "gone"; id: string }
  | { kind: "unknown" };

/** What stands at an article's address. */
export type ArticleAtAddress =
  | ({ kind: "article"; article: PublishedArticle; labels: Label[] } & Neighbours)
  | MissingArticle;

/** What the row of an address says of its text. `id` and `slug` are null if readers do not see it. */
export type AddressRow = {
  owner: string;
  public_since: number | null;
  /** Whether a text that readers do not see is of the kind that this address has. */
  is_of_kind: number;
  id: string;
  slug: string;
};

type ArticleAddressRow = ArticleRow & AddressRow & { labels: string };

const isOfKind = `(SELECT kind FROM articles WHERE id = slugs.article_id AND published.position IS NULL) IS NOT 'page' AS is_of_kind`;

export async function readAtAddress(db: D1Database, slug: string): Promise<ArticleAtAddress> {
  const row = await db
    .prepare(
      `WITH here AS MATERIALIZED (
         SELECT slugs.article_id AS owner, slugs.public_since, ${isOfKind}, published.position, published.section
         FROM slugs LEFT JOIN published ON published.article_id = slugs.article_id WHERE slugs.slug = ?1),
       own_tags AS (
         SELECT slug FROM published_labels WHERE position = (SELECT position FROM here) AND kind = 'tag'),
       ${topicTables}, ${sharedTable}
       SELECT here.owner, here.public_since, here.is_of_kind, ${articleColumns}, ${labelsColumn}, ${sectionsColumn}, ${relatedColumn}, ${topicColumn},
         ${neighbourColumns}
       FROM here LEFT JOIN published ON published.position = here.position`,
    )
    .bind(slug)
    .first<ArticleAddressRow & NeighbourRow>();
  const missing = explainMissing(row, slug);
  if (row === null || missing !== null) return missing ?? { kind: "unknown" };
  return {
    kind: "article",
    article: toArticle(row),
    labels: parseLabels(row.labels),
    ...toNeighbours(row),
  };
}

/** The article at an address with all of its body, and nothing of what stands beside it. */
export async function readWholeAtAddress(
  db: D1Database,
  slug: string,
): Promise<{ kind: "article"; article: WholeArticle; labels: Label[] } | MissingArticle> {
  const row = await db
    .prepare(
      `SELECT slugs.article_id AS owner, slugs.public_since, ${isOfKind}, ${articleColumns}, ${bodyColumns},
         ${labelsColumn}
       FROM slugs LEFT JOIN published ON published.article_id = slugs.article_id WHERE slugs.slug = ?1`,
    )
    .bind(slug)
    .first<ArticleAddressRow & BodyRow>();
  const missing = explainMissing(row, slug);
  if (row === null || missing !== null) return missing ?? { kind: "unknown" };
  return { kind: "article", article: toWholeArticle(row), labels: parseLabels(row.labels) };
}

/** Null if the text stands at this slug. */
export function explainMissing(row: AddressRow | null, slug: string): MissingArticle | null {
  if (row === null) return { kind: "unknown" };
  if (row.id === null) {
    return row.public_since === null || row.is_of_kind === 0
      ? { kind: "unknown" }
      : { kind: "gone", id: row.owner };
  }
  return row.slug === slug ? null : { kind: "moved", id: row.id, slug: row.slug };
}

/** Chooses published articles: before a position, since another position, of one section or of all. */
export type PublishedFilter = {
  section: string | null;
  before: number;
  since: number;
  limit: number;
};

/** Whole articles, newest first. */
export async function readPublishedArticles(
  db: D1Database,
  filter: PublishedFilter,
): Promise<WholeArticle[]> {
  const { where, order, values } = filterPublished(filter);
  const { results } = await db
    .prepare(`SELECT ${articleColumns}, ${bodyColumns} FROM published ${where} ${order}`)
    .bind(...values)
    .all<ArticleRow & BodyRow>();
  return results.map(toWholeArticle);
}

/** SQL that chooses these articles, the newest first, and its parameters. */
export function filterPublished({ section, before, since, limit }: PublishedFilter): {
  where: string;
  order: string;
  values: (string | number)[];
} {
  const ofSection = section === null ? "" : "AND published.section = ?4";
  return {
    where: `WHERE published.position < ?1 AND published.position >= ?2 ${ofSection}`,
    order: "ORDER BY published.position DESC LIMIT ?3",
    values: [before, since, limit, ...(section === null ? [] : [section])],
  };
}

function toWholeArticle(row: ArticleRow & BodyRow): WholeArticle {
  return {
    ...toArticle(row),
    photos: JSON.parse(row.photos ?? "[]") as BodyPhoto[],
    addresses: JSON.parse(row.addresses ?? "[]") as number[],
    isStale: row.photos === null,
  };
}

function toArticle(row: ArticleRow): PublishedArticle {
  return {
    position: row.position,
    id: row.id,
    version: row.version,
    slug: row.slug,
    section: { slug: row.section, name: row.section_name },
    title: row.title,
    lede: row.lede,
    genre: row.genre,
    byline: JSON.parse(row.byline) as Byline,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    leadPhoto: row.lead_photo === null ? null : (JSON.parse(row.lead_photo) as PublishedLead),
    tags: JSON.parse(row.tags) as string[],
    source: row.source === null ? null : (JSON.parse(row.source) as Source),
    english: row.english === null ? null : (JSON.parse(row.english) as English),
    ai: row.ai === null ? null : (JSON.parse(row.ai) as AiMarks),
    corrections: JSON.parse(row.corrections) as Correction[],
    documents: JSON.parse(row.documents ?? "[]") as PublishedDocument[],
    recordings: JSON.parse(row.recordings ?? "[]") as PublishedRecording[],
    html: row.html,
  };
}
