import type { Size } from "../photo.ts";
import { decodeLatin1, viewBytes } from "./bytes.ts";

/** The largest size: a HEIC lists the sizes of all its pictures in `ispe` properties, including tiles and the thumbnail. */
export function readHeicSize(bytes: Uint8Array): Size {
  const header = bytes.subarray(0, 65_536);
  const numbers = viewBytes(header);
  const text = decodeLatin1(header);
  let largest: Size | null = null;
  for (let at = text.indexOf("ispe"); at !== -1; at = text.indexOf("ispe", at + 4)) {
    const size = { width: numbers.getUint32(at + 8), height: numbers.getUint32(at + 12) };
    if (largest === null || size.width * size.height > largest.width * largest.height)
      largest = size;
  }
  if (largest === null) throw new RangeError("HEIC without a size");
  return largest;
}
