/**
 * Finds where the pieces of one block stand in it. marked tells of each token what it was read from, and not where that
 * is; the pieces come in order with markup between them, and within lists and quotations line by line.
 */
export class SourceCursor {
  readonly #block: string;
  /** Where in the block reading has come to, in UTF-16 units. */
  at = 0;

  constructor(block: string) {
    this.#block = block;
  }

  /** Where the next such piece begins; the cursor stands behind it then. Null when there is none. */
  take(piece: string): number | null {
    const found = piece === "" ? this.at : this.#block.indexOf(piece, this.at);
    if (found < 0) return null;
    this.at = found + piece.length;
    return found;
  }

  /** As `take`, and the cursor stays. */
  find(piece: string): number | null {
    const before = this.at;
    const found = this.take(piece);
    this.at = before;
    return found;
  }

  /** Goes behind the end of this line. */
  skipLine(): void {
    const end = this.#block.indexOf("\n", this.at);
    this.at = end < 0 ? this.#block.length : end + 1;
  }
}
