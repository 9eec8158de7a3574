import type { LegacyAnswer, PastedText, ReadDraft } from "./draft.ts";
import { fileKind } from "./file-kind.ts";

/**
 * What an article may have of the HTML on a clipboard, from Word, Google Docs, Zalo or a web page; `files` are those of the
 * same clipboard, by clipboardFiles. Read it again with the answer where it asks a question.
 */
export async function readPastedHtml(
  html: string,
  files: readonly File[],
  answer: LegacyAnswer | null = null,
): Promise<PastedText> {
  const { pastedText } = await import("./pasted-text.ts");
  return pastedText(html, files, answer);
}

/**
 * The article in a dropped .docx, .html or .txt. Read it again with the answer where it asks a question. Throws
 * IntakeRefusal, whose message is for the reporter. What reads each kind is loaded when the first of it comes.
 */
export async function readDroppedFile(
  file: File,
  answer: LegacyAnswer | null = null,
): Promise<ReadDraft> {
  switch (await fileKind(file)) {
    case "word":
      return (await import("./word-draft.ts")).wordDraft(file, answer);
    case "page":
      return (await import("./plain-draft.ts")).pageDraft(file, answer);
    case "text":
      return (await import("./plain-draft.ts")).textDraft(file, answer);
  }
}
