import type { LegacyQuestion } from "../../intake/recognition/legacy-text.ts";

/** A photo that came with a text. Its words stand in the Markdown, too, where the photo stands in the body. */
export type IntakePhoto = {
  blob: Blob;
  /** A file name to upload it under. */
  name: string;
  /** "" where nobody described it. */
  alt: string;
  caption: string | null;
};

/**
 * The photos of a text by the names that its Markdown has for them: `![alt](photo:<name> "caption")`. No name is ever used
 * twice on a page, so that a second text cannot take the first one's photos; insertPhotoIds puts ids of stored photos for them.
 */
export type IntakePhotos = ReadonlyMap<string, IntakePhoto>;

export type { LegacyQuestion };

/** How a text whose fonts are lost is to be read: "as-is" where the reporter says that it is right already. */
export type LegacyAnswer = LegacyQuestion["kind"] | "as-is";

/** What an article may have of a clipboard. Problems are sentences for the reporter. */
export type PastedText = {
  markdown: string;
  photos: IntakePhotos;
  /** Old fonts whose text was converted. */
  fonts: string[];
  question: LegacyQuestion | null;
  problems: string[];
};

/** What a dropped file gives the form; "" and null where the file does not tell. */
export type ReadDraft = {
  title: string;
  lede: string;
  /** Markdown. */
  body: string;
  /** The same with title, lede and lead photo as parts of the text: for what goes below another text. */
  whole: string;
  /** Name of the lead photo among `photos`; it does not stand in the body. */
  leadPhoto: string | null;
  byline: { authors: string[]; unit: string };
  source: { name: string; url: string | null } | null;
  tags: string[];
  photos: IntakePhotos;
  /** Old fonts whose text was converted, as the file names them: ".VnTime", "VNI-Times". */
  fonts: string[];
  /** The text stands as it was found until it is answered: read the file again with the answer. */
  question: LegacyQuestion | null;
  problems: string[];
};

/** Whether what was read takes the place of what the form holds, or stands below it. */
export type IntakeMode = "replace" | "append";

/** What the form tells the dialog, and takes from it. */
export type IntakeHost = {
  hasText: () => boolean;
  /**
   * Fills the fields and uploads the photos. To append is for the body and its photos alone: then title, lede and lead photo
   * are given as parts of the body, so that nothing of the file is lost.
   */
  apply: (draft: ReadDraft, mode: IntakeMode) => void;
};
