import { reportSentence } from "../src/intake/report.ts";
import type { IntakeReport } from "../src/intake/report.ts";
import { importWords } from "../src/vietnamese/words/import.ts";
import type { NoteCode } from "../src/vietnamese/words/import.ts";

/**
 * Something that the reporter of a file has to know: what intake left out or changed, or what the importer did not find or
 * keep. `about` names it: a photo, a caption, a sentence.
 */
export type Note = IntakeReport | { code: NoteCode; about: string };

export function note(code: NoteCode, about = ""): Note {
  return { code, about };
}

/** A note in Vietnamese. */
export function noteSentence(note: Note): string {
  return "place" in note ? reportSentence(note) : importWords.notes[note.code](note.about);
}
