import type { Section } from "../article/article.ts";
import { parseSections, sectionsColumn } from "./card-store.ts";
import { selectCorrections } from "./correction-store.ts";
import type { Projection } from "./projection-store.ts";
import type {
  AiMarks,
  Correction,
  PublishedDocument,
  PublishedLead,
  PublishedPage,
  PublishedRecording,
} from "./published.ts";
import { explainMissing } from "./published-store.ts";
import type { AddressRow, MissingArticle } from "./published-store.ts";

/** What a menu shows of a page. */
export type MenuPage = Pick<PublishedPage, "slug" | "title">;

/** The statement that writes the row of a page. A page keeps its position. */
export function writePage(db: D1Database, projection: Projection): D1PreparedStatement {
  const { content, leadPhoto, ai } = projection;
  return db
    .prepare(
      `INSERT INTO published_pages (position, article_id, version, slug, published_at, updated_at, title, lede,
         lead_photo, ai, corrections, html, text, documents, recordings)
       VALUES ((SELECT COALESCE(MIN(position), 0) - 1 FROM published_pages),
         ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ${selectCorrections("?1")}, ?10, ?11, ?12, ?13)
       ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, slug = excluded.slug,
         published_at = excluded.published_at, updated_at = excluded.updated_at, title = excluded.title,
         lede = excluded.lede, lead_photo = excluded.lead_photo, ai = excluded.ai,
         corrections = excluded.corrections, html = excluded.html, text = excluded.text,
         documents = excluded.documents, recordings = excluded.recordings`,
    )
    .bind(
      projection.articleId,
      projection.version,
      projection.slug,
      projection.publishedAt,
      projection.updatedAt,
      content.title,
      content.lede,
      leadPhoto === null ? null : JSON.stringify(leadPhoto),
      ai === null ? null : JSON.stringify(ai),
      projection.body.html,
      projection.text,
      JSON.stringify(projection.documents),
      JSON.stringify(projection.body.recordings),
    );
}

/** The statement that removes the row of a page. */
export function removePage(db: D1Database, articleId: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM published_pages WHERE article_id = ?1`).bind(articleId);
}

type PageRow = AddressRow & {
  version: number;
  title: string;
  lede: string;
  publishedAt: number;
  updatedAt: number | null;
  leadPhoto: string | null;
  ai: string | null;
  corrections: string;
  documents: string | null;
  recordings: string | null;
  html: string;
  sections: string;
};

/** What stands at a page's address, with the sections of the site. */
export type PageAtAddress =
  | { kind: "page"; page: PublishedPage; sections: Section[] }
  | MissingArticle;

export async function readPageAtAddress(db: D1Database, slug: string): Promise<PageAtAddress> {
  const row = await db
    .prepare(
      `SELECT slugs.article_id AS owner, slugs.public_since, page.article_id AS id, page.slug,
         (SELECT kind FROM articles WHERE id = slugs.article_id AND page.position IS NULL) IS NOT 'article' AS is_of_kind,
         page.version, page.title, page.lede, page.published_at AS publishedAt, page.updated_at AS updatedAt,
         page.lead_photo AS leadPhoto, page.ai, page.corrections, page.documents, page.recordings,
         page.html, ${sectionsColumn}
       FROM slugs LEFT JOIN published_pages AS page ON page.article_id = slugs.article_id WHERE slugs.slug = ?1`,
    )
    .bind(slug)
    .first<PageRow>();
  const missing = explainMissing(row, slug);
  if (row === null || missing !== null) return missing ?? { kind: "unknown" };
  return { kind: "page", page: toPage(row), sections: parseSections(row.sections) };
}

function toPage(row: PageRow): PublishedPage {
  const { id, version, slug, title, lede, publishedAt, updatedAt, html } = row;
  return {
    id,
    version,
    slug,
    title,
    lede,
    publishedAt,
    updatedAt,
    leadPhoto: row.leadPhoto === null ? null : (JSON.parse(row.leadPhoto) as PublishedLead),
    ai: row.ai === null ? null : (JSON.parse(row.ai) as AiMarks),
    corrections: JSON.parse(row.corrections) as Correction[],
    documents: JSON.parse(row.documents ?? "[]") as PublishedDocument[],
    recordings: JSON.parse(row.recordings ?? "[]") as PublishedRecording[],
    html,
  };
}

/** A page in a list. Times in ms since the epoch. */
export type ListedPage = Pick<
  PublishedPage,
  "id" | "version" | "slug" | "title" | "lede" | "publishedAt" | "updatedAt" | "corrections"
>;

/** More standing pages than any site has. */
const maxPages = 1000;

/** Every page that readers see, the first published first. */
export async function readListedPages(db: D1Database): Promise<ListedPage[]> {
  const { results } = await db
    .prepare(
      `SELECT article_id AS id, version, slug, title, lede, published_at AS publishedAt, updated_at AS updatedAt,
         corrections
       FROM published_pages ORDER BY position DESC LIMIT ?1`,
    )
    .bind(maxPages)
    .all<Omit<ListedPage, "corrections"> & { corrections: string }>();
  return results.map((row) => ({
    ...row,
    corrections: JSON.parse(row.corrections) as Correction[],
  }));
}
