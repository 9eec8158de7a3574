import type { Section } from "./article.ts";
import { versionsToCome } from "./version-store.ts";

/** Every section, in the site's order. */
export async function readSections(db: D1Database): Promise<Section[]> {
  const { results } = await db
    .prepare(`SELECT slug, name FROM sections ORDER BY position`)
    .all<Section>();
  return results;
}

/**
 * A section and how many articles use it: in their newest version, in the public one, in the scheduled one, or in the
 * one that a withdrawn article would show again.
 */
export type UsedSection = Section & { articles: number };

/** Every section with its number of articles, in the site's order. Reads every article. */
export async function readUsedSections(db: D1Database): Promise<UsedSection[]> {
  const { results } = await db
    .prepare(
      `WITH used AS (
         SELECT id, section FROM articles WHERE section IS NOT NULL
         UNION SELECT article_id, section FROM published
         UNION SELECT article_id, content ->> 'section' FROM (${versionsToCome}))
       SELECT sections.slug, sections.name, COUNT(used.id) AS articles
       FROM sections LEFT JOIN used ON used.section = sections.slug
       GROUP BY sections.slug ORDER BY sections.position`,
    )
    .all<UsedSection>();
  return results;
}

/** The statement that adds a section after the others. */
export function addSection(db: D1Database, { slug, name }: Section): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sections (slug, name, position)
       VALUES (?1, ?2, (SELECT COALESCE(MAX(position) + 1, 0) FROM sections))`,
    )
    .bind(slug, name);
}

/** The statement that renames a section; its URL stays. */
export function renameSection(db: D1Database, { slug, name }: Section): D1PreparedStatement {
  return db.prepare(`UPDATE sections SET name = ?2 WHERE slug = ?1`).bind(slug, name);
}

/** The statement that reorders sections. */
export function orderSections(db: D1Database, slugs: readonly string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sections SET position = ordered.key FROM json_each(?1) AS ordered
       WHERE ordered.value = sections.slug`,
    )
    .bind(JSON.stringify(slugs));
}

/** The statement that removes a section. A trigger refuses it while an article uses the section. */
export function removeSection(db: D1Database, slug: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM sections WHERE slug = ?1`).bind(slug);
}
