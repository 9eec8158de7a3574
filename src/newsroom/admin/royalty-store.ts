import type { Genre, LeadPhoto } from "../../article/article.ts";

/** An article first published in a month, in the version readers see or saw last. */
export type PublishedWork = {
  id: string;
  slug: string;
  title: string;
  genre: Genre;
  authors: string[];
  leadPhoto: Pick<LeadPhoto, "photo" | "credit"> | null;
  body: string;
  publishedAt: number;
  isWithdrawn: boolean;
};

type WorkRow = {
  id: string;
  slug: string;
  published_at: number;
  title: string;
  genre: Genre;
  authors: string;
  lead_photo: string | null;
  body: string;
  is_public: number;
};

/** The place after which a page of works begins. */
export type WorkPlace = Pick<PublishedWork, "publishedAt" | "id">;

/** Works first published from a time (ms) until before another, the oldest first, after a place. */
export async function readWorks(
  db: D1Database,
  { from, until }: { from: number; until: number },
  after: WorkPlace | null,
  limit: number,
): Promise<PublishedWork[]> {
  const { results } = await db
    .prepare(
      `SELECT articles.id, articles.slug, articles.published_at, versions.content ->> 'title' AS title,
         versions.content ->> 'genre' AS genre, versions.content -> '$.byline.authors' AS authors,
         NULLIF(versions.content -> 'leadPhoto', 'null') AS lead_photo, versions.content ->> 'body' AS body,
         EXISTS (SELECT 1 FROM published WHERE published.article_id = articles.id) AS is_public
       FROM articles
       JOIN versions ON versions.article_id = articles.id AND versions.number = articles.approved_version
       WHERE articles.published_at >= ?1 AND articles.published_at < ?2 AND articles.kind = 'article'
         AND (articles.published_at, articles.id) > (?3, ?4)
       ORDER BY articles.published_at, articles.id LIMIT ?5`,
    )
    .bind(from, until, after?.publishedAt ?? 0, after?.id ?? "", limit)
    .all<WorkRow>();
  return results.map(toPublishedWork);
}

function toPublishedWork(row: WorkRow): PublishedWork {
  const { id, slug, title, genre, body } = row;
  return {
    id,
    slug,
    title,
    genre,
    body,
    authors: JSON.parse(row.authors) as string[],
    leadPhoto: row.lead_photo === null ? null : (JSON.parse(row.lead_photo) as LeadPhoto),
    publishedAt: row.published_at,
    isWithdrawn: row.is_public === 0,
  };
}
