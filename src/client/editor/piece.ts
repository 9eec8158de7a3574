/**
 * A stretch of one top-level block that stands in one place of its Markdown: text, or one node such as a photo. Where
 * `length` equals `to - from` each character stands for itself; elsewhere the whole stands for the whole.
 */
export type Piece = {
  /** Offset within the block, from right before it, and how long it is there: the editor's positions. */
  at: number;
  length: number;
  /** Within the block's Markdown, in UTF-16 units. */
  from: number;
  to: number;
};

/** The block's position for a place in its Markdown; of a place in markup, the nearest before it. */
export function positionIn(pieces: readonly Piece[], offset: number): number | null {
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

/** As `positionIn` for the end of a stretch: of a place within what stands as a whole, behind it. */
export function endIn(pieces: readonly Piece[], offset: number): number | null {
  const piece = pieces.find(({ from, to }) => from < offset && offset <= to);
  if (piece === undefined) return positionIn(pieces, offset);
  const exact = piece.length === piece.to - piece.from;
  return exact ? piece.at + offset - piece.from : piece.at + piece.length;
}

/** The place in the Markdown for a position of the block. */
export function offsetIn(pieces: readonly Piece[], position: number): number {
  let nearest: Piece | null = null;
  for (const piece of pieces) {
    if (piece.at > position) break;
    nearest = piece;
  }
  if (nearest === null) return 0;
  const { at, length, from, to } = nearest;
  return length === to - from ? from + Math.min(position - at, length) : position > at ? to : from;
}
