import type { Byline } from "./article.ts";

type UsualBylineRow = { name: string; unit: string; last: string | null };

/** How somebody signs: as under their latest article, else by their name and unit. */
export async function readUsualByline(db: D1Database, personId: string): Promise<Byline> {
  const row = await db
    .prepare(
      `SELECT people.name, people.unit,
         (SELECT versions.content -> '$.byline' FROM articles
          JOIN versions ON versions.article_id = articles.id AND versions.number = articles.version
          WHERE articles.owner_id = people.id
          ORDER BY articles.created_at DESC, articles.id DESC LIMIT 1) AS last
       FROM people WHERE people.id = ?1`,
    )
    .bind(personId)
    .first<UsualBylineRow>();
  if (row === null) return { authors: [], unit: "" };
  const last = row.last === null ? null : (JSON.parse(row.last) as Byline);
  if (last !== null && last.authors.length > 0) return last;
  return { authors: [row.name], unit: row.unit };
}
