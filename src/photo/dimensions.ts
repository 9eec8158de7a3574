import { photoWords } from "../vietnamese/words/photo.ts";
import { latin1Of, numbersOf } from "./byte-pieces.ts";
import { gifBlocks } from "./gif-blocks.ts";
import { jpegMarker, jpegSegments } from "./jpeg-segments.ts";
import type { Size } from "./photo.ts";
import { pngChunks } from "./png-chunks.ts";
import { orCorrupt, refusal } from "./refusal.ts";
import type { UploadType } from "./sniff.ts";
import { webpChunks } from "./webp-chunks.ts";

/** The Images service refuses a longer side. https://developers.cloudflare.com/images/get-started/limits/ */
const maxSide = 12_000;

/**
 * A phone's 64-megapixel mode passes. The service would take 100, but when it is out of quota the upload itself is
 * shown, and a reader's phone has to hold four bytes a pixel.
 */
const maxMegapixels = 65;

/** Width and height as the headers state them, before orientation and before anything is decoded. */
export function measurePhoto(bytes: Uint8Array, type: UploadType): Size {
  const { width, height } = orCorrupt(() => readers[type](bytes));
  if (width < 1 || height < 1) throw refusal("invalid", photoWords.corrupt);
  if (width > maxSide || height > maxSide || width * height > maxMegapixels * 1_000_000) {
    throw refusal("invalid", photoWords.tooLarge(width, height, maxMegapixels, maxSide));
  }
  return { width, height };
}

const readers: Record<UploadType, (bytes: Uint8Array) => Size> = {
  "image/jpeg": jpegSize,
  "image/png": pngSize,
  "image/webp": webpSize,
  "image/gif": gifSize,
  "image/heic": heicSize,
};

function jpegSize(bytes: Uint8Array): Size {
  for (const { marker, payload } of jpegSegments(bytes)) {
    if (isFrameHeader(marker)) {
      const numbers = numbersOf(payload);
      return { width: numbers.getUint16(3), height: numbers.getUint16(1) };
    }
    if (marker === jpegMarker.startOfScan) break;
  }
  throw new RangeError("JPEG without a frame header");
}

/** SOF0 to SOF15, less DHT, JPG and DAC, which stand between them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function pngSize(bytes: Uint8Array): Size {
  for (const { type, data } of pngChunks(bytes)) {
    if (type !== "IHDR") break;
    const numbers = numbersOf(data);
    return { width: numbers.getUint32(0), height: numbers.getUint32(4) };
  }
  throw new RangeError("PNG without IHDR");
}

function webpSize(bytes: Uint8Array): Size {
  for (const { type, data } of webpChunks(bytes)) {
    const numbers = numbersOf(data);
    if (type === "VP8X") {
      const width = 1 + (numbers.getUint32(4, true) & 0xffffff);
      return { width, height: 1 + (numbers.getUint32(6, true) >>> 8) };
    }
    if (type === "VP8 ") {
      const width = numbers.getUint16(6, true) & 0x3fff;
      return { width, height: numbers.getUint16(8, true) & 0x3fff };
    }
    if (type === "VP8L") {
      const packed = numbers.getUint32(1, true);
      return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
    }
  }
  throw new RangeError("WebP without a picture");
}

/** Of the screen and the first frame the larger: browsers let a first frame outgrow its screen. */
function gifSize(bytes: Uint8Array): Size {
  const numbers = numbersOf(bytes);
  const screen = { width: numbers.getUint16(6, true), height: numbers.getUint16(8, true) };
  for (const { kind, bytes: block } of gifBlocks(bytes)) {
    if (kind !== "image") continue;
    const frame = numbersOf(block);
    return {
      width: Math.max(screen.width, frame.getUint16(1, true) + frame.getUint16(5, true)),
      height: Math.max(screen.height, frame.getUint16(3, true) + frame.getUint16(7, true)),
    };
  }
  throw new RangeError("GIF without a picture");
}

/** A HEIC lists the sizes of all its pictures in `ispe` properties, tiles and thumbnail among them: the largest. */
function heicSize(bytes: Uint8Array): Size {
  const header = bytes.subarray(0, 65_536);
  const numbers = numbersOf(header);
  const text = latin1Of(header);
  let largest: Size | null = null;
  for (let at = text.indexOf("ispe"); at !== -1; at = text.indexOf("ispe", at + 4)) {
    const size = { width: numbers.getUint32(at + 8), height: numbers.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height)
      largest = size;
  }
  if (largest === null) throw new RangeError("HEIC without a size");
  return largest;
}
