import { bytesOfUtf8, joinPieces, latin1Of } from "./byte-pieces.ts";
import type { Bytes } from "./byte-pieces.ts";
import { copyrightOfXmp } from "./copyright.ts";
import type { PhotoMetadata } from "./exif.ts";
import { gifBlocks, gifLabel } from "./gif-blocks.ts";
import type { GifBlock } from "./gif-blocks.ts";

/** Application extensions that say how often an animation repeats. */
const loops = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/** A GIF has no orientation; a copyright it can have only in XMP. */
export function readGifMetadata(file: Bytes): PhotoMetadata {
  const xmp = [...gifBlocks(file)].find((block) => applicationOf(block) === "XMP DataXMP");
  return { orientation: 1, copyright: xmp === undefined ? null : copyrightOfXmp(xmp.bytes) };
}

/** The copyright stays as the one comment, after the header. */
export function cleanGif(file: Bytes, { copyright }: PhotoMetadata): Bytes {
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
function comment(text: string): Bytes {
  const bytes = bytesOfUtf8(text);
  const pieces: Bytes[] = [new Uint8Array([0x21, gifLabel.comment])];
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255);
    pieces.push(new Uint8Array([piece.length]), piece);
  }
  return joinPieces([...pieces, new Uint8Array([0])]);
}
