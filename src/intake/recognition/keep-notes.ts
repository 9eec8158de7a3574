import { makePlainInline } from "../blocks/block.ts";
import type { Block, Inline, NoteBlock } from "../blocks/block.ts";
import { findLinkedNote } from "../blocks/read-note.ts";

/**
 * The notes of a body. Readers do not see a note that the text does not refer to, such as one of the title or of a
 * caption: it becomes a paragraph that begins with its label. Web APIs only.
 */
export function keepNotes(
  text: readonly Block[],
  notes: readonly NoteBlock[],
): { blocks: Block[]; unreferred: NoteBlock[] } {
  const labels = new Set(
    [...text, ...notes].flatMap(listInlines).map(({ link }) => findLinkedNote(link)),
  );
  const unreferred = notes.filter(({ label }) => !labels.has(label));
  const blocks = notes.map((note): Block => {
    if (labels.has(note.label)) return note;
    return {
      kind: "paragraph",
      text: [makePlainInline(`[${note.label}] `), ...note.text],
      look: note.look,
    };
  });
  return { blocks, unreferred };
}

function listInlines(block: Block): Inline[] {
  switch (block.kind) {
    case "photos":
      return [];
    case "list":
      return block.items.flat().flatMap(listInlines);
    case "quote":
      return block.blocks.flatMap(listInlines);
    case "table":
      return block.rows.flat(2);
    case "paragraph":
    case "heading":
    case "note":
      return block.text;
  }
}
