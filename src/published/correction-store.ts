import type { ArticleKind, Section } from "../article/article.ts";
import { parseSections, sectionsColumn } from "./card-store.ts";
import { positionsPerMs } from "./position.ts";
import type { Correction } from "./published.ts";

/** SQL for the corrections of an article as JSON, the oldest first; `id` is an expression for its id. */
export function selectCorrections(id: string): string {
  return `(SELECT json_group_array(json_object('at', at, 'text', text) ORDER BY at) FROM corrections
    WHERE corrections.article_id = ${id})`;
}

/** The statements that add a correction and show it to readers, to whom the article counts as updated then. */
export function addCorrection(
  db: D1Database,
  articleId: string,
  { at, text, personId }: Correction & { personId: string },
): D1PreparedStatement[] {
  return [
    db
      .prepare(`INSERT INTO corrections (article_id, at, text, person_id) VALUES (?1, ?2, ?3, ?4)`)
      .bind(articleId, at, text, personId),
    ...["published", "published_pages"].map((table) =>
      db
        .prepare(
          `UPDATE ${table} SET corrections = ${selectCorrections("?1")}, updated_at = ?2 WHERE article_id = ?1`,
        )
        .bind(articleId, at),
    ),
    listCorrections(db, articleId),
  ];
}

/** The statement that puts the corrections of a public article into the list of all corrections, where they keep their places. */
export function listCorrections(db: D1Database, articleId: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO published_corrections (position, article_id, at, text)
       SELECT COALESCE(
           (SELECT MAX(position) + 1 FROM published_corrections
            WHERE position >= own.at * ${positionsPerMs} AND position < (own.at + 1) * ${positionsPerMs}),
           own.at * ${positionsPerMs}), own.article_id, own.at, own.text
       FROM corrections AS own WHERE own.article_id = ?1 ON CONFLICT (article_id, at) DO NOTHING`,
    )
    .bind(articleId);
}

/** The statement that takes the corrections of an article from the list of all corrections. */
export function unlistCorrections(db: D1Database, articleId: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM published_corrections WHERE article_id = ?1`).bind(articleId);
}

/** The corrections of an article, the oldest first. */
export async function readCorrections(db: D1Database, articleId: string): Promise<Correction[]> {
  const { results } = await db
    .prepare(`SELECT at, text FROM corrections WHERE article_id = ?1 ORDER BY at`)
    .bind(articleId)
    .all<Correction>();
  return results;
}

/** A correction in the list of all corrections, with its article. */
export type ListedCorrection = Correction & { kind: ArticleKind; slug: string; title: string };

/** One page of the list, newest first; `older` is the cursor of the next page. */
export type CorrectionListPart = {
  sections: Section[];
  corrections: ListedCorrection[];
  older: number | null;
};

/** The corrections of public articles before a position, at most `limit`. */
export async function readCorrectionPage(
  db: D1Database,
  { before, limit }: { before: number; limit: number },
): Promise<CorrectionListPart> {
  const row = await db
    .prepare(
      `WITH listed AS MATERIALIZED (
         SELECT position, article_id, at, text FROM published_corrections WHERE position < ?1
         ORDER BY position DESC LIMIT ?2)
       SELECT ${sectionsColumn}, (SELECT json_group_array(json_object('position', listed.position, 'at', listed.at,
           'text', listed.text, 'kind', iif(page.slug IS NULL, 'article', 'page'),
           'slug', COALESCE(page.slug, published.slug), 'title', COALESCE(page.title, published.title)))
         FROM listed LEFT JOIN published ON published.article_id = listed.article_id
           LEFT JOIN published_pages AS page ON page.article_id = listed.article_id) AS corrections`,
    )
    .bind(before, limit + 1)
    .first<{ sections: string; corrections: string }>();
  if (row === null) throw new Error("the statement of the corrections gave no row");
  const found = JSON.parse(row.corrections) as (ListedCorrection & { position: number })[];
  const corrections = found.slice(0, limit);
  const older = found.length > limit ? (corrections.at(-1)?.position ?? null) : null;
  return { sections: parseSections(row.sections), corrections, older };
}
