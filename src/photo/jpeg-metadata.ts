import { bytesOfLatin1, joinPieces, pieceOf, startsWith } from "./byte-pieces.ts";
import { copyrightOfPhotoshop, copyrightOfXmp } from "./copyright.ts";
import { exifSignature, readExif, writeExif } from "./exif.ts";
import type { PhotoMetadata } from "./exif.ts";
import { jpegMarker, jpegSegments } from "./jpeg-segments.ts";
import type { JpegSegment } from "./jpeg-segments.ts";

const signature = {
  jfif: "JFIF\0",
  xmp: "http://ns.adobe.com/xap/1.0/\0",
  photoshop: "Photoshop 3.0\0",
  icc: "ICC_PROFILE\0",
  adobe: "Adobe",
};

/** EXIF speaks first for the copyright, then XMP, then IPTC. */
export function readJpegMetadata(file: Uint8Array): PhotoMetadata {
  let orientation = 1;
  let exif: string | null = null;
  let xmp: string | null = null;
  let iptc: string | null = null;
  for (const { marker, payload } of jpegSegments(file)) {
    if (marker === jpegMarker.startOfScan) break;
    if (marker === jpegMarker.app1 && startsWith(payload, exifSignature)) {
      ({ orientation, copyright: exif } = readExif(payload));
    } else if (marker === jpegMarker.app1 && startsWith(payload, signature.xmp)) {
      xmp = copyrightOfXmp(payload);
    } else if (marker === jpegMarker.app13 && startsWith(payload, signature.photoshop)) {
      iptc = copyrightOfPhotoshop(payload);
    }
  }
  return { orientation, copyright: exif ?? xmp ?? iptc };
}

export function cleanJpeg(file: Uint8Array, kept: PhotoMetadata): Uint8Array {
  const [start, ...rest] = [...jpegSegments(file)].map(keptBytes).filter((piece) => piece !== null);
  if (start === undefined) throw new RangeError("JPEG without segments");
  const exif = writeExif(kept);
  return joinPieces(exif === null ? [start, ...rest] : [start, exifSegment(exif), ...rest]);
}

/** The part of a segment that decoding needs; null for metadata. */
function keptBytes({ marker, bytes, payload }: JpegSegment): Uint8Array | null {
  if (marker === jpegMarker.app0) {
    return startsWith(payload, signature.jfif) ? withoutThumbnail(bytes) : null;
  }
  if (marker === jpegMarker.app2) return startsWith(payload, signature.icc) ? bytes : null;
  if (marker === jpegMarker.app14) return startsWith(payload, signature.adobe) ? bytes : null;
  const metadata =
    (marker >= jpegMarker.app0 && marker <= jpegMarker.app15) || marker === jpegMarker.comment;
  return metadata ? null : bytes;
}

/** JFIF's eighteen bytes, with the thumbnail's width and height set to none. */
function withoutThumbnail(bytes: Uint8Array): Uint8Array {
  const short = pieceOf(bytes, 0, 18).slice();
  short.set([0, 16], 2);
  short.set([0, 0], 16);
  return short;
}

function exifSegment(exif: Uint8Array): Uint8Array {
  const length = 2 + exifSignature.length + exif.length;
  const head = new Uint8Array([0xff, jpegMarker.app1, length >> 8, length & 0xff]);
  return joinPieces([head, bytesOfLatin1(exifSignature), exif]);
}
