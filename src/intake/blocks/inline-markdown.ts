import type { Inline } from "./block.ts";
import { noteOfLink } from "./note-of-markup.ts";

/** What Markdown could take for markup anywhere in a line. Underscores within words and lone `!` and `&` mean nothing. */
const markup =
  /[\\`*[\]~]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|<(?=[a-z/!?])|&(?=#?\w+;)|!(?=\[)/giu;

/** What it could take for the start of a heading, quote, list, rule, underline or table at the start of a line. */
const lineStart = /^(?:[#>+=|-]|(\d{1,9})(?=[.)]))/;

const isWordish = /[\p{L}\p{N}]/u;

/**
 * Inline text as Markdown that reads as exactly that text. Emphasis that Markdown could not see where it stands, between
 * a sign and a letter, is left out; words are never. Web APIs only.
 */
export function inlineMarkdown(text: readonly Inline[]): string {
  let written = "";
  text.forEach((piece, index) => {
    const next = text[index + 1];
    // Before a piece with marks of its own, whatever it begins with.
    const after = next === undefined ? " " : isMarked(next) ? "*" : next.text.charAt(0);
    written += pieceMarkdown(piece, written.at(-1) ?? " ", after);
  });
  return withSafeLines(written);
}

/** The text of one line, in a table's cell: a bar would end it. */
export function cellMarkdown(text: readonly Inline[]): string {
  return inlineMarkdown(text).replaceAll("\\\n", " ").replaceAll("|", "\\|");
}

/** Plain text for the alt of a photo. */
export function altMarkdown(text: string): string {
  return escaped(text);
}

/** Plain text as the quoted title of a photo or link. */
export function titleMarkdown(text: string): string {
  // Its reader decodes references once more after the backslashes.
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/&(?=#?\w+;)/g, "&amp;")}"`;
}

function isMarked({ text, bold, italic, link }: Inline): boolean {
  return (bold || italic || link !== null) && !/^\s/.test(text);
}

function pieceMarkdown(
  { text, bold, italic, link }: Inline,
  before: string,
  after: string,
): string {
  const [, lead = "", words = "", tail = ""] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  if (words === "") return text;
  const note = noteOfLink(link);
  if (note !== null) return `${lead}[^${note}]${tail}`;
  const inner =
    link === null
      ? safeBefore(tail + after, escaped(words))
      : `[${escaped(words)}](${linkAddress(link)})`;
  const marks = (bold ? "**" : "") + (italic ? "*" : "");
  const isSeen =
    !words.includes("\n") &&
    canMark(lead === "" ? before : " ", inner.charAt(0)) &&
    canMark(tail === "" ? after : " ", inner.charAt(inner.length - 1));
  return isSeen ? lead + marks + inner + marks + tail : lead + inner + tail;
}

/** Right before a link a `!` would make a picture of it. */
function safeBefore(next: string, words: string): string {
  return next.startsWith("*") ? words.replace(/!$/, "\\!") : words;
}

/**
 * Whether emphasis may begin (or end) between a character outside and one inside: CommonMark's rule of flanking, on its
 * safe side, since other marks right outside would run together with it.
 */
function canMark(outside: string, inside: string): boolean {
  if (/\s/.test(outside)) return true;
  return isWordish.test(inside) && !/[*_`~[\]<>\\]/.test(outside);
}

function escaped(text: string): string {
  return text.replace(markup, "\\$&");
}

/** A line break is a backslash at the end of its line; no line may start as a block does. */
function withSafeLines(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) =>
      line.replace(lineStart, (start: string, number?: string) =>
        number === undefined ? `\\${start}` : start,
      ),
    )
    .map((line) => line.replace(/^(\d{1,9})([.)])/, "$1\\$2"))
    .join("\\\n");
}

function linkAddress(link: string): string {
  return link.replace(
    /[\s()<>\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
