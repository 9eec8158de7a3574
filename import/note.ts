import { importWords } from "../src/vietnamese/words/import.ts";
import type { NoteCode } from "../src/vietnamese/words/import.ts";

/** Something of a file that was not recognised or could not be kept. `about` names it: a photo, a caption, a sentence. */
export type Note = { code: NoteCode; about: string };

export function note(code: NoteCode, about = ""): Note {
  return { code, about };
}

/** A note in Vietnamese. */
export function noteSentence({ code, about }: Note): string {
  return importWords.notes[code](about);
}
