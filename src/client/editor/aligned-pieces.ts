import type { Node } from "prosemirror-model";
import type { Piece } from "./piece.ts";
import type { ReadBlock } from "./read-block.ts";

/** `start` and `end` enclose the content. `skipped` positions come before the first word. */
type Leaf = { start: number; end: number; skipped: number; text: string };

/**
 * Moves the pieces of a block that was written as Markdown and read again to their positions in the written block. That
 * block may have spaces at its ends and empty paragraphs, which Markdown loses. Text that differs gets no pieces.
 */
export function alignPieces(written: Node, { node, pieces }: ReadBlock): Piece[] {
  const there = findLeaves(node);
  const here = findLeaves(written);
  if (there.length !== here.length) return [];
  const aligned: Piece[] = [];
  let place = 0;
  for (const piece of pieces) {
    while (place < there.length - 1 && (there[place]?.end ?? 0) < piece.at + piece.length) place++;
    const [from, to] = [there[place], here[place]];
    if (from === undefined || to === undefined || from.text !== to.text) continue;
    const at = piece.at + to.start + to.skipped - from.start - from.skipped;
    aligned.push({ ...piece, at });
  }
  return aligned;
}

/** The text blocks that are not empty, the photos and the videos. */
function findLeaves(block: Node): Leaf[] {
  const leaves: Leaf[] = [];
  const add = (node: Node, position: number): void => {
    if (node.type.name === "photo" || node.type.name === "video") {
      leaves.push({ start: position, end: position + node.nodeSize, skipped: 0, text: "" });
    } else if (node.isTextblock && node.content.size > 0 && !isBlank(node)) {
      const start = position + 1;
      const text = node.textBetween(0, node.content.size, "", "\ufffc").trim();
      leaves.push({
        start,
        end: start + node.content.size,
        skipped: measureLeadingSpace(node),
        text,
      });
    }
  };
  add(block, 0);
  block.descendants((node, position) => add(node, position + 1));
  return leaves;
}

function isBlank(block: Node): boolean {
  return measureLeadingSpace(block) === block.content.size;
}

/** The number of positions that spaces and breaks take before the first word. */
function measureLeadingSpace(block: Node): number {
  let size = 0;
  for (const child of block.children) {
    if (child.isText) {
      const text = child.text ?? "";
      const rest = text.replace(/^[ \t\n\u00a0]+/, "");
      size += text.length - rest.length;
      if (rest !== "") return size;
    } else if (child.type.name === "hardBreak") size++;
    else return size;
  }
  return size;
}
