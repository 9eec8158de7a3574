import { numbersOf, pieceOf } from "./byte-pieces.ts";

/** `header` is signature, logical screen and global colours; `label` tells extensions apart. */
export type GifBlock = {
  kind: "header" | "image" | "extension" | "trailer";
  label: number | null;
  bytes: Uint8Array;
};

export const gifLabel = { graphicControl: 0xf9, comment: 0xfe, application: 0xff };

const introducer = { image: 0x2c, extension: 0x21, trailer: 0x3b };

/** A GIF's blocks up to its trailer, lazily. Throws RangeError when it is cut short or a block is unknown. */
export function* gifBlocks(file: Uint8Array): Generator<GifBlock> {
  const numbers = numbersOf(file);
  let at = 13 + colourTableLength(numbers.getUint8(10));
  yield { kind: "header", label: null, bytes: pieceOf(file, 0, at) };
  for (;;) {
    const block = blockAt(file, numbers, at);
    yield block;
    if (block.kind === "trailer") return;
    at += block.bytes.length;
  }
}

function blockAt(file: Uint8Array, numbers: DataView, at: number): GifBlock {
  const kind = numbers.getUint8(at);
  if (kind === introducer.trailer) {
    return { kind: "trailer", label: null, bytes: pieceOf(file, at, at + 1) };
  }
  if (kind === introducer.extension) {
    const bytes = pieceOf(file, at, subBlocksEnd(numbers, at + 2));
    return { kind: "extension", label: numbers.getUint8(at + 1), bytes };
  }
  if (kind !== introducer.image) throw new RangeError("unknown GIF block");
  // Ten bytes of descriptor, the frame's own colours, one byte of LZW code size, then the pixels.
  const pixels = at + 10 + colourTableLength(numbers.getUint8(at + 9)) + 1;
  return { kind: "image", label: null, bytes: pieceOf(file, at, subBlocksEnd(numbers, pixels)) };
}

/** Bytes of a colour table, from the packed field that announces it. */
function colourTableLength(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 0x07) + 1) : 0;
}

/** Where a chain of length-prefixed sub-blocks ends, its closing zero included. */
function subBlocksEnd(numbers: DataView, from: number): number {
  let at = from;
  for (;;) {
    const length = numbers.getUint8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
}
