/** For a field in which a text is chosen. */
export const textFiles = ".docx,.txt,.html,.htm";

/** Kinds of text, those too that can only be told how to become a .docx. */
const textName = /\.(?:docx?|docm|odt|rtf|pdf|txt|x?html?|mht|mhtml|pages)$/i;

/** Whether a dropped file is for the intake's dialog, and not a photo. */
export function isTextFile({ name, type }: File): boolean {
  return textName.test(name) || type.startsWith("text/") || type === "application/pdf";
}
