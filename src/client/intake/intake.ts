import type { LegacyAnswer, PastedText, ReadDraft } from "./draft.ts";
import { detectFileKind } from "./file-kind.ts";

/**
 * Reads the HTML on a clipboard, from Word, Google Docs, Zalo or a web page, and keeps what an article may have. `files` are
 * the files on the same clipboard, from `readClipboardFiles`. If the result has a question, call again with the answer.
 */
export async function readPastedHtml(
  html: string,
  files: readonly File[],
  answer: LegacyAnswer | null = null,
): Promise<PastedText> {
  const { readPastedText } = await import("./pasted-text.ts");
  return readPastedText(html, files, answer);
}

/**
 * Reads the article in a dropped .docx, .html or .txt file. If the result has a question, call again with the answer. Throws
 * IntakeRefusal with a message for the reporter. The reader of each kind of file is loaded on first use.
 */
export async function readDroppedFile(
  file: File,
  answer: LegacyAnswer | null = null,
): Promise<ReadDraft> {
  switch (await detectFileKind(file)) {
    case "word":
      return (await import("./word-draft.ts")).draftFromWord(file, answer);
    case "page":
      return (await import("./plain-draft.ts")).draftFromPage(file, answer);
    case "text":
      return (await import("./plain-draft.ts")).draftFromText(file, answer);
  }
}
