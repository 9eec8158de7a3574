import type { Note } from "./note.ts";

export type NewNote = Omit<Note, "author" | "doneAt" | "doneBy"> & {
  articleId: string;
  authorId: string;
};

/** No article has more. */
const maxNotes = 300;

/** The notes of an article, the oldest first, those that were ticked off too. */
export async function readNotes(db: D1Database, articleId: string): Promise<Note[]> {
  const { results } = await db
    .prepare(
      `SELECT notes.id, notes.version, notes.field, notes.quote, notes.before, notes.after, notes.place,
         notes.photo_id AS photoId, notes.text, notes.at, notes.done_at AS doneAt, people.name AS author,
         (SELECT name FROM people WHERE people.id = notes.done_by) AS doneBy
       FROM notes JOIN people ON people.id = notes.author_id
       WHERE notes.article_id = ?1 ORDER BY notes.at, notes.id LIMIT ?2`,
    )
    .bind(articleId, maxNotes)
    .all<Note>();
  return results;
}

/** The statement that adds a note. A second one with the same id changes nothing. */
export function insertNote(db: D1Database, note: NewNote): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO notes (id, article_id, version, field, quote, before, after, place, photo_id, text, author_id, at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (id) DO NOTHING`,
    )
    .bind(
      note.id,
      note.articleId,
      note.version,
      note.field,
      note.quote,
      note.before,
      note.after,
      note.place,
      note.photoId,
      note.text,
      note.authorId,
      note.at,
    );
}

export type NoteKey = { articleId: string; id: string };

/** The statement that ticks a note off. Who did it first stays. */
export function tickOffNote(
  db: D1Database,
  { articleId, id }: NoteKey,
  { personId, at }: { personId: string; at: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE notes SET done_at = ?3, done_by = ?4 WHERE article_id = ?1 AND id = ?2 AND done_at IS NULL`,
    )
    .bind(articleId, id, at, personId);
}

/** The statement that opens a note again. */
export function reopenNote(db: D1Database, { articleId, id }: NoteKey): D1PreparedStatement {
  return db
    .prepare(`UPDATE notes SET done_at = NULL, done_by = NULL WHERE article_id = ?1 AND id = ?2`)
    .bind(articleId, id);
}

/** Shorter words of a photo are words of other things, too. */
const minRepeatedWords = 12;

/**
 * The statement that takes the words out of the notes about an erased photo, and of those that repeat its alternative text or
 * caption. Runs before the uses of the photo are deleted.
 */
export function clearNotesOfPhoto(db: D1Database, photoId: string): D1PreparedStatement {
  const repeats = (words: string) =>
    `(length(${words}) >= ?2 AND (instr(notes.text, ${words}) > 0 OR instr(notes.quote, ${words}) > 0))`;
  return db
    .prepare(
      `UPDATE notes SET quote = '', before = '', after = '', text = '', photo_id = NULL
       WHERE photo_id = ?1 OR EXISTS (
         SELECT 1 FROM photo_uses WHERE photo_uses.photo_id = ?1 AND photo_uses.article_id = notes.article_id
           AND (${repeats("photo_uses.alt")} OR ${repeats("photo_uses.caption")}))`,
    )
    .bind(photoId, minRepeatedWords);
}
