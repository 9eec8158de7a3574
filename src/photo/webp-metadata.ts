import { numbersOf } from "./byte-pieces.ts";
import { copyrightOfXmp } from "./copyright.ts";
import { measurePhoto } from "./dimensions.ts";
import { readExif, writeExif } from "./exif.ts";
import type { PhotoMetadata } from "./exif.ts";
import { webpChunk, webpChunks, webpFile, webpFlag, webpHeader } from "./webp-chunks.ts";
import type { WebpChunk } from "./webp-chunks.ts";

/** In the order the format demands; VP8X is written anew. */
const keptTypes = new Set(["ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L"]);

export function readWebpMetadata(file: Uint8Array): PhotoMetadata {
  let orientation = 1;
  let exif: string | null = null;
  let xmp: string | null = null;
  for (const { type, data } of webpChunks(file)) {
    if (type === "EXIF") ({ orientation, copyright: exif } = readExif(data));
    if (type === "XMP ") xmp = copyrightOfXmp(data);
  }
  return { orientation, copyright: exif ?? xmp };
}

export function cleanWebp(file: Uint8Array, kept: PhotoMetadata): Uint8Array {
  const chunks = [...webpChunks(file)];
  const pictures = chunks.filter(({ type }) => keptTypes.has(type)).map(({ bytes }) => bytes);
  const exif = writeExif(kept);
  const flags = pictureFlags(chunks);
  if (exif === null && chunks[0]?.type !== "VP8X") return webpFile(pictures);
  const size = measurePhoto(file, "image/webp");
  if (exif === null) return webpFile([webpHeader(flags, size), ...pictures]);
  const header = webpHeader(flags | webpFlag.exif, size);
  return webpFile([header, ...pictures, webpChunk("EXIF", exif)]);
}

/** What VP8X says of the picture or, in a file without VP8X, whether a lossless picture has alpha. */
function pictureFlags([first]: WebpChunk[]): number {
  if (first === undefined) throw new RangeError("WebP without chunks");
  const numbers = numbersOf(first.data);
  if (first.type === "VP8X") {
    return numbers.getUint8(0) & (webpFlag.icc | webpFlag.alpha | webpFlag.animation);
  }
  const hasAlpha = first.type === "VP8L" && (numbers.getUint8(4) & 0x10) !== 0;
  return hasAlpha ? webpFlag.alpha : 0;
}
