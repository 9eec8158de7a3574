import type { Size } from "../photo.ts";
import { encodeLatin1, joinBytes, takeBytes, startsWith, viewBytes } from "./bytes.ts";
import { readPhotoshopCopyright, readXmpCopyright } from "./copyright.ts";
import { exifSignature, readExif, writeExif } from "./exif.ts";
import type { PhotoMetadata } from "./exif.ts";
import type { ProfileRule } from "./icc.ts";

const signature = {
  jfif: "JFIF\0",
  xmp: "http://ns.adobe.com/xap/1.0/\0",
  photoshop: "Photoshop 3.0\0",
  icc: "ICC_PROFILE\0",
  adobe: "Adobe",
};

/** The copyright comes from EXIF, or else XMP, or else IPTC. */
export function readJpegMetadata(file: Uint8Array): PhotoMetadata {
  let orientation = 1;
  let exif: string | null = null;
  let xmp: string | null = null;
  let iptc: string | null = null;
  for (const { marker, payload } of readJpegSegments(file)) {
    if (marker === jpegMarker.startOfScan) break;
    if (marker === jpegMarker.app1 && startsWith(payload, exifSignature)) {
      ({ orientation, copyright: exif } = readExif(payload));
    } else if (marker === jpegMarker.app1 && startsWith(payload, signature.xmp)) {
      xmp = readXmpCopyright(payload);
    } else if (marker === jpegMarker.app13 && startsWith(payload, signature.photoshop)) {
      iptc = readPhotoshopCopyright(payload);
    }
  }
  return { orientation, copyright: exif ?? xmp ?? iptc };
}

/** Returns the clean file as pieces, which share memory with `bytes`. */
export function cleanJpeg(
  file: Uint8Array,
  kept: PhotoMetadata,
  profileRule: ProfileRule,
): Uint8Array[] {
  const segments = [...readJpegSegments(file)];
  const profile = readProfile(segments);
  const keptProfile = profile === null ? null : profileRule(profile);
  const exif = writeExif(kept);
  const [start, ...rest] = segments;
  if (start === undefined) throw new RangeError("JPEG without segments");
  const isFirst = ({ marker }: JpegSegment) => marker === jpegMarker.app0;
  return [
    start.bytes,
    ...(exif === null ? [] : [makeExifSegment(exif)]),
    ...listKeptPieces(rest.filter(isFirst)),
    ...(keptProfile === null ? [] : makeProfileSegments(keptProfile)),
    ...listKeptPieces(rest.filter((segment) => !isFirst(segment))),
  ];
}

function listKeptPieces(segments: JpegSegment[]): Uint8Array[] {
  return segments.map(chooseKeptBytes).filter((piece) => piece !== null);
}

/** The part of a segment that decoding needs, the colour profile excepted; null for all others, and for unknown ones. */
function chooseKeptBytes({ marker, bytes, payload }: JpegSegment): Uint8Array | null {
  if (marker === jpegMarker.app0) {
    return startsWith(payload, signature.jfif) ? removeThumbnail(bytes) : null;
  }
  if (marker === jpegMarker.app14) {
    return startsWith(payload, signature.adobe) ? makeAdobeSegment(bytes) : null;
  }
  // Frame headers and tables, start, end and scans. T.81 reserves one number among them.
  const isReserved = marker === 0xc8;
  const isNeeded = marker >= 0xc0 && marker <= jpegMarker.restartInterval && !isReserved;
  return isNeeded ? bytes : null;
}

/** Adobe's segment of sixteen bytes: how the colours are coded. */
function makeAdobeSegment(bytes: Uint8Array): Uint8Array {
  const short = takeBytes(bytes, 0, 16).slice();
  short.set([0, 14], 2);
  return short;
}

/** The colour profile, which may be divided among segments that say their number. */
function readProfile(segments: JpegSegment[]): Uint8Array | null {
  const start = signature.icc.length + 2;
  const parts = segments
    .filter(
      ({ marker, payload }) => marker === jpegMarker.app2 && startsWith(payload, signature.icc),
    )
    .map(({ payload }) => ({ number: payload[start - 2] ?? 0, bytes: payload.subarray(start) }))
    .sort((one, other) => one.number - other.number);
  return parts.length === 0 ? null : joinBytes(parts.map(({ bytes }) => bytes));
}

/** A segment holds 65,519 bytes of a profile. */
const maxProfilePart = 65_519;

function makeProfileSegments(profile: Uint8Array): Uint8Array[] {
  const count = Math.ceil(profile.length / maxProfilePart);
  return Array.from({ length: count }, (_, index) => {
    const part = profile.subarray(index * maxProfilePart, (index + 1) * maxProfilePart);
    const length = 2 + signature.icc.length + 2 + part.length;
    const head = new Uint8Array([0xff, jpegMarker.app2, length >> 8, length & 0xff]);
    return joinBytes([head, encodeLatin1(signature.icc), new Uint8Array([index + 1, count]), part]);
  });
}

/** JFIF's eighteen bytes, with an empty thumbnail. */
function removeThumbnail(bytes: Uint8Array): Uint8Array {
  const short = takeBytes(bytes, 0, 18).slice();
  short.set([0, 16], 2);
  short.set([0, 0], 16);
  return short;
}

function makeExifSegment(exif: Uint8Array): Uint8Array {
  const length = 2 + exifSignature.length + exif.length;
  const head = new Uint8Array([0xff, jpegMarker.app1, length >> 8, length & 0xff]);
  return joinBytes([head, encodeLatin1(exifSignature), exif]);
}

/** Markers of ITU-T T.81. */
export const jpegMarker = {
  huffmanTables: 0xc4,
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  restartInterval: 0xdd,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app13: 0xed,
  app14: 0xee,
};

/** `bytes` is the whole segment, including a scan's compressed data; `payload` follows the marker and the length. */
export type JpegSegment = { marker: number; bytes: Uint8Array; payload: Uint8Array };

/**
 * Yields a JPEG's segments from start to end of image, not what is appended after it (a second picture, a motion
 * photo's film). Lazy, so that the size is known before the rest is read. Throws RangeError when it is cut short.
 */
export function* readJpegSegments(file: Uint8Array): Generator<JpegSegment> {
  const numbers = viewBytes(file);
  let at = 0;
  for (;;) {
    const marker = numbers.getUint8(at + 1);
    const payloadStart = standsAlone(marker) ? at + 2 : at + 4;
    const headerEnd = standsAlone(marker) ? at + 2 : at + 2 + numbers.getUint16(at + 2);
    const end = marker === jpegMarker.startOfScan ? findNextMarker(file, headerEnd) : headerEnd;
    const payload = takeBytes(file, payloadStart, headerEnd);
    yield { marker, bytes: takeBytes(file, at, end), payload };
    if (marker === jpegMarker.endOfImage) return;
    at = findNextMarker(file, end);
  }
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= jpegMarker.endOfImage);
}

/** The position of the next marker's 0xFF, after stuffed zeros, restart markers and fill bytes. */
function findNextMarker(file: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = file.indexOf(0xff, at);
    const code = file[at + 1];
    if (at === -1 || code === undefined) throw new RangeError("JPEG without an end");
    if (code === 0 || (code >= 0xd0 && code <= 0xd7)) at += 2;
    else if (code === 0xff) at += 1;
    else return at;
  }
}

export function readJpegSize(bytes: Uint8Array): Size {
  for (const { marker, payload } of readJpegSegments(bytes)) {
    if (isFrameHeader(marker)) {
      const numbers = viewBytes(payload);
      return { width: numbers.getUint16(3), height: numbers.getUint16(1) };
    }
    if (marker === jpegMarker.startOfScan) break;
  }
  throw new RangeError("JPEG without a frame header");
}

/** SOF0 to SOF15, without DHT, JPG and DAC, which have numbers between them. */
export function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
