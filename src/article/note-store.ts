import type { Note } from "./note.ts";

export type NewNote = Omit<Note, "author" | "doneAt" | "doneBy"> & {
  articleId: string;
  authorId: string;
};

/** No article has more. */
export const maxNotes = 300;

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

/** The statement that adds a note. It changes nothing if a note has the same id, or the article has too many notes. */
export function insertNote(db: D1Database, note: NewNote): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO notes (id, article_id, version, field, quote, before, after, place, photo_id, text, author_id, at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
       WHERE (SELECT COUNT(*) FROM notes WHERE article_id = ?2) < ?13 ON CONFLICT (id) DO NOTHING`,
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
      maxNotes,
    );
}

export type NoteKey = { articleId: string; id: string };

/** Whether an article has a note. */
export async function hasNote(db: D1Database, { articleId, id }: NoteKey): Promise<boolean> {
  const row = await db
    .prepare(`SELECT 1 AS found FROM notes WHERE article_id = ?1 AND id = ?2`)
    .bind(articleId, id)
    .first<{ found: number }>();
  return row !== null;
}

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

/** The statement that takes the words out of the notes about an erased photo. */
export function emptyNotesAboutPhoto(db: D1Database, photoId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE notes SET quote = '', before = '', after = '', text = '', photo_id = NULL WHERE photo_id = ?1`,
    )
    .bind(photoId);
}

/** The words of a note, as they are stored. */
export type NoteText = Pick<Note, "id" | "text" | "quote" | "before" | "after">;

/** The words that an article, or the photo itself, gives a photo; nulls where it gives none. */
export type PhotoWords = { alt: string | null; caption: string | null; credit: string | null };

/** The notes of the articles that show a photo, each with the words of that photo there. */
export async function readNotesBesidePhoto(
  db: D1Database,
  photoId: string,
): Promise<(NoteText & PhotoWords & { ownCredit: string | null })[]> {
  const { results } = await db
    .prepare(
      `SELECT notes.id, notes.text, notes.quote, notes.before, notes.after, photo_uses.alt, photo_uses.caption,
         photo_uses.credit, photos.credit AS ownCredit
       FROM photo_uses JOIN photos ON photos.id = photo_uses.photo_id
       JOIN notes ON notes.article_id = photo_uses.article_id WHERE photo_uses.photo_id = ?1`,
    )
    .bind(photoId)
    .all<NoteText & PhotoWords & { ownCredit: string | null }>();
  return results;
}

/** The statement that replaces the words of a note. */
export function rewriteNote(
  db: D1Database,
  { id, text, quote, before, after }: NoteText,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE notes SET text = ?2, quote = ?3, before = ?4, after = ?5 WHERE id = ?1`)
    .bind(id, text, quote, before, after);
}
