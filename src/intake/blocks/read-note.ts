import { readAttribute, walkElements, readNodeText } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

/**
 * Footnotes and endnotes as programs link them. Reference: Word `#_ftn1`, our Word reader `#footnote-1`, LibreOffice
 * `#sdfootnote1sym`, Google Docs `#ftnt1`; the note itself begins or ends with a link back: `#_ftnref1`,
 * `#footnote-ref-1`, `#sdfootnote1anc`, `#ftnt_ref1`.
 */
const reference = /^#_?(ftnt?|edn|footnote-|endnote-|sdfootnote|sdendnote)(\d{1,3})(?:sym)?$/;
const back =
  /^#_?(?:(ftnt?_?|edn|footnote-|endnote-)ref-?(\d{1,3})|(sdfootnote|sdendnote)(\d{1,3})anc)$/;

/** Where the links of references lead while they are inline text. */
const noteScheme = "note:";

/** The labels of all notes under an element. Web APIs only. */
export function noteLabels(root: MarkupElement): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const node of walkElements(root)) {
    const label = findNoteLabel(node);
    if (label !== null) labels.add(label);
  }
  return labels;
}

/** The label of the note that a link refers to: "1", of an endnote "e1"; null for another link. */
export function findReference(node: MarkupElement): string | null {
  const [, kind, number] = reference.exec(readFragment(node)) ?? [];
  if (number === undefined || !/^\[?\w{1,5}\]?$/.test(readNodeText(node))) return null;
  return noteLabel(kind, number);
}

/** The label of the note in which a link leads back to the text. */
export function findNoteLabel(node: MarkupElement): string | null {
  const [, kind, number, ownKind, ownNumber] = back.exec(readFragment(node)) ?? [];
  const found = number ?? ownNumber;
  return found === undefined ? null : noteLabel(kind ?? ownKind, found);
}

/** The link of inline text that refers to a note. */
export function noteLink(label: string): string {
  return noteScheme + label;
}

/** The label of the note to which inline text refers; null for text and other links. */
export function findLinkedNote(link: string | null): string | null {
  return link?.startsWith(noteScheme) === true ? link.slice(noteScheme.length) : null;
}

function noteLabel(kind: string | undefined, number: string): string {
  return /^(?:edn|endnote|sdendnote)/.test(kind ?? "") ? `e${number}` : number;
}

/** The place in the document that a link leads to. Browsers write the whole address of the document before it. */
function readFragment(node: MarkupElement): string {
  return node.name === "a"
    ? readAttribute(node, "href")
        .trim()
        .replace(/^[^#]*(?=#)/, "")
    : "";
}
