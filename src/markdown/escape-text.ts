/**
 * `plain` writes what people read well; `careful` protects whatever could have a meaning, where plain was misread; `normalise`
 * leaves bold, italic and struck text as mere text, where Markdown has no way to say it: within words, beside punctuation.
 */
export type Style = "plain" | "careful" | "bare";

/** Where a text stands decides which of its characters mean something. */
export type TextPlace = {
  style: Style;
  /** In a cell a bar ends the cell. */
  inCell: boolean;
  /** In brackets, as the text of a link or photo is. */
  inBrackets: boolean;
};

/** Text such that Markdown reads it as text. Not yet of its first characters: see `escapeLineStart`. */
export function escapeText(text: string, place: TextPlace): string {
  // Tested once: for each bracket of a long text it would take quadratic time.
  const hasLinkEnd = /\]\s*[[(:]/.test(text);
  return text.replace(/[\\`*_~[\]<>!#|&:.@]/g, (char, at: number) => {
    const means = hasMeaning(char, text, at, { ...place, hasLinkEnd });
    if (!means) return char;
    return char === "&" ? "&amp;" : `\\${char}`;
  });
}

function hasMeaning(
  char: string,
  text: string,
  at: number,
  place: TextPlace & { hasLinkEnd: boolean },
): boolean {
  if (char === "&") return place.style !== "plain" || /^&#?\w+;/.test(text.slice(at));
  if (/[:.@]/.test(char)) return place.style !== "plain" && isInAddress(char, text, at);
  if (place.style !== "plain" || char === "\\" || char === "`") return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const standsAlone = isSpace(before) && isSpace(after);
  if (char === "*") return !standsAlone;
  if (char === "_") return !standsAlone && !(isWord(before) && isWord(after));
  if (char === "~") return before === "~" || after === "~";
  if (char === "|") return place.inCell;
  if (char === "[") return place.inBrackets || after === "^" || place.hasLinkEnd;
  return char === "]" && place.inBrackets;
}

/** Addresses become links by themselves, and swallow the marks behind them. */
function isInAddress(char: string, text: string, at: number): boolean {
  if (char === "@") return true;
  if (char === ":") return text.startsWith("//", at + 1);
  return /www$/i.test(text.slice(Math.max(0, at - 3), at));
}

function isSpace(char: string): boolean {
  return char.trim() === "";
}

function isWord(char: string): boolean {
  return /[\p{L}\p{N}]/u.test(char);
}

/** At the start of a line some characters begin a block of their own. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|---|[=-]+\s*$|:?-+:?\s*\|)/, "\\")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
}

/** In quotation marks, as captions and titles are written. */
export function writeQuoted(text: string): string {
  const escaped = joinLines(text)
    .replace(/[\\"]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;");
  return `"${escaped}"`;
}

export function joinLines(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

/** The address of a link or photo, in angle brackets where it needs them. */
export function writeAddress(href: string): string {
  const escaped = href.replace(/[\\<>]/g, "\\$&");
  return href === "" || /[\s()<>\\]/.test(href) ? `<${escaped}>` : href;
}
