import { decodeCharacterReferences } from "../markdown/character-references.ts";

/** The mark of a footnote, and the way back from it: no words of the text. */
const noteLinks = /<sup class="note-ref">[^]*?<\/sup>|<a class="note-back"[^>]*>[^<]*<\/a>/g;

const blockEnds = /<\/(?:p|h[2-6]|li|tr|pre|figcaption|blockquote)>/g;

/**
 * The words of a body as it was rendered (see src/publishing/rendering/render-body.ts), a line for each block. Only for our own
 * HTML, in which text never holds a bare `<` and attributes no `>`. It may be cut off anywhere.
 */
export function linesOfHtml(html: string): string[] {
  const text = html
    .replace(noteLinks, "")
    .replace(/\s+/g, " ")
    .replace(blockEnds, "\n")
    .replace(/<\/t[hd]>|<br ?\/?>/g, " ")
    .replace(/<[^>]*(?:>|$)/g, "");
  const lines = text.split("\n").map((line) => decodeCharacterReferences(line).trim());
  return lines.filter((line) => line !== "");
}
