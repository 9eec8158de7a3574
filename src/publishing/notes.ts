import {
  emptyNotesOfPhoto,
  insertNote,
  readNotesBesidePhoto,
  reopenNote,
  rewriteNote,
  tickOffNote,
} from "../article/note-store.ts";
import type { NoteKey, NoteText } from "../article/note-store.ts";
import { readVersion } from "../article/version-store.ts";
import { quoteWords } from "../check/quoted-words.ts";
import type { ChosenWords } from "../check/quoted-words.ts";
import { AppError } from "../errors.ts";
import { writeWithRight } from "../people/requirement-store.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { noteWords } from "../vietnamese/words/notes.ts";
import { readArticleToApprove, readArticleToEdit } from "./permission.ts";
import type { ActContext } from "./permission.ts";

/** A random id for a new note. The form of the note carries it, so sending the form twice makes one note. */
export function generateNoteId(): string {
  return crypto.randomUUID();
}

/** In UTF-16 units. */
const maxNoteLength = 2000;

/** A note to write. The same id again is the same note. */
export type NoteInput = { id: string; version: number; chosen: ChosenWords; text: string };

/**
 * Writes a note about words of an article. AppErrors invalid at `note` for a missing or too long text and at `quote` if nothing
 * stands at the chosen place; not-found; forbidden for a reporter.
 */
export async function writeNote(
  act: ActContext,
  articleId: string,
  { id, version, chosen, text }: NoteInput,
): Promise<void> {
  await readArticleToApprove(act, articleId);
  const message =
    text === ""
      ? noteWords.empty
      : text.length > maxNoteLength
        ? noteWords.tooLong(maxNoteLength)
        : null;
  if (message !== null) throw new AppError("invalid", message, [{ path: "note", message }]);
  const found = await readVersion(act.db, articleId, version);
  if (found === null) throw new AppError("not-found", articleWords.versionNotFound(version));
  const words = quoteWords(found.content, chosen);
  if (words === null) {
    throw new AppError("invalid", noteWords.nothingThere, [
      { path: "quote", message: noteWords.nothingThere },
    ]);
  }
  const { actor, now: at, db } = act;
  await writeWithRight(act, [
    insertNote(db, { ...words, id, articleId, version, text, authorId: actor.id, at }),
  ]);
}

/** Ticks a note off, or opens it again. Whoever may edit the article may do so. AppErrors as readArticleToEdit. */
export async function tickNote(act: ActContext, note: NoteKey, isDone: boolean): Promise<void> {
  const { id } = await readArticleToEdit(act, note.articleId);
  const key = { articleId: id, id: note.id };
  const { db, actor, now: at } = act;
  const statement = isDone ? tickOffNote(db, key, { personId: actor.id, at }) : reopenNote(db, key);
  const [result] = await writeWithRight(act, [statement]);
  if (!isDone && result?.meta.changes === 0) throw new AppError("not-found", noteWords.notFound);
}

/** Fewer letters are part of too many other words. */
const minWordsLength = 4;

/**
 * The statements that take an erased photo out of the notes: those about it lose their text, all others of the articles that
 * show it lose the words that repeat its alternative text, caption or credit. Read before the uses of the photo are deleted.
 */
export async function clearNotesOfPhoto(
  db: D1Database,
  photoId: string,
): Promise<D1PreparedStatement[]> {
  const beside = await readNotesBesidePhoto(db, photoId);
  const rewritten = new Map<string, NoteText>();
  for (const { alt, caption, credit, ownCredit, ...read } of beside) {
    const note = rewritten.get(read.id) ?? read;
    const words = [caption, alt, credit, ownCredit].filter(
      (some) => some !== null && some.length >= minWordsLength,
    );
    const clean = (text: string) =>
      words.reduce<string>((left, some) => left.replaceAll(some ?? "", "…"), text);
    const cleaned = {
      id: note.id,
      text: clean(note.text),
      quote: clean(note.quote),
      before: clean(note.before),
      after: clean(note.after),
    };
    if (JSON.stringify(cleaned) !== JSON.stringify(note)) rewritten.set(note.id, cleaned);
  }
  const notes = [...rewritten.values()];
  return [emptyNotesOfPhoto(db, photoId), ...notes.map((note) => rewriteNote(db, note))];
}
