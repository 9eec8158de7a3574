/** A value of PDF (ISO 32000-1, 7.3). Strings are bytes, one for each character. */
export type PdfValue =
  | null
  | boolean
  | number
  | { text: string }
  | { name: string }
  | { object: number }
  | PdfValue[]
  | Map<string, PdfValue>;

/** Values nest no deeper than this in any real file. */
const maxDepth = 50;

/** Reads the value at a place, and returns it with the place after it. Throws RangeError if there is no value. */
export function readPdfValue(
  source: string,
  start: number,
  depth = 0,
): { value: PdfValue; end: number } {
  const at = skipSpace(source, start);
  if (depth > maxDepth) throw new RangeError("values nest too deep");
  if (source.startsWith("<<", at)) return readDictionary(source, at + 2, depth);
  if (source[at] === "[") return readArray(source, at + 1, depth);
  if (source[at] === "(") return readLiteral(source, at + 1);
  if (source[at] === "<") return readHex(source, at + 1);
  const reference = match(/(\d{1,10})\s+\d{1,5}\s+R(?![A-Za-z])/y, source, at);
  if (reference !== null) {
    return { value: { object: Number(reference[1]) }, end: at + reference[0].length };
  }
  const token = match(/\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/y, source, at)?.[0];
  if (token === undefined) throw new RangeError("no value");
  return { value: readToken(token), end: at + token.length };
}

/** A dictionary that begins at a place; null for another value or none. */
export function readPdfDictionary(source: string, start: number): Map<string, PdfValue> | null {
  try {
    const { value } = readPdfValue(source, start);
    return value instanceof Map ? value : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readToken(token: string): PdfValue {
  if (token.startsWith("/")) {
    const name = token
      .slice(1)
      .replace(/#([\da-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    return { name };
  }
  if (token === "true" || token === "false") return token === "true";
  const number = Number(token);
  return Number.isFinite(number) ? number : null;
}

function readDictionary(
  source: string,
  start: number,
  depth: number,
): { value: PdfValue; end: number } {
  const value = new Map<string, PdfValue>();
  let at = skipSpace(source, start);
  while (!source.startsWith(">>", at)) {
    const key = readPdfValue(source, at, depth + 1);
    if (key.value === null || typeof key.value !== "object" || !("name" in key.value)) {
      throw new RangeError("a key is no name");
    }
    const entry = readPdfValue(source, key.end, depth + 1);
    value.set(key.value.name, entry.value);
    at = skipSpace(source, entry.end);
  }
  return { value, end: at + 2 };
}

function readArray(source: string, start: number, depth: number): { value: PdfValue; end: number } {
  const value: PdfValue[] = [];
  let at = skipSpace(source, start);
  while (source[at] !== "]") {
    const item = readPdfValue(source, at, depth + 1);
    value.push(item.value);
    at = skipSpace(source, item.end);
  }
  return { value, end: at + 1 };
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function readLiteral(source: string, start: number): { value: PdfValue; end: number } {
  let text = "";
  let open = 1;
  for (let at = start; at < source.length; at++) {
    const character = source[at] ?? "";
    if (character === "\\") {
      const [whole = "", octal] = match(/\\(?:([0-7]{1,3})|\r\n|[^])/y, source, at) ?? [];
      const escaped = whole.slice(1);
      if (octal !== undefined) text += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      else if (!/^[\r\n]/.test(escaped)) text += escapes[escaped] ?? escaped;
      at += Math.max(whole.length, 1) - 1;
      continue;
    }
    if (character === "(") open++;
    if (character === ")" && --open === 0) return { value: { text }, end: at + 1 };
    text += character;
  }
  throw new RangeError("a string does not end");
}

function readHex(source: string, start: number): { value: PdfValue; end: number } {
  const end = source.indexOf(">", start);
  if (end === -1) throw new RangeError("a string does not end");
  const digits = source.slice(start, end).replace(/[^\da-f]/gi, "");
  const pairs = (digits.length % 2 === 0 ? digits : `${digits}0`).match(/../g) ?? [];
  const text = pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
  return { value: { text }, end: end + 1 };
}

function skipSpace(source: string, at: number): number {
  return at + (match(/(?:[\s\0]|%[^\r\n]*)*/y, source, at)?.[0].length ?? 0);
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
