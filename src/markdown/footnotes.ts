import type { MarkedOptions, TokenizerThis } from "marked";
import type { FootnoteDefinition, FootnoteReference } from "./body-token.ts";

/** The definitions of one body by label. If a label is defined twice, the first definition counts. */
export type Footnotes = Map<string, FootnoteDefinition>;

/** A label, its first line, and the following lines that are blank or indented by four columns. */
const definition =
  /^\[\^([^\]\n]{1,100})\]:[ \t]*([^\n]*(?:\n(?:[ \t]*\n)*(?: {4}|\t)[ \t]*[^ \t\n][^\n]*)*)(?:\n|$)/;

const reference = /^\[\^([^\]\n]{1,100})\]/;

/**
 * GFM footnotes for marked. The published extension keeps state between bodies (a body that fails breaks every
 * later one), writes labels unescaped into attributes, and takes quadratic time. Here the only state is the map of one
 * body.
 */
export function makeFootnoteExtension(
  footnotes: Footnotes,
): NonNullable<MarkedOptions["extensions"]> {
  return {
    renderers: {},
    childTokens: {},
    block: [
      function (this: TokenizerThis, src: string): FootnoteDefinition | undefined {
        return readDefinition(this, src, footnotes);
      },
    ],
    inline: [
      function (this: TokenizerThis, src: string): FootnoteReference | undefined {
        return readReference(this, src, footnotes);
      },
    ],
  };
}

function readDefinition(
  { lexer }: TokenizerThis,
  src: string,
  footnotes: Footnotes,
): FootnoteDefinition | undefined {
  if (!src.startsWith("[^")) return undefined;
  const [raw, label, indented] = definition.exec(src) ?? [];
  if (raw === undefined || label === undefined || indented === undefined) return undefined;
  const content = indented.replace(/\n(?: {4}|\t)/g, "\n");
  const token: FootnoteDefinition = {
    type: "footnote",
    raw,
    label,
    tokens: lexer.blockTokens(content, []),
  };
  if (!footnotes.has(label)) footnotes.set(label, token);
  return token;
}

/** The lexer reads inline text after all blocks, so every definition is known here. A link must not contain a link. */
function readReference(
  { lexer }: TokenizerThis,
  src: string,
  footnotes: Footnotes,
): FootnoteReference | undefined {
  if (!src.startsWith("[^") || lexer.state.inLink) return undefined;
  const [raw, label] = reference.exec(src) ?? [];
  if (raw === undefined || label === undefined || !footnotes.has(label)) return undefined;
  return { type: "footnoteReference", raw, label };
}
