import { getDefaults } from "marked";
import { BodyLexer, BodyTokenizer } from "./body-lexer.ts";
import {
  imagesIn,
  photoReference,
  textLines,
  type ImageToken,
  type PhotoReference,
} from "./body-text.ts";
import { bodyTokens, type BodyToken } from "./body-token.ts";
import { footnoteExtension, type Footnotes } from "./footnotes.ts";

/** A body as its lexer reads it. `raw` of the tokens on top are the parts of the source, in order. */
export type Body = { tokens: BodyToken[]; footnotes: Footnotes };

/** Reads GFM with footnotes and without raw HTML, in linear time. */
export function lexBody(markdown: string): Body {
  const footnotes: Footnotes = new Map();
  const lexer = new BodyLexer({
    ...getDefaults(),
    tokenizer: new BodyTokenizer(),
    extensions: footnoteExtension(footnotes),
  });
  return { tokens: bodyTokens(lexer.lex(markdown)), footnotes };
}

/** Every image of a body in the order of the text, of whatever source. */
export function photosInBody(markdown: string): PhotoReference[] {
  return imagesIn(lexBody(markdown).tokens).map(photoReference);
}

/** The words of a body without their marking, a line for each block; of photos, the captions. */
export function plainText(markdown: string): string {
  return textLines(lexBody(markdown).tokens)
    .filter((line) => line !== "")
    .join("\n");
}

/** A place in the source where the address of a photo may stand: after `](`, or after `]:` of a definition. */
const candidate = /(?<=\][(:]\s*<?)photo:/g;

/**
 * Writes new references into the photos of a body: `replace` gets what follows `photo:` and gives its successor, or
 * null to leave it. Nothing else of the source changes, and what only looks like a photo, in code or in text, stays.
 *
 * Tokens do not tell where in the source they stand once they are nested. So each candidate is numbered in a copy of
 * the body; the numbers that come back as addresses of images are the photos.
 */
export function replacePhotoReferences(
  markdown: string,
  replace: (ref: string) => string | null,
): string {
  const starts = photoCandidates(markdown);
  if (starts.length === 0) return markdown;
  const photos = refsOfCandidates(markdown, starts);
  let result = "";
  let done = 0;
  starts.forEach((start, number) => {
    const ref = photos.get(number);
    const end = ref === undefined ? start : endOfAddress(markdown, start);
    const successor =
      ref === undefined || unescaped(markdown.slice(start, end)) !== ref ? null : replace(ref);
    if (successor === null) return;
    result += markdown.slice(done, start) + successor;
    done = end;
  });
  return result + markdown.slice(done);
}

/** Where in the source the address of a photo may go on after its `photo:`. */
export function photoCandidates(markdown: string): number[] {
  return [...markdown.matchAll(candidate)].map((match) => match.index + match[0].length);
}

/**
 * The images of a copy of the body in which each candidate has its number after `photo:`. The number ends with a colon, as
 * `photo:` does, so that what follows it is read as it was before.
 */
export function numberedImages(markdown: string, starts: readonly number[]): ImageToken[] {
  const pieces = starts.map(
    (start, number) => `${markdown.slice(starts[number - 1] ?? 0, start)}${number}:`,
  );
  return imagesIn(lexBody(pieces.join("") + markdown.slice(starts.at(-1) ?? 0)).tokens);
}

function refsOfCandidates(markdown: string, starts: number[]): Map<number, string> {
  const refs = new Map<number, string>();
  for (const { href } of numberedImages(markdown, starts)) {
    const [, number, ref] = /^photo:(\d+):([^]*)$/.exec(href) ?? [];
    if (number !== undefined && ref !== undefined) refs.set(Number(number), ref);
  }
  return refs;
}

/** Where the address ends that goes on at `start`. In angle brackets an address ends at their end, else at white space or at a bracket it has not opened. */
export function endOfAddress(markdown: string, start: number): number {
  const bracketed = markdown.endsWith("<photo:", start);
  let open = 0;
  let at = start;
  for (; at < markdown.length; at++) {
    const char = markdown.charAt(at);
    if (char === "\\") at++;
    else if (bracketed ? char === ">" : /\s/.test(char)) break;
    else if (!bracketed && char === "(") open++;
    else if (!bracketed && char === ")" && --open < 0) break;
  }
  return Math.min(at, markdown.length);
}

/** An address as Markdown understands it: a backslash before punctuation only protects it. */
function unescaped(address: string): string {
  return address.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Addresses by the names of their definitions. */
export type Definitions = BodyLexer["tokens"]["links"];

/** Reads one block as it would be read within a body that has these definitions and footnotes. */
export function relex(block: string, definitions: Definitions, footnotes: Footnotes): BodyToken[] {
  const lexer = new BodyLexer({
    ...getDefaults(),
    tokenizer: new BodyTokenizer(),
    extensions: footnoteExtension(new Map(footnotes)),
  });
  lexer.tokens.links = Object.assign(Object.create(null), definitions) as Definitions;
  return bodyTokens(lexer.lex(block));
}
