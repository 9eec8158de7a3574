/** A photo of a body. `id` is what follows `photo:`: the id of a stored photo, or the name of one that is not stored yet. */
export type EditorPhoto = { id: string; alt: string; caption: string | null };

/** A video of a body: the address of its link, its title and its poster. Empty texts for none. */
export type EditorVideo = { href: string; title: string; photo: string; alt: string };

/** What the form says about the lead photo. Empty texts if there is none. */
export type LeadFields = { photo: string; alt: string; caption: string; credit: string };

/** What the server has of a photo outside the text. `value` is the form that sets it on the server. */
export type PhotoFact = { photo: string; name: "edit" | "credit"; value: string };

/** The parts of a photo's block that the form fills. */
export type PhotoBlock = {
  image: HTMLImageElement;
  /** The place for the progress of an upload. */
  upload: HTMLElement;
  /** Who took the photo. This belongs to the stored photo and not to the body. */
  credit: HTMLInputElement;
  creditFault: HTMLElement;
  /** Opens the dialog that crops the photo. */
  crop: HTMLButtonElement;
};

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
  /** Called with the block of a photo when it is made, and again when the photo gets its id. */
  onPhotoShown?: (id: string, block: PhotoBlock) => void;
  /** Called when an undo or a redo restores a fact of a photo. The caller sends it to the server. */
  onFactRestored?: (fact: PhotoFact) => void;
  /** Lets a person choose the poster of a video; null if they choose none. */
  choosePoster?: () => Promise<Pick<EditorPhoto, "id" | "alt"> | null>;
  /** The fields of the lead photo in the form. */
  lead?: { read: () => LeadFields; write: (lead: LeadFields) => void };
  /** True if a submission of this body was refused. Photos without alt text are then marked as wrong. */
  wasRefused?: boolean;
  /** Called before formatted text is pasted. True, at once or later, means that the caller inserts it. */
  onPasteHtml?: (html: string, files: File[]) => boolean | Promise<boolean>;
  /** The bar at the bottom of the page that covers text; null if there is none. */
  bottomBar?: HTMLElement | null;
  /** The right forms of the newsroom's handbook, which complete what is typed. */
  handbookForms?: Promise<readonly string[]>;
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
  /** Inserts photos or videos in this order, after the block at a position, or after the block with the selection. */
  insertPhotos: (photos: readonly (EditorPhoto | EditorVideo)[], at?: number) => void;
  /** Gives a photo that is stored now its id, wherever the body has it and wherever an undo brings it back. */
  storePhoto: (name: string, id: string) => void;
  /** Removes a photo wherever the body has it. */
  removePhoto: (name: string) => void;
  /** Records a fact that the server has now. Undo takes it back to its former value. */
  recordFact: (fact: PhotoFact, former: string) => void;
  /** Call it when the form has another lead photo. */
  readLead: () => void;
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
  measureLineMiddle: (place: number | "cursor") => number;
  /** Calls back after each change of the body. Returns a function that ends this. */
  onChange: (callback: () => void) => () => void;
  focus: () => void;
  /** Removes the editor and shows the textarea again. */
  destroy: () => void;
};
