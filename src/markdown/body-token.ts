import type { MarkedToken, Token } from "marked";

/** `[^label]: …`, somewhere in the body; shown at its end. */
export type FootnoteDefinition = { type: "footnote"; raw: string; label: string; tokens: Token[] };

/** `[^label]` in the text, of a definition that exists. */
export type FootnoteReference = { type: "footnoteReference"; raw: string; label: string };

/** Everything that the lexer of bodies gives. */
export type BodyToken = MarkedToken | FootnoteDefinition | FootnoteReference;

/** Marked types what it holds loosely, for the sake of extensions; ours are all known. */
export function bodyTokens(tokens: Token[] | undefined): BodyToken[] {
  return (tokens ?? []) as BodyToken[];
}

/** The tokens right under one token, in the order of the text. */
export function childTokens(token: BodyToken): BodyToken[] {
  if (token.type === "list") return token.items;
  if (token.type === "table") {
    return bodyTokens([token.header, ...token.rows].flat().flatMap((cell) => cell.tokens));
  }
  return "tokens" in token ? bodyTokens(token.tokens) : [];
}
