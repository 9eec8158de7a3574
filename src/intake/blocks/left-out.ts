import { readStyle, readNameWords } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

const noText = new Set(
  (
    "head script style noscript template object embed applet audio video canvas svg button select " +
    "textarea option map dialog nav v:shapetype"
  ).split(" "),
);

/** Whether reading skips an element: hidden text, a comment or written bullet of Word, or an element that has no text. */
export function isLeftOut(node: MarkupElement): boolean {
  return (
    noText.has(node.name) ||
    isHidden(node) ||
    readStyle(node, "mso-list") === "ignore" ||
    isComment(node) ||
    isCommentMark(node)
  );
}

/** Text that nobody sees on the page or in the document. */
export function isHidden(node: MarkupElement): boolean {
  return (
    "hidden" in node.attributes ||
    readStyle(node, "display") === "none" ||
    readStyle(node, "visibility") === "hidden" ||
    readStyle(node, "mso-hide") === "all"
  );
}

/** A comment of Word, or the list of them. */
export function isComment(node: MarkupElement): boolean {
  return readStyle(node, "mso-element").startsWith("comment");
}

/** The mark in the text that a comment of Word belongs to. */
function isCommentMark(node: MarkupElement): boolean {
  return (
    readStyle(node, "mso-special-character") === "comment" ||
    / (?:mso comment reference|msocomanchor|msocomoff) /.test(readNameWords(node))
  );
}
