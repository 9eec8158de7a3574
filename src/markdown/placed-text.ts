/**
 * A stretch of a text and its place in the source, in UTF-16 units. If `length` equals `to - from`, each character
 * stands for itself. Otherwise the whole stretch stands for the whole place (`&` for `&amp;`).
 */
export type Piece = { at: number; length: number; from: number; to: number };

/** A text that knows where each part of it stands in the source. The pieces follow one another without gaps. */
export type PlacedText = { text: string; pieces: readonly Piece[] };

/** Start and end in the source, in UTF-16 units. */
export type SourceRange = { start: number; end: number };

/** The place of [start, end) of the text that has these pieces. */
export function findSourceRange(pieces: readonly Piece[], start: number, end: number): SourceRange {
  const first = pieces[findPieceIndex(pieces, start)];
  if (first === undefined) return { start: 0, end: 0 };
  const from = isExact(first)
    ? first.from + Math.min(start - first.at, first.length)
    : start >= first.at + first.length
      ? first.to
      : first.from;
  const last = pieces[findPieceIndex(pieces, end - 1)];
  if (end <= start || last === undefined) return { start: from, end: from };
  return { start: from, end: isExact(last) ? last.from + end - last.at : last.to };
}

/** The pieces of [start, end) of a text, counted from `start`. */
export function slicePieces(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const sliced: Piece[] = [];
  for (let index = findPieceIndex(pieces, start); index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || piece.at >= end) break;
    const at = Math.max(piece.at, start);
    const length = Math.min(piece.at + piece.length, end) - at;
    if (length <= 0) continue;
    const { start: from, end: to } = isExact(piece)
      ? { start: piece.from + at - piece.at, end: piece.from + at - piece.at + length }
      : { start: piece.from, end: piece.to };
    sliced.push({ at: at - start, length, from, to });
  }
  return sliced;
}

export function slicePlaced({ text, pieces }: PlacedText, start: number, end: number): PlacedText {
  return { text: text.slice(start, end), pieces: slicePieces(pieces, start, end) };
}

export function trimPlaced(placed: PlacedText): PlacedText {
  const start = placed.text.length - placed.text.trimStart().length;
  return slicePlaced(placed, start, Math.max(start, placed.text.trimEnd().length));
}

/** The text with each match of a global pattern replaced. A replacement stands where its match stood. */
export function replaceInPlaced(
  placed: PlacedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): PlacedText {
  const builder = new PlacedTextBuilder();
  let done = 0;
  for (const match of placed.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    builder.add(slicePlaced(placed, done, match.index));
    const { start: from, end: to } = findSourceRange(placed.pieces, match.index, end);
    builder.addReplacement(replace(match), from, to);
    done = end;
  }
  if (done === 0) return placed;
  builder.add(slicePlaced(placed, done, placed.text.length));
  return builder.build();
}

/** Joins texts in reading order. */
export class PlacedTextBuilder {
  #text = "";
  readonly #pieces: Piece[] = [];

  get length(): number {
    return this.#text.length;
  }

  add({ text, pieces }: PlacedText): void {
    for (const { at, length, from, to } of pieces)
      this.#push(this.#text.length + at, length, from, to);
    this.#text += text;
  }

  /** Adds a text that stands as a whole for [from, to) of the source. */
  addReplacement(text: string, from: number, to: number): void {
    this.#push(this.#text.length, text.length, from, to);
    this.#text += text;
  }

  build(): PlacedText {
    return { text: this.#text, pieces: this.#pieces };
  }

  #push(at: number, length: number, from: number, to: number): void {
    if (length === 0) return;
    const last = this.#pieces.at(-1);
    if (last !== undefined && isExact(last) && last.to === from && length === to - from) {
      last.length += length;
      last.to = to;
    } else this.#pieces.push({ at, length, from, to });
  }
}

function isExact({ length, from, to }: Piece): boolean {
  return length === to - from;
}

/** Index of the last piece that begins at or before `offset`, 0 if there is none. */
function findPieceIndex(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
