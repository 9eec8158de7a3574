import { endIn, findOffset, findPosition, type Piece } from "./piece.ts";

/** One top-level block of the document and its range in the body's Markdown. */
export type MappedBlock = {
  /** The position right before the block, and its size in the document. */
  position: number;
  size: number;
  /** UTF-16 offsets in the Markdown. */
  start: number;
  end: number;
  pieces: readonly Piece[];
};

/** The Markdown of a body, and where each block stands in it. */
export type BodyMarkdown = { text: string; blocks: readonly MappedBlock[] };

/** The document range of a range of the Markdown. Null if the document shows nothing of it. */
export function rangeAt(
  { blocks }: BodyMarkdown,
  start: number,
  end: number,
): { from: number; to: number } | null {
  const first = blocks.find((block) => start < block.end || (start === block.end && end === start));
  const last = lastBefore(blocks, end) ?? first;
  if (first === undefined || last === undefined || first.position > last.position) return null;
  const from = findPosition(first.pieces, Math.max(0, start - first.start));
  const to = endIn(last.pieces, end - last.start);
  if (from === null || to === null) return null;
  return { from: first.position + from, to: Math.max(first.position + from, last.position + to) };
}

function lastBefore(blocks: readonly MappedBlock[], end: number): MappedBlock | undefined {
  let found: MappedBlock | undefined;
  for (const block of blocks) {
    if (block.start >= end) break;
    found = block;
  }
  return found;
}

/** The document position of a Markdown offset, for a cursor. Between two blocks it is the start of the second. */
export function positionAt({ blocks }: BodyMarkdown, offset: number): number {
  const block = blocks.find(({ end }) => offset <= end) ?? blocks.at(-1);
  if (block === undefined) return 0;
  return block.position + (findPosition(block.pieces, Math.max(0, offset - block.start)) ?? 0);
}

/** The Markdown offset of a document position. */
export function offsetAt({ blocks, text }: BodyMarkdown, position: number): number {
  const block = blocks.find((one) => position <= one.position + one.size);
  if (block === undefined) return text.length;
  return block.start + findOffset(block.pieces, Math.max(0, position - block.position));
}
