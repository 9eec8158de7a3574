import type { Tokens } from "marked";
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
