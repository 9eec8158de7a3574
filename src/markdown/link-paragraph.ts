import type { Tokens } from "marked";
import { lexBody } from "./markdown.ts";
import { findSourceRange, type SourceRange } from "./placed-text.ts";
import { readBodyTokens, listChildTokens, type BodyToken, type ImageToken } from "./body-token.ts";

/** A paragraph of one link and nothing else. */
export type LinkParagraph = {
  link: Extract<BodyToken, { type: "link" }>;
  /** The image with which the link's text begins, if it does. */
  image: ImageToken | null;
  /** The rest of the link's text. Empty for an address that is its own text. */
  words: BodyToken[];
};

/** Null for any other paragraph. */
export function readLinkParagraph(paragraph: Tokens.Paragraph): LinkParagraph | null {
  const [link, other] = readBodyTokens(paragraph.tokens).filter(({ raw }) => raw.trim() !== "");
  if (link?.type !== "link" || other !== undefined) return null;
  const [first, ...rest] = listChildTokens(link);
  if (first?.type === "image") return { link, image: first, words: rest };
  const isBare = !link.raw.startsWith("[");
  return { link, image: null, words: isBare ? [] : listChildTokens(link) };
}

/** The paragraphs of a body that are one link and stand in no other block, with their places in the source. */
export function listLinkParagraphs(markdown: string): (LinkParagraph & SourceRange)[] {
  return lexBody(markdown).tokens.flatMap((token) => {
    const found = token.type === "paragraph" ? readLinkParagraph(token) : null;
    if (found === null) return [];
    const { start, end } = findSourceRange(token.pieces, 0, token.raw.trimEnd().length);
    return [{ ...found, start, end }];
  });
}
