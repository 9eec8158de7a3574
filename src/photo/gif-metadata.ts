import { bytesOfUtf8, joinPieces, latin1Of } from "./byte-pieces.ts";
import { copyrightOfXmp, legibleText } from "./copyright.ts";
import type { PhotoMetadata } from "./exif.ts";
import { gifBlocks, gifLabel } from "./gif-blocks.ts";
import type { GifBlock } from "./gif-blocks.ts";

/** Application extensions that say how often an animation repeats. */
const loops = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/** How a comment begins that is a copyright notice; any other comment may be private. */
const notice = /^(?:©|\(c\)|copyright|bản quyền)/i;

/** A GIF has no orientation; its copyright stands in a comment or in XMP. */
export function readGifMetadata(file: Uint8Array): PhotoMetadata {
  let comment: string | null = null;
  let xmp: string | null = null;
  for (const block of gifBlocks(file)) {
    if (applicationOf(block) === "XMP DataXMP") xmp = copyrightOfXmp(block.bytes);
    if (block.label !== gifLabel.comment) continue;
    const text = legibleText(wordsOf(block.bytes));
    if (text !== null && notice.test(text)) comment = text;
  }
  return { orientation: 1, copyright: comment ?? xmp };
}

/** What a comment's sub-blocks hold, less the length before each. */
function wordsOf(comment: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 2; at < comment.length; at += 1 + (comment[at] ?? 0)) {
    pieces.push(comment.subarray(at + 1, at + 1 + (comment[at] ?? 0)));
  }
  return joinPieces(pieces);
}

/** The copyright stays as the one comment, after the header. */
export function cleanGif(file: Uint8Array, { copyright }: PhotoMetadata): Uint8Array {
  const pieces = [...gifBlocks(file)].filter(isKept).map(({ bytes }) => bytes);
  const [header, ...rest] = pieces;
  if (header === undefined) throw new RangeError("GIF without blocks");
  return joinPieces(copyright === null ? pieces : [header, comment(copyright), ...rest]);
}

function isKept(block: GifBlock): boolean {
  if (block.kind !== "extension" || block.label === gifLabel.graphicControl) return true;
  const application = applicationOf(block);
  return application !== null && loops.has(application);
}

function applicationOf({ label, bytes }: GifBlock): string | null {
  return label === gifLabel.application ? latin1Of(bytes.subarray(3, 14)) : null;
}

/** Sub-blocks hold 255 bytes each. */
function comment(text: string): Uint8Array {
  const bytes = bytesOfUtf8(text);
  const pieces: Uint8Array[] = [new Uint8Array([0x21, gifLabel.comment])];
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255);
    pieces.push(new Uint8Array([piece.length]), piece);
  }
  return joinPieces([...pieces, new Uint8Array([0])]);
}
