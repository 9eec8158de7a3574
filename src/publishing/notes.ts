import {
  emptyNotesAboutPhoto,
  hasNote,
  insertNote,
  maxNotes,
  readNotesBesidePhoto,
  reopenNote,
  rewriteNote,
  tickOffNote,
} from "../article/note-store.ts";
import type { NoteKey, NoteText } from "../article/note-store.ts";
import { readVersion } from "../article/version-store.ts";
import { quoteWords } from "../check/quoted-words.ts";
import type { ChosenWords } from "../check/quoted-words.ts";
import { sha256Hex } from "../digest.ts";
import { AppError } from "../errors.ts";
import { writeWithRight } from "../people/requirement-store.ts";
import { articleWords } from "../vietnamese/words/article.ts";
import { noteWords } from "../vietnamese/words/notes.ts";
import { readArticleToApprove, readArticleToEdit } from "./permission.ts";
import type { ActContext } from "./permission.ts";

/** In UTF-16 units. */
const maxNoteLength = 2000;

/** A note to write. `key` is of the form that it was written in. */
export type NoteInput = { key: string; version: number; chosen: ChosenWords; text: string };

/**
 * Writes a note about words of an article, and returns its id. The same form sent twice makes one note; with other words, it
 * makes another one. AppErrors invalid at `note` for a missing or too long text, and if the article has too many notes;
 * invalid at `quote` if nothing stands at the chosen place; not-found; forbidden for a reporter.
 */
export async function writeNote(
  act: ActContext,
  articleId: string,
  { key, version, chosen, text }: NoteInput,
): Promise<string> {
  await readArticleToApprove(act, articleId);
  if (text === "") throw makeInputError("note", noteWords.empty);
  if (text.length > maxNoteLength) throw makeInputError("note", noteWords.tooLong(maxNoteLength));
  const found = await readVersion(act.db, articleId, version);
  if (found === null) throw new AppError("not-found", articleWords.versionNotFound(version));
  const words = quoteWords(found.content, chosen);
  if (words === null) throw makeInputError("quote", noteWords.nothingThere);
  const { actor, now: at, db } = act;
  const id = sha256Hex(JSON.stringify([key, articleId, actor.id, chosen, text])).slice(0, 32);
  const note = { ...words, id, articleId, version, text, authorId: actor.id, at };
  const [result] = await writeWithRight(act, [insertNote(db, note)]);
  if (result?.meta.changes === 0 && !(await hasNote(db, note))) {
    throw makeInputError("note", noteWords.tooMany(maxNotes));
  }
  return id;
}

function makeInputError(path: string, message: string): AppError {
  return new AppError("invalid", message, [{ path, message }]);
}

/** Ticks a note off, or opens it again. Who may edit the article may do so. AppErrors as readArticleToEdit; not-found. */
export async function tickNote(act: ActContext, note: NoteKey, isDone: boolean): Promise<void> {
  const { id } = await readArticleToEdit(act, note.articleId);
  const key = { articleId: id, id: note.id };
  const { db, actor, now: at } = act;
  const statement = isDone ? tickOffNote(db, key, { personId: actor.id, at }) : reopenNote(db, key);
  const [result] = await writeWithRight(act, [statement]);
  if (result?.meta.changes === 0 && !(await hasNote(db, key))) {
    throw new AppError("not-found", noteWords.notFound);
  }
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
  return [emptyNotesAboutPhoto(db, photoId), ...notes.map((note) => rewriteNote(db, note))];
}
