import type { MarkedToken, Token } from "marked";
import type { Piece } from "./placed-text.ts";

/** `[^label]: …`, somewhere in the body; the page shows it at the end. */
export type FootnoteDefinition = { type: "footnote"; raw: string; label: string; tokens: Token[] };

/** `[^label]` in the text, if the body defines that label. */
export type FootnoteReference = { type: "footnoteReference"; raw: string; label: string };

/** Every token that the lexer of bodies makes. `pieces` are the place of `raw` in the source. */
export type BodyToken = (MarkedToken | FootnoteDefinition | FootnoteReference) & {
  pieces: readonly Piece[];
};

export type ImageToken = Extract<BodyToken, { type: "image" }>;
export type LinkToken = Extract<BodyToken, { type: "link" }>;
export type DefinitionToken = Extract<BodyToken, { type: "def" }>;

/** Marked's own type allows tokens of unknown extensions. Here all types are known. */
export function readBodyTokens(tokens: Token[] | undefined): BodyToken[] {
  return (tokens ?? []) as BodyToken[];
}

/** The tokens directly under one token, in the order of the text. */
export function listChildTokens(token: BodyToken): BodyToken[] {
  if (token.type === "list") return readBodyTokens(token.items);
  if (token.type === "table") {
    return readBodyTokens([token.header, ...token.rows].flat().flatMap((cell) => cell.tokens));
  }
  return "tokens" in token ? readBodyTokens(token.tokens) : [];
}

/** All tokens under these, at every depth, in the order of the text. */
export function listAllTokens(tokens: BodyToken[]): BodyToken[] {
  return tokens.flatMap((token) => [token, ...listAllTokens(listChildTokens(token))]);
}
