import type { Section } from "./section.ts";

/** Every section, in the order of the site. */
export async function readSections(db: D1Database): Promise<Section[]> {
  const { results } = await db
    .prepare(`SELECT slug, name FROM sections ORDER BY position`)
    .all<Section>();
  return results;
}
