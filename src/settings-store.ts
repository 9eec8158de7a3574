import type { Override } from "./site.ts";

/** The settings of the newsroom, which override the deployment's variables. */
export async function readSettings(db: D1Database): Promise<Override[]> {
  const { results } = await db.prepare(`SELECT name, value FROM settings`).all<Override>();
  return results;
}

/** Every address under which a public page was ever seen, with its present one, as JSON for a menu. */
const pagesOfMenus = `SELECT 'PAGES_OF_MENUS', json_group_array(json_object(
    'from', '/trang/' || slugs.slug, 'address', '/trang/' || page.slug, 'title', page.title))
  FROM published_pages AS page JOIN slugs ON slugs.article_id = page.article_id
  WHERE EXISTS (SELECT 1 FROM settings WHERE name IN ('HEADER_MENU', 'FOOTER_MENU'))`;

/** The settings, and the pages that menus may name: `PAGES_OF_MENUS`. */
export async function readSettingsWithPages(db: D1Database): Promise<Override[]> {
  const { results } = await db
    .prepare(`SELECT name, value FROM settings UNION ALL ${pagesOfMenus}`)
    .all<Override>();
  return results;
}

/** One setting, parsed; null when it was never set. */
export async function readSetting(db: D1Database, name: string): Promise<unknown> {
  const row = await db
    .prepare(`SELECT value FROM settings WHERE name = ?1`)
    .bind(name)
    .first<{ value: string }>();
  return row === null ? null : JSON.parse(row.value);
}

/** The statement that stores a setting, by a person or the clock (null), at a time in ms. */
export function writeSetting(
  db: D1Database,
  { name, value, at, by }: { name: string; value: unknown; at: number; by: string | null },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO settings (name, value, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by`,
    )
    .bind(name, JSON.stringify(value), at, by);
}

/** The statement that resets a setting to the deployment's value. */
export function clearSetting(db: D1Database, name: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM settings WHERE name = ?1`).bind(name);
}

/** The statement that ends the banner if it shows this photo, because the photo is erased. */
export function clearBannerOfPhoto(db: D1Database, photoId: string): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM settings WHERE name = 'banner' AND value ->> '$.photo.id' = ?1`)
    .bind(photoId);
}
