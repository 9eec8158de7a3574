import type { Tokens } from "marked";
import { bodyTokens, childTokens, type BodyToken } from "./body-token.ts";
import { decodeCharacterReferences } from "./character-references.ts";

/** An image of a body. */
export type PhotoReference = {
  /** What follows `photo:`, an id or the name of a file; of any other source, which no body may have, the whole. */
  ref: string;
  alt: string;
  caption: string | null;
};

export type ImageToken = Extract<BodyToken, { type: "image" }>;

/** Every image under these tokens, in the order of the text. */
export function imagesIn(tokens: BodyToken[]): ImageToken[] {
  return tokens.flatMap((token) =>
    token.type === "image" ? [token] : imagesIn(childTokens(token)),
  );
}

export function photoReference(image: ImageToken): PhotoReference {
  const caption = decodeCharacterReferences(image.title ?? "").trim();
  return {
    ref: image.href.replace(/^photo:/, ""),
    alt: altText(image).trim(),
    caption: caption === "" ? null : caption,
  };
}

function altText(image: ImageToken): string {
  return inlineText(bodyTokens(image.tokens), altText);
}

/** The words in inline tokens, without their marking; `imageText` says what an image among them reads as. */
export function inlineText(tokens: BodyToken[], imageText: (image: ImageToken) => string): string {
  return tokens
    .map((token) => {
      if (token.type === "image") return imageText(token);
      if (token.type === "br") return " ";
      if (token.type === "escape" || token.type === "codespan") return token.text;
      const children = childTokens(token);
      if (token.type === "text" && children.length === 0)
        return decodeCharacterReferences(token.text);
      return inlineText(children, imageText);
    })
    .join("");
}

/** The words in block tokens, a line for each block, row and caption. */
export function textLines(tokens: BodyToken[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.type === "code") return [token.text];
    if (token.type === "table") return [token.header, ...token.rows].map(rowText);
    const children = childTokens(token);
    if (token.type !== "paragraph" && token.type !== "heading" && token.type !== "text") {
      return textLines(children);
    }
    return [lineText(children), ...imagesIn(children).map(captionText)];
  });
}

function rowText(row: Tokens.TableCell[]): string {
  return row.map((cell) => lineText(bodyTokens(cell.tokens))).join(" ");
}

function lineText(tokens: BodyToken[]): string {
  const text = inlineText(tokens, () => "");
  return text.replace(/\s+/g, " ").trim();
}

function captionText(image: ImageToken): string {
  return photoReference(image).caption ?? "";
}
