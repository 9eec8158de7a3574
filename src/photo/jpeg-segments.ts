import { numbersOf, pieceOf } from "./byte-pieces.ts";

/** Markers of ITU-T T.81 that this room looks at. */
export const jpegMarker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app13: 0xed,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
};

/** `bytes` is the whole segment, a scan's compressed data included; `payload` what follows marker and length. */
export type JpegSegment = { marker: number; bytes: Uint8Array; payload: Uint8Array };

/**
 * A JPEG's segments from start to end of image; what is appended after the end (a second picture, a motion photo's
 * film) is never reached. Lazy, so that the size is known before the rest is walked. Throws RangeError when cut short.
 */
export function* jpegSegments(file: Uint8Array): Generator<JpegSegment> {
  const numbers = numbersOf(file);
  let at = 0;
  for (;;) {
    const marker = numbers.getUint8(at + 1);
    const payloadStart = standsAlone(marker) ? at + 2 : at + 4;
    const headerEnd = standsAlone(marker) ? at + 2 : at + 2 + numbers.getUint16(at + 2);
    const end = marker === jpegMarker.startOfScan ? nextMarker(file, headerEnd) : headerEnd;
    const payload = pieceOf(file, payloadStart, headerEnd);
    yield { marker, bytes: pieceOf(file, at, end), payload };
    if (marker === jpegMarker.endOfImage) return;
    at = nextMarker(file, end);
  }
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= jpegMarker.endOfImage);
}

/** Where the next marker's 0xFF stands, past stuffed zeros, restart markers and fill bytes. */
function nextMarker(file: Uint8Array, from: number): number {
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
