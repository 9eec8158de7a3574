/**
 * A part of one top-level block, text or one node, and its range in the block's Markdown. If `length` equals `to -
 * from`, the characters of both correspond one by one; otherwise only the ranges as a whole correspond.
 */
export type Piece = {
  /** Offset from the position right before the block, and size, both in the editor's positions. */
  at: number;
  length: number;
  /** Range in the block's Markdown, in UTF-16 units. */
  from: number;
  to: number;
};

/** The position in the block of an offset in its Markdown. For an offset in markup, the nearest position before it. */
export function findPosition(pieces: readonly Piece[], offset: number): number | null {
  let nearest: Piece | null = null;
  for (const piece of pieces) {
    if (piece.from > offset) break;
    nearest = piece;
  }
  if (nearest === null) return pieces[0]?.at ?? null;
  const { at, length, from, to } = nearest;
  if (length === to - from) return at + Math.min(offset - from, length);
  return offset < to ? at : at + length;
}

/** Like `findPosition`, for the end of a range. Within a part that corresponds only as a whole, the position after it. */
export function endIn(pieces: readonly Piece[], offset: number): number | null {
  const piece = pieces.find(({ from, to }) => from < offset && offset <= to);
  if (piece === undefined) return findPosition(pieces, offset);
  const exact = piece.length === piece.to - piece.from;
  return exact ? piece.at + offset - piece.from : piece.at + piece.length;
}

/** The offset in the Markdown of a position in the block. */
export function findOffset(pieces: readonly Piece[], position: number): number {
  let nearest: Piece | null = null;
  for (const piece of pieces) {
    if (piece.at > position) break;
    nearest = piece;
  }
  if (nearest === null) return 0;
  const { at, length, from, to } = nearest;
  return length === to - from ? from + Math.min(position - at, length) : position > at ? to : from;
}
