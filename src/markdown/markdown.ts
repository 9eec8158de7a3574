import { getDefaults } from "marked";
import { BodyLexer, BodyTokenizer, prepareSource } from "./body-lexer.ts";
import { listImages, readPhotoReference, readTextLines, type PhotoReference } from "./body-text.ts";
import { listAllTokens, readBodyTokens, listChildTokens, type BodyToken } from "./body-token.ts";
import { makeFootnoteExtension, type Footnotes } from "./footnotes.ts";
import { protectedCharacter, readLinkTarget, type DefinitionTokens } from "./link-target.ts";
import { placeTokens } from "./place-tokens.ts";
import { findSourceRange, type SourceRange } from "./placed-text.ts";

/** A body as the lexer reads it. `raw` of the top tokens are the parts of the source, in order. */
export type Body = { tokens: BodyToken[]; footnotes: Footnotes };

/** Reads GFM with footnotes and without raw HTML, in linear time. Every token knows its place in `markdown`. */
export function lexBody(markdown: string): Body {
  const footnotes: Footnotes = new Map();
  const lexer = makeLexer(footnotes);
  const source = prepareSource(markdown);
  const tokens = readBodyTokens(lexer.lex(source.text));
  placeTokens(tokens, source);
  return { tokens, footnotes };
}

function makeLexer(footnotes: Footnotes): BodyLexer {
  return new BodyLexer({
    ...getDefaults(),
    tokenizer: new BodyTokenizer(),
    extensions: makeFootnoteExtension(footnotes),
  });
}

/** Every image of a body in the order of the text, whatever its source, shown or not. */
export function listPhotos(markdown: string): PhotoReference[] {
  return listImages(lexBody(markdown).tokens).map(readPhotoReference);
}

/** The words that readers see of a body without markup, a line for each block. Photos count with their captions. */
export function readPlainText(markdown: string): string {
  const body = lexBody(markdown);
  const notes = listShownFootnotes(body).map(({ tokens }) => readBodyTokens(tokens));
  return [body.tokens, ...notes]
    .flatMap(readTextLines)
    .filter((line) => line !== "")
    .join("\n");
}

/** The footnotes that readers see, in the order of their numbers: the text or another shown footnote refers to them. */
export function listShownFootnotes({
  tokens,
  footnotes,
}: Body): { label: string; tokens: BodyToken[] }[] {
  const labels = new Set(listFootnoteReferences(tokens));
  const shown: { label: string; tokens: BodyToken[] }[] = [];
  // Labels that are added here are visited, too.
  for (const label of labels) {
    const note = readBodyTokens(footnotes.get(label)?.tokens);
    shown.push({ label, tokens: note });
    for (const reference of listFootnoteReferences(note)) labels.add(reference);
  }
  return shown;
}

function listFootnoteReferences(tokens: BodyToken[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === "footnoteReference") return [token.label];
    return token.type === "footnote" || token.type === "image"
      ? []
      : listFootnoteReferences(listChildTokens(token));
  });
}

/** The definitions of addresses in a body. If a tag is defined twice, the first definition counts. */
export function readDefinitions(tokens: BodyToken[]): DefinitionTokens {
  const definitions = new Map<string, Extract<BodyToken, { type: "def" }>>();
  for (const token of listAllTokens(tokens)) {
    if (token.type === "def" && !definitions.has(token.tag)) definitions.set(token.tag, token);
  }
  return definitions;
}

/**
 * Writes new references into the photos of a body. `replace` gets the text after `photo:` and returns the new one, or
 * null to leave it. Nothing else of the source changes.
 */
export function replacePhotoReferences(
  markdown: string,
  replace: (ref: string) => string | null,
): string {
  const { tokens } = lexBody(markdown);
  const definitions = readDefinitions(tokens);
  const changes = new Map<number, SourceRange & { text: string }>();
  for (const image of listImages(tokens)) {
    const address = readLinkTarget(image, definitions)?.address;
    if (address === undefined || !address.text.startsWith("photo:")) continue;
    const range = findSourceRange(address.pieces, "photo:".length, address.text.length);
    if (changes.has(range.start)) continue;
    const text = replace(address.text.slice("photo:".length).replace(protectedCharacter, "$1"));
    if (text !== null) changes.set(range.start, { start: range.start, end: range.end, text });
  }
  return replaceRanges(markdown, [...changes.values()]);
}

/** The source with other texts in some ranges. A range inside an earlier one is ignored. */
export function replaceRanges(
  source: string,
  changes: readonly (SourceRange & { text: string })[],
): string {
  let result = "";
  let done = 0;
  const inOrder = Array.from(changes).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, text } of inOrder) {
    if (start < done) continue;
    result += source.slice(done, start) + text;
    done = end;
  }
  return result + source.slice(done);
}

/** Addresses by the names of their definitions. */
export type Definitions = BodyLexer["tokens"]["links"];

/** Reads one block as it would be read in a body that has these definitions and footnotes. */
export function relex(block: string, definitions: Definitions, footnotes: Footnotes): BodyToken[] {
  const lexer = makeLexer(new Map(footnotes));
  lexer.tokens.links = Object.assign(Object.create(null), definitions) as Definitions;
  const source = prepareSource(block);
  const tokens = readBodyTokens(lexer.lex(source.text));
  placeTokens(tokens, source);
  return tokens;
}
