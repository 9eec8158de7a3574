import type { Node } from "prosemirror-model";

/** A place in the document, in its positions. */
export type Found = { from: number; to: number };

/**
 * All places of a text, without regard to case. With `withMarks`, "ma" does not find "má" or "mà". A place is within one
 * paragraph, heading or cell.
 */
export function findText(doc: Node, text: string, withMarks: boolean): Found[] {
  const plain = withMarks ? lowerCase : removeMarks;
  const sought = plain(text.normalize("NFC"));
  const found: Found[] = [];
  if (sought === "") return found;
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    // Every character and every node within the block takes one position.
    const content = plain(block.textBetween(0, block.content.size, "", "\ufffc"));
    let at = content.indexOf(sought);
    while (at >= 0) {
      const from = position + 1 + at;
      found.push({ from, to: from + sought.length });
      at = content.indexOf(sought, at + sought.length);
    }
    return false;
  });
  return found;
}

/** Lower case in as many UTF-16 units. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Without marks, in as many UTF-16 units. */
function removeMarks(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => {
    const [base = ""] = (text[at] ?? "").normalize("NFD");
    return base === "đ" || base === "Đ" ? "d" : base;
  });
  return lowerCase(units.join(""));
}
