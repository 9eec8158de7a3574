import { maxHandbookEntries } from "./handbook.ts";
import type { HandbookEntry } from "./handbook.ts";

/** An entry to write. */
export type IdentifiedEntry = HandbookEntry & { id: string };

/** `changedAt` in ms since the epoch. */
export type StoredEntry = IdentifiedEntry & { changedAt: number };

type Row = { id: string; text: string; wrong_forms: string; note: string; changed_at: number };

/** All entries, in the order of their right forms. */
export async function readHandbook(db: D1Database): Promise<StoredEntry[]> {
  const { results } = await db
    .prepare(`SELECT id, text, wrong_forms, note, changed_at FROM handbook ORDER BY text LIMIT ?1`)
    .bind(maxHandbookEntries)
    .all<Row>();
  return results.map(({ wrong_forms, changed_at: changedAt, ...entry }) => ({
    ...entry,
    wrongForms: JSON.parse(wrong_forms) as string[],
    changedAt,
  }));
}

/** The statement that adds an entry. Fails if another one has the same right form. */
export function insertEntry(
  db: D1Database,
  { id, text, wrongForms, note }: IdentifiedEntry,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO handbook (id, text, wrong_forms, note, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)`,
    )
    .bind(id, text, JSON.stringify(wrongForms), note, now);
}

/** The statement that adds entries, or changes those with the same right form. */
export function saveEntries(
  db: D1Database,
  entries: readonly IdentifiedEntry[],
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO handbook (id, text, wrong_forms, note, changed_at)
       SELECT value ->> 'id', value ->> 'text', value -> 'wrongForms', value ->> 'note', ?2
       FROM json_each(?1) WHERE true
       ON CONFLICT (text) DO UPDATE SET wrong_forms = excluded.wrong_forms, note = excluded.note,
         changed_at = excluded.changed_at`,
    )
    .bind(JSON.stringify(entries), now);
}

/** The SQL condition that entry ?1 was last changed at ?2, in ms. */
export const isUnchangedEntry = `EXISTS (SELECT 1 FROM handbook WHERE id = ?1 AND changed_at = ?2)`;

/** The statement that changes one entry, its right form too. Fails if another one has the same right form. */
export function rewriteEntry(
  db: D1Database,
  { id, text, wrongForms, note }: IdentifiedEntry,
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE handbook SET text = ?2, wrong_forms = ?3, note = ?4, changed_at = ?5 WHERE id = ?1`,
    )
    .bind(id, text, JSON.stringify(wrongForms), note, now);
}

/** The statement that removes an entry. */
export function removeEntry(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare(`DELETE FROM handbook WHERE id = ?1`).bind(id);
}
