import { slugify } from "../vietnamese/slug.ts";

export type FileKind = "document" | "video" | "audio" | "captions";

/** The formats that may be uploaded, by the extension of the file's name. */
export const fileFormats = {
  pdf: { kind: "document", type: "application/pdf" },
  docx: {
    kind: "document",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xlsx: {
    kind: "document",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  pptx: {
    kind: "document",
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  },
  doc: { kind: "document", type: "application/msword" },
  xls: { kind: "document", type: "application/vnd.ms-excel" },
  ppt: { kind: "document", type: "application/vnd.ms-powerpoint" },
  zip: { kind: "document", type: "application/zip" },
  mp4: { kind: "video", type: "video/mp4" },
  mp3: { kind: "audio", type: "audio/mpeg" },
  vtt: { kind: "captions", type: "text/vtt" },
} as const satisfies Record<string, { kind: FileKind; type: string }>;

export type FileFormat = keyof typeof fileFormats;

/** Where the bytes of a file are in R2. */
export function fileKey(id: string): string {
  return `files/${id}`;
}

/** The most bytes of a file of each kind. */
export const maxFileBytes: Record<FileKind, number> = {
  document: 25_000_000,
  video: 95_000_000,
  audio: 95_000_000,
  captions: 500_000,
};

/** The extensions of Office's files with macros. */
export const macroExtension = /\.(?:do[ct]m|xl[st]m|xlam|pp[tsa]m|potm|sldm)$/i;

/** The extensions of what Windows, Unix or a browser runs, and of Office's files with macros. */
export const executableExtension =
  /\.(?:exe|dll|com|scr|msi|msp|cpl|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|jar|lnk|reg|apk|app|deb|rpm|sh|do[ct]m|xl[st]m|xlam|pp[tsa]m|potm|sldm)$/i;

/** What a file's own properties tell about people. Only properties that are there. */
export type FileProperties = {
  title?: string;
  author?: string;
  lastModifiedBy?: string;
  company?: string;
  manager?: string;
  /** The first e-mail address in a property. */
  email?: string;
  /** The description, which Office calls comments. */
  description?: string;
  /** The path of its template, which may name an account of a computer. */
  template?: string;
  /** Whether it holds comments of reviewers, or changes that are tracked. */
  hasComments?: true;
  hasTrackedChanges?: true;
};

/** What the bytes of a file tell. `pages` and `seconds` are null where they are unknown. */
export type FileFacts = {
  pages: number | null;
  seconds: number | null;
  properties: FileProperties;
};

/** A part of a file that is written over before the file is kept: with this text, or with zeros if there is none. */
export type Overwriting = { start: number; end: number; text: string | null };

/** What an inspection finds. `overwritings` are the parts that tell about people and places and can go. */
export type InspectedFile = FileFacts &
  Partial<RecordingFacts> & { overwritings?: readonly Overwriting[] };

/** What only video and captions have; null where it is unknown. */
type RecordingFacts = {
  /** The size of a video as it is seen, in pixels. */
  width: number | null;
  height: number | null;
  /** The words of captions, a paragraph for each line. */
  transcript: string | null;
};

/** A stored file. `id` is the SHA-256 (hex) of its bytes. */
export type StoredFile = FileFacts &
  RecordingFacts & {
    id: string;
    kind: FileKind;
    /** Its media type. */
    type: string;
    /** The name under which it was uploaded first. */
    name: string;
    bytes: number;
  };

/** The format that the extension of a name stands for; null if no such file may be uploaded. */
export function formatOfName(name: string): FileFormat | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(fileFormats, extension) ? (extension as FileFormat) : null;
}

/** The format of a stored file. */
function formatOfType(type: string): FileFormat {
  const [found] = Object.entries(fileFormats).find(([, format]) => format.type === type) ?? [];
  if (found === undefined) throw new Error(`no format has the type ${type}`);
  return found as FileFormat;
}

/** The last part of a file's address: its name without diacritics, such as "quyet-dinh-05.pdf". */
export function addressName({ name, type }: Pick<StoredFile, "name" | "type">): string {
  const extension = formatOfType(type);
  return `${slugify(name.replace(/\.[a-z0-9]+$/i, ""))}.${extension}`;
}
