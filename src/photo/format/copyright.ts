import { decodeLatin1, viewBytes, takeBytes } from "./bytes.ts";

/** The most characters of a copyright notice. */
const maxLength = 300;

/** The text of metadata bytes as one line: UTF-8, or else Latin-1, which old cameras write. Null when it is blank. */
export function readLegibleText(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    text = decodeLatin1(bytes);
  }
  return normaliseCopyright(text);
}

/** One line in NFC without control characters. EXIF separates photographer and editor by a NUL. */
function normaliseCopyright(text: string): string | null {
  const line = text.normalize("NFC").replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ");
  return line.trim().slice(0, maxLength).trim() || null;
}

const entities: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

/** The first `dc:rights` of an XMP packet. */
export function readXmpCopyright(packet: Uint8Array): string | null {
  const text = new TextDecoder().decode(packet.subarray(0, 65_536));
  const start = text.indexOf("<dc:rights");
  if (start === -1) return null;
  const end = text.indexOf("</rdf:li>", start);
  const element = text.slice(start, end === -1 ? start : end).slice(-2 * maxLength);
  const words = element.slice(element.lastIndexOf(">") + 1);
  return normaliseCopyright(words.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity));
}

/** IPTC-IIM 2:116, "Copyright Notice", in the Photoshop resources of a JPEG's APP13. Null if they are damaged. */
export function readPhotoshopCopyright(payload: Uint8Array): string | null {
  try {
    return readIptcCopyright(payload);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readIptcCopyright(payload: Uint8Array): string | null {
  const iptc = findResource(payload, 0x0404);
  if (iptc === null) return null;
  const numbers = viewBytes(iptc);
  for (let at = 0; at + 5 <= iptc.length && iptc[at] === 0x1c;) {
    const end = at + 5 + numbers.getUint16(at + 3);
    if (iptc[at + 1] === 2 && iptc[at + 2] === 116)
      return readLegibleText(takeBytes(iptc, at + 5, end));
    at = end;
  }
  return null;
}

/** A resource: "8BIM", number, a name of even length (its length byte included), length, data, padding. */
function findResource(payload: Uint8Array, wanted: number): Uint8Array | null {
  const numbers = viewBytes(payload);
  let at = "Photoshop 3.0\0".length;
  while (at + 12 <= payload.length) {
    const name = 1 + numbers.getUint8(at + 6);
    const data = at + 6 + name + (name % 2) + 4;
    const end = data + numbers.getUint32(data - 4);
    if (numbers.getUint16(at + 4) === wanted) return takeBytes(payload, data, end);
    at = end + ((end - data) % 2);
  }
  return null;
}
