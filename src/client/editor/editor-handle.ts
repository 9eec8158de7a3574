/** A photo that is stored: `id` is what follows `photo:` in a body. */
export type EditorPhoto = {
  id: string;
  alt: string;
  caption: string | null;
  /** In pixels. */
  width: number;
  height: number;
};

/** What soát bài says of a place, of which the editor shows those in the body. */
export type EditorFinding = {
  readonly rule: string;
  readonly severity: "block" | "warn";
  /** UTF-16 offsets in the Markdown that `markdown()` gave last; null: the field as a whole. */
  readonly where: {
    readonly field: string;
    readonly start: number | null;
    readonly end: number | null;
  };
  readonly message: string;
  readonly suggestion: string | null;
};

export type EditorOptions = {
  /** Address of a photo's thumbnail. */
  photoUrl: (id: string) => string;
  /** Files that were dropped, pasted or chosen; `at` is a position for `insertPending`. */
  onFiles: (files: File[], at: number) => void;
  /** Called before formatted text is pasted; true, now or later: the caller has taken it over. */
  onPasteHtml?: (html: string, files: File[]) => boolean | Promise<boolean>;
  /** A marked place was clicked: the number of its finding as given to `showFindings`. */
  onFindingClick?: (finding: number) => void;
};

export type EditorHandle = {
  /** The body as it stands. */
  markdown: () => string;
  setMarkdown: (markdown: string) => void;
  /** At the selection, which it replaces. */
  insertMarkdown: (markdown: string) => void;
  /** Behind the block with the selection. */
  insertPhotos: (photos: readonly EditorPhoto[]) => void;
  /** A placeholder while a photo is uploaded; it is never part of the Markdown. */
  insertPending: (key: string, at?: number) => void;
  resolvePending: (key: string, photo: EditorPhoto) => void;
  dropPending: (key: string) => void;
  /** Marks the findings of the body, and takes the former marks away. */
  showFindings: (findings: readonly EditorFinding[]) => void;
  /** Scrolls to a finding and selects it. False: it is not in the text, or not any more. */
  focusFinding: (finding: number) => boolean;
  /** Puts its suggestion into the text. False: the text is not what it was, or there is none. */
  applySuggestion: (finding: number) => boolean;
  /** Calls back after each change of the body; gives what ends that. */
  onChange: (callback: () => void) => () => void;
  focus: () => void;
  /** Gives the textarea back its place. */
  destroy: () => void;
};
