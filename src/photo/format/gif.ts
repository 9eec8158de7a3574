import type { Size } from "../photo.ts";
import { encodeUtf8, joinBytes, decodeLatin1, viewBytes, takeBytes } from "./bytes.ts";
import { readXmpCopyright, readLegibleText } from "./copyright.ts";
import type { PhotoMetadata } from "./exif.ts";

/** Application extensions that set how often an animation repeats. */
const loops = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/** The start of a comment that is a copyright notice. Other comments may be private. */
const notice = /^(?:©|\(c\)|copyright|bản quyền)/i;

/** A GIF has no orientation; its copyright stands in a comment or in XMP. */
export function readGifMetadata(file: Uint8Array): PhotoMetadata {
  let comment: string | null = null;
  let xmp: string | null = null;
  for (const block of readGifBlocks(file)) {
    if (readApplicationName(block) === "XMP DataXMP") xmp = readXmpCopyright(block.bytes);
    if (block.label !== gifLabel.comment) continue;
    const text = readLegibleText(readComment(block.bytes));
    if (text !== null && notice.test(text)) comment = text;
  }
  return { orientation: 1, copyright: comment ?? xmp };
}

/** The text of a comment, without the length bytes of its sub-blocks. */
function readComment(comment: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 2; at < comment.length; at += 1 + (comment[at] ?? 0)) {
    pieces.push(comment.subarray(at + 1, at + 1 + (comment[at] ?? 0)));
  }
  return joinBytes(pieces);
}

/** Returns the pieces of the clean file. The copyright stays as the only comment, after the header. */
export function cleanGif(file: Uint8Array, { copyright }: PhotoMetadata): Uint8Array[] {
  const pieces = [...readGifBlocks(file)].filter(isKept).map(({ bytes }) => bytes);
  const [header, ...rest] = pieces;
  if (header === undefined) throw new RangeError("GIF without blocks");
  return copyright === null ? pieces : [header, makeComment(copyright), ...rest];
}

function isKept(block: GifBlock): boolean {
  if (block.kind !== "extension" || block.label === gifLabel.graphicControl) return true;
  const application = readApplicationName(block);
  return application !== null && loops.has(application);
}

function readApplicationName({ label, bytes }: GifBlock): string | null {
  return label === gifLabel.application ? decodeLatin1(bytes.subarray(3, 14)) : null;
}

/** Sub-blocks hold 255 bytes each. */
function makeComment(text: string): Uint8Array {
  const bytes = encodeUtf8(text);
  const pieces: Uint8Array[] = [new Uint8Array([0x21, gifLabel.comment])];
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255);
    pieces.push(new Uint8Array([piece.length]), piece);
  }
  return joinBytes([...pieces, new Uint8Array([0])]);
}

/** `header` is signature, logical screen and global colours; `label` is the kind of extension. */
export type GifBlock = {
  kind: "header" | "image" | "extension" | "trailer";
  label: number | null;
  bytes: Uint8Array;
};

const gifLabel = { graphicControl: 0xf9, comment: 0xfe, application: 0xff };

const introducer = { image: 0x2c, extension: 0x21, trailer: 0x3b };

/** Yields a GIF's blocks up to its trailer. Throws RangeError when it is cut short or a block is unknown. */
export function* readGifBlocks(file: Uint8Array): Generator<GifBlock> {
  const numbers = viewBytes(file);
  let at = 13 + measureColourTable(numbers.getUint8(10));
  yield { kind: "header", label: null, bytes: takeBytes(file, 0, at) };
  for (;;) {
    const block = readBlock(file, numbers, at);
    yield block;
    if (block.kind === "trailer") return;
    at += block.bytes.length;
  }
}

function readBlock(file: Uint8Array, numbers: DataView, at: number): GifBlock {
  const kind = numbers.getUint8(at);
  if (kind === introducer.trailer) {
    return { kind: "trailer", label: null, bytes: takeBytes(file, at, at + 1) };
  }
  if (kind === introducer.extension) {
    const bytes = takeBytes(file, at, findSubBlocksEnd(numbers, at + 2));
    return { kind: "extension", label: numbers.getUint8(at + 1), bytes };
  }
  if (kind !== introducer.image) throw new RangeError("unknown GIF block");
  // Ten bytes of descriptor, the frame's own colours, one byte of LZW code size, then the pixels.
  const pixels = at + 10 + measureColourTable(numbers.getUint8(at + 9)) + 1;
  return {
    kind: "image",
    label: null,
    bytes: takeBytes(file, at, findSubBlocksEnd(numbers, pixels)),
  };
}

/** The bytes of a colour table, from the packed field before it. */
function measureColourTable(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 0x07) + 1) : 0;
}

/** The end of a chain of length-prefixed sub-blocks, after its closing zero. */
function findSubBlocksEnd(numbers: DataView, from: number): number {
  let at = from;
  for (;;) {
    const length = numbers.getUint8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
}

/** Whether a frame names a transparent colour, or the first frame leaves a part of the screen free. */
export function hasGifAlpha(file: Uint8Array): boolean {
  const screen = viewBytes(file);
  let isFirstFrame = true;
  for (const { kind, label, bytes } of readGifBlocks(file)) {
    if (label === gifLabel.graphicControl && ((bytes[3] ?? 0) & 1) !== 0) return true;
    if (kind !== "image" || !isFirstFrame) continue;
    isFirstFrame = false;
    const frame = viewBytes(bytes);
    const [width, height] = [frame.getUint16(5, true), frame.getUint16(7, true)];
    if (width < screen.getUint16(6, true) || height < screen.getUint16(8, true)) return true;
  }
  return false;
}

/** The larger of the screen and the first frame: browsers let a first frame exceed its screen. */
export function readGifSize(bytes: Uint8Array): Size {
  const numbers = viewBytes(bytes);
  const screen = { width: numbers.getUint16(6, true), height: numbers.getUint16(8, true) };
  for (const { kind, bytes: block } of readGifBlocks(bytes)) {
    if (kind !== "image") continue;
    const frame = viewBytes(block);
    return {
      width: Math.max(screen.width, frame.getUint16(1, true) + frame.getUint16(5, true)),
      height: Math.max(screen.height, frame.getUint16(3, true) + frame.getUint16(7, true)),
    };
  }
  throw new RangeError("GIF without a picture");
}
