import type { Tokens } from "marked";
import { readBodyTokens, listChildTokens, type BodyToken, type ImageToken } from "./body-token.ts";
import { characterReference, decodeCharacterReferences } from "./character-references.ts";
import { protectedCharacter, readLinkTarget, type DefinitionTokens } from "./link-target.ts";
import {
  PlacedTextBuilder,
  replaceInPlaced,
  slicePieces,
  findSourceRange,
  trimPlaced,
  type PlacedText,
} from "./placed-text.ts";

/** An image of a body. */
export type PhotoReference = {
  /** The text after `photo:`, an id or a file name. For any other source, which no body may have, the whole source. */
  ref: string;
  alt: string;
  caption: string | null;
};

/** Every image under these tokens, in the order of the text. Images in the alt of an image are not included. */
export function listImages(tokens: BodyToken[]): ImageToken[] {
  return tokens.flatMap((token) =>
    token.type === "image" ? [token] : listImages(listChildTokens(token)),
  );
}

export function readPhotoReference(image: Tokens.Image): PhotoReference {
  const caption = decodeCharacterReferences(image.title ?? "").trim();
  return {
    ref: image.href.replace(/^photo:/, ""),
    alt: readAlt(image).trim(),
    caption: caption === "" ? null : caption,
  };
}

function readAlt(image: Tokens.Image): string {
  return readInlineText(readBodyTokens(image.tokens), readAlt);
}

/** The alt of an image with its place in the source. */
export function readPlacedAlt(image: ImageToken): PlacedText {
  const builder = new PlacedTextBuilder();
  const addAll = (tokens: BodyToken[]): void => {
    for (const token of tokens) {
      const { start, end } = findSourceRange(token.pieces, 0, token.raw.length);
      const leaf = token.type === "br" ? null : readLeafText(token);
      if (leaf !== null) builder.add(leaf);
      else if (token.type === "br") builder.addReplacement(" ", start, end);
      else addAll(listChildTokens(token));
    }
  };
  addAll(readBodyTokens(image.tokens));
  const { text, pieces } = builder.build();
  const { start } = findSourceRange(image.pieces, "![".length, "![".length);
  return text === ""
    ? { text, pieces: [{ at: 0, length: 0, from: start, to: start }] }
    : { text, pieces };
}

/** The caption of an image with its place in the source, which may be in a definition. Null if there is none. */
export function readPlacedCaption(
  image: ImageToken,
  definitions: DefinitionTokens,
): PlacedText | null {
  const title = readLinkTarget(image, definitions)?.title ?? null;
  if (title === null) return null;
  const plain = replaceInPlaced(title, protectedCharacter, ([, character]) => character ?? "");
  const caption = trimPlaced(decodeReferences(plain));
  return caption.text === "" ? null : caption;
}

/** The words of inline tokens without markup. `imageText` returns the words for an image among them. */
export function readInlineText(
  tokens: BodyToken[],
  imageText: (image: ImageToken) => string,
): string {
  return tokens
    .map((token) => {
      if (token.type === "image") return imageText(token);
      if (token.type === "br") return " ";
      const leaf = readLeafText(token);
      return leaf === null ? readInlineText(listChildTokens(token), imageText) : leaf.text;
    })
    .join("");
}

/** What a reader sees of a token that is nothing but text, and its place in the source. Null for any other token. */
export function readLeafText(token: BodyToken): PlacedText | null {
  if (token.type === "escape") {
    return { text: token.text, pieces: slicePieces(token.pieces, 1, token.raw.length) };
  }
  if (token.type === "codespan") {
    const ticks = /^`+/.exec(token.raw)?.[0].length ?? 0;
    const start = ticks + (token.raw.length - 2 * ticks - token.text.length) / 2;
    return {
      text: token.text,
      pieces: slicePieces(token.pieces, start, start + token.text.length),
    };
  }
  if (token.type !== "text" || listChildTokens(token).length > 0) return null;
  const source = { text: token.raw, pieces: token.pieces };
  return source.text.includes("&") ? decodeReferences(source) : source;
}

/** The text with `&amp;` and the like replaced by the characters they stand for. */
export function decodeReferences(text: PlacedText): PlacedText {
  return replaceInPlaced(text, characterReference, ([match]) => decodeCharacterReferences(match));
}

/** The words of block tokens, a line for each block, row and caption. Footnotes are left out. */
export function readTextLines(tokens: BodyToken[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.type === "footnote") return [];
    if (token.type === "code") return [token.text];
    if (token.type === "table") return [token.header, ...token.rows].map(readRowText);
    const children = listChildTokens(token);
    if (token.type !== "paragraph" && token.type !== "heading" && token.type !== "text") {
      return readTextLines(children);
    }
    return [readLineText(children), ...listImages(children).map(readCaption)];
  });
}

function readRowText(row: Tokens.TableCell[]): string {
  return row.map((cell) => readLineText(readBodyTokens(cell.tokens))).join(" ");
}

function readLineText(tokens: BodyToken[]): string {
  const text = readInlineText(tokens, () => "");
  return text.replace(/\s+/g, " ").trim();
}

function readCaption(image: ImageToken): string {
  return readPhotoReference(image).caption ?? "";
}
