/**
 * Words of an article that a note is about, so that they are found again after the text has changed. A note about a photo names
 * it and quotes nothing.
 */
export type QuotedWords = {
  field: string;
  quote: string;
  /** What stood around the words in their passage. */
  before: string;
  after: string;
  /** The number of their passage in the field. */
  place: number;
  photoId: string | null;
};

/** A note of an editor about words of an article. Times in ms since the epoch. */
export type Note = QuotedWords & {
  id: string;
  /** The version in which the words were chosen. */
  version: number;
  /** Empty if the note was about a photo that was erased. */
  text: string;
  /** The name of the editor. */
  author: string;
  at: number;
  /** When and by whom it was ticked off, or nulls. */
  doneAt: number | null;
  doneBy: string | null;
};
