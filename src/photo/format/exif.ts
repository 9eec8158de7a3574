import { encodeUtf8, joinBytes, decodeLatin1, viewBytes, takeBytes, startsWith } from "./bytes.ts";
import { readLegibleText } from "./copyright.ts";

/** The only metadata that is read. `orientation` is EXIF's, 1 to 8; 1 is upright. */
export type PhotoMetadata = { orientation: number; copyright: string | null };

/** Tags of EXIF 2.32, both in the first directory (IFD0). */
const tag = { orientation: 0x0112, copyright: 0x8298 };

const fieldType = { ascii: 2, short: 3 };

/** The signature of EXIF in a JPEG's APP1, and in some WebPs. */
export const exifSignature = "Exif\0\0";

/**
 * Reads orientation and copyright from a block of EXIF, with or without its signature. Only two tags of one directory
 * are needed; a general EXIF library would weigh half as much as the Worker. A damaged block counts as absent, as in
 * browsers.
 */
export function readExif(block: Uint8Array): PhotoMetadata {
  const tiff = startsWith(block, exifSignature) ? block.subarray(exifSignature.length) : block;
  const found: PhotoMetadata = { orientation: 1, copyright: null };
  try {
    readDirectory(tiff, found);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** Fills `found` entry by entry, so that entries before the damage count. */
function readDirectory(tiff: Uint8Array, found: PhotoMetadata): void {
  const numbers = viewBytes(tiff);
  const little = decodeLatin1(takeBytes(tiff, 0, 2)) === "II";
  const start = numbers.getUint32(4, little);
  const count = numbers.getUint16(start, little);
  for (let entry = start + 2; entry < start + 2 + count * 12; entry += 12) {
    const name = numbers.getUint16(entry, little);
    if (name === tag.orientation) {
      const value = numbers.getUint16(entry + 8, little);
      if (value >= 1 && value <= 8) found.orientation = value;
    } else if (name === tag.copyright) {
      const length = numbers.getUint32(entry + 4, little);
      const at = length <= 4 ? entry + 8 : numbers.getUint32(entry + 8, little);
      found.copyright = readLegibleText(takeBytes(tiff, at, at + length));
    }
  }
}

/** Writes a TIFF block with the orientation (unless it is upright) and the copyright (if any), and nothing else. */
export function writeExif({ orientation, copyright }: PhotoMetadata): Uint8Array | null {
  const text = copyright === null ? null : encodeUtf8(`${copyright}\0`);
  const count = (orientation === 1 ? 0 : 1) + (text === null ? 0 : 1);
  if (count === 0) return null;
  // Big-endian: 8 bytes of header, a count, 12 bytes an entry, "no next directory"; then the text.
  const directory = new DataView(new ArrayBuffer(14 + 12 * count));
  directory.setUint32(0, 0x4d4d002a);
  directory.setUint32(4, 8);
  directory.setUint16(8, count);
  if (orientation !== 1) {
    writeEntry(directory, 10, tag.orientation, fieldType.short, 1);
    directory.setUint16(18, orientation);
  }
  if (text === null) return new Uint8Array(directory.buffer);
  const entry = 12 * count - 2;
  writeEntry(directory, entry, tag.copyright, fieldType.ascii, text.length);
  if (text.length > 4) directory.setUint32(entry + 8, directory.byteLength);
  else text.forEach((byte, index) => directory.setUint8(entry + 8 + index, byte));
  return joinBytes([new Uint8Array(directory.buffer), text]);
}

function writeEntry(
  directory: DataView,
  at: number,
  name: number,
  type: number,
  count: number,
): void {
  directory.setUint16(at, name);
  directory.setUint16(at + 2, type);
  directory.setUint32(at + 4, count);
}
