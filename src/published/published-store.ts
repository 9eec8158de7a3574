import type { Byline, English, Genre, Source } from "../article/article.ts";
import { sectionsColumn } from "./card-store.ts";
import { neighbourColumns, neighboursOf, relatedColumn } from "./neighbour-store.ts";
import type { NeighbourRow, Neighbours } from "./neighbour-store.ts";
import type { Correction, PublishedArticle, PublishedPhoto } from "./published.ts";
import { topicColumn, topicTables } from "./topic-box-store.ts";

const articleColumns = `published.position, published.article_id AS id, published.version, published.slug,
  published.section, (SELECT name FROM sections WHERE slug = published.section) AS section_name, published.published_at,
  published.updated_at, published.title, published.lede, published.genre, published.byline, published.tags,
  published.source, published.lead_photo, published.english, published.corrections,
  published.html`;

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
  corrections: string;
  html: string;
};

/** What stands at an article's address: the article, or that it moved, was withdrawn, or never was. */
export type AtAddress =
  | ({ kind: "article"; article: PublishedArticle } & Neighbours)
  | { kind: "moved"; id: string; slug: string }
  | { kind: "gone"; id: string }
  | { kind: "unknown" };

type AddressRow = ArticleRow & NeighbourRow & { owner: string; public_since: number | null };

export async function readAtAddress(db: D1Database, slug: string): Promise<AtAddress> {
  const row = await db
    .prepare(
      `WITH here AS MATERIALIZED (
         SELECT slugs.article_id AS owner, slugs.public_since, published.position, published.section
         FROM slugs LEFT JOIN published ON published.article_id = slugs.article_id WHERE slugs.slug = ?1),
       mine AS MATERIALIZED (
         SELECT slug FROM published_labels WHERE position = (SELECT position FROM here) AND kind = 'tag'),
       ${topicTables}
       SELECT here.owner, here.public_since, ${articleColumns}, ${sectionsColumn}, ${relatedColumn}, ${topicColumn},
         ${neighbourColumns}
       FROM here LEFT JOIN published ON published.position = here.position`,
    )
    .bind(slug)
    .first<AddressRow>();
  if (row === null) return { kind: "unknown" };
  if (row.id === null) {
    return row.public_since === null ? { kind: "unknown" } : { kind: "gone", id: row.owner };
  }
  if (row.slug !== slug) return { kind: "moved", id: row.id, slug: row.slug };
  return { kind: "article", article: articleOf(row), ...neighboursOf(row) };
}

/** Which published articles: before one position, from another on, of one section or of all. */
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
): Promise<PublishedArticle[]> {
  const { section, before, since, limit } = filter;
  const { results } = await db
    .prepare(
      `SELECT ${articleColumns} FROM published
       WHERE published.position < ?1 AND published.position >= ?2 ${section === null ? "" : "AND published.section = ?4"}
       ORDER BY published.position DESC LIMIT ?3`,
    )
    .bind(before, since, limit, ...(section === null ? [] : [section]))
    .all<ArticleRow>();
  return results.map(articleOf);
}

function articleOf(row: ArticleRow): PublishedArticle {
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
    leadPhoto: row.lead_photo === null ? null : (JSON.parse(row.lead_photo) as PublishedPhoto),
    tags: JSON.parse(row.tags) as string[],
    source: row.source === null ? null : (JSON.parse(row.source) as Source),
    english: row.english === null ? null : (JSON.parse(row.english) as English),
    corrections: JSON.parse(row.corrections) as Correction[],
    html: row.html,
  };
}
