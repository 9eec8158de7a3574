import { ReadFailure } from "../recognition/read-failure.ts";

/** Names under which old pages carried TCVN3 and VNI: one byte a character, whatever it stood for. */
const oneByte = /^(?:iso-?8859-?1|latin-?1|us-?ascii|x-user-defined|windows-1252|cp-?1252)$/i;

/**
 * The text of a file. What is valid UTF-8 is UTF-8, whatever it claims: browsers save pages anew and keep the old claim.
 * Else it is what its byte order mark, its own declaration or `given` says, and never guessed. Web APIs only.
 * ReadFailure unknown-charset, or wrong-charset when the bytes are not what they claim.
 */
export function decodeText(bytes: Uint8Array, given: string | null): string {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return decode(bytes, mark);
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return utf8;
  const charset = declaredCharset(bytes) ?? given;
  if (charset === null) throw new ReadFailure("unknown-charset");
  return decode(bytes, charset);
}

/** Null where the bytes are not UTF-8. */
export function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes as the Latin-1 characters of the same numbers, in which TCVN3 and VNI are written. */
export function asLatin1(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes);
}

function decode(bytes: Uint8Array, charset: string): string {
  const name = oneByte.test(charset) ? "windows-1252" : charset;
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new ReadFailure("wrong-charset", charset);
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/** `<meta charset>` or `<meta http-equiv="content-type">` in the first 4,000 bytes, as a browser would look for it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = asLatin1(bytes.subarray(0, 4000));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}
