import type { Override } from "./site.ts";

/** What was set in the newsroom, over the variables that the site was deployed with. */
export async function readSettings(db: D1Database): Promise<Override[]> {
  const { results } = await db.prepare(`SELECT name, value FROM settings`).all<Override>();
  return results;
}

/** The value of one setting, parsed; null where nobody set it. */
export async function readSetting(db: D1Database, name: string): Promise<unknown> {
  const row = await db
    .prepare(`SELECT value FROM settings WHERE name = ?1`)
    .bind(name)
    .first<{ value: string }>();
  return row === null ? null : JSON.parse(row.value);
}

/** The statement that sets one, by a person or by the clock (null), at a time in ms. */
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

/** The statement that gives a setting back to how the site was deployed. */
export function clearSetting(db: D1Database, name: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM settings WHERE name = ?1`).bind(name);
}
