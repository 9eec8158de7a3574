/** A photo of a body. `id` is what follows `photo:`: the id of a stored photo, or the name of one that is not stored yet. */
export type EditorPhoto = { id: string; alt: string; caption: string | null };

/** A finding of soát bài. The editor shows only the findings of the body. */
export type EditorFinding = {
  readonly rule: string;
  readonly severity: "block" | "warn";
  /** UTF-16 offsets in the Markdown that `markdown()` returned last. Null: the finding is about the whole field. */
  readonly where: {
    readonly field: string;
    readonly start: number | null;
    readonly end: number | null;
  };
  readonly message: string;
  readonly suggestion: string | null;
};

export type EditorOptions = {
  /** The address of a photo's thumbnail. */
  photoUrl: (id: string) => string;
  /** Called with files that were dropped, pasted or chosen. `at` is a position for `insertPhotos`. */
  onFiles: (files: File[], at: number) => void;
  /** Called with the place in a photo's block where the progress of its upload is shown. */
  onPhotoShown?: (id: string, place: HTMLElement) => void;
  /** Called before formatted text is pasted. True, at once or later, means that the caller inserts it. */
  onPasteHtml?: (html: string, files: File[]) => boolean | Promise<boolean>;
  /** The bar at the bottom of the page that covers text; null if there is none. */
  bottomBar?: HTMLElement | null;
  /** Earlier texts of the textarea, oldest first. Undo brings them back. */
  formerTexts?: readonly string[];
  /**
   * Called when a marked text is clicked, or Alt+Enter is pressed in it: with the indexes of its findings in the list given to
   * `showFindings`.
   */
  onFindingsOpened?: (findings: readonly number[], isByKey: boolean) => void;
  /** Called when the text changes, and when the cursor leaves the marked text. */
  onFindingsLeft?: () => void;
  /** Called with the findings of a photo's alt text or caption, and the place below that field where they are shown. */
  onPhotoFindings?: (findings: readonly number[], place: HTMLElement) => void;
};

export type EditorHandle = {
  /** The current body. */
  markdown: () => string;
  setMarkdown: (markdown: string) => void;
  /** Replaces the selection. */
  insertMarkdown: (markdown: string) => void;
  /** Inserts them in this order, after the block at a position, or after the block with the selection. */
  insertPhotos: (photos: readonly EditorPhoto[], at?: number) => void;
  /** Gives a photo that is stored now its id, wherever the body has it and wherever an undo brings it back. */
  storePhoto: (name: string, id: string) => void;
  /** Removes a photo wherever the body has it. */
  removePhoto: (name: string) => void;
  /** Marks the findings of the body and removes the former marks. */
  showFindings: (findings: readonly EditorFinding[]) => void;
  /** Selects the text or the photo of a finding. Returns false if it is gone. */
  focusFinding: (finding: number) => boolean;
  /** Selects [start, end) of the Markdown. */
  selectPlace: (start: number, end: number) => void;
  /** The box of a finding's text in the window. Null if the editor shows no such text. */
  findingBox: (finding: number) => DOMRect | null;
  /** Puts the suggestion into the text. Returns false if there is none or the text has changed. */
  applySuggestion: (finding: number) => boolean;
  /** The middle of the line of an offset in the Markdown, or of the cursor, in CSS pixels from the top of the window. */
  lineMiddle: (place: number | "cursor") => number;
  /** Calls back after each change of the body. Returns a function that ends this. */
  onChange: (callback: () => void) => () => void;
  focus: () => void;
  /** Removes the editor and shows the textarea again. */
  destroy: () => void;
};
