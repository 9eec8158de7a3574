/** Bytes backed by an ordinary buffer, as R2, Blob and WebCrypto want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes from `start` to `end`, sharing memory. Throws RangeError where they are not all there. */
export function pieceOf(bytes: Bytes, start: number, end: number): Bytes {
  if (start < 0 || end < start || end > bytes.length) throw new RangeError("bytes end too soon");
  return bytes.subarray(start, end);
}

export function joinPieces(pieces: Bytes[]): Bytes {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** A view for numbers; reading past the end throws RangeError. */
export function numbersOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as characters of the same numbers: for signatures and four-letter codes. */
export function latin1Of(bytes: Bytes): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The bytes of a string of characters below 256. */
export function bytesOfLatin1(text: string): Bytes {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function bytesOfUtf8(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}

export function startsWith(bytes: Bytes, signature: string): boolean {
  return latin1Of(bytes.subarray(0, signature.length)) === signature;
}
