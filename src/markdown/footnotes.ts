import type { MarkedOptions, TokenizerThis } from "marked";
import type { FootnoteDefinition, FootnoteReference } from "./body-token.ts";

/** Definitions of one body by their labels; the first of a label counts. */
export type Footnotes = Map<string, FootnoteDefinition>;

/** The label, the first line, and the lines after it that are indented by four columns, blank ones between them. */
const definition =
  /^\[\^([^\]\n]{1,100})\]:[ \t]*([^\n]*(?:\n(?:[ \t]*\n)*(?: {4}|\t)[ \t]*[^ \t\n][^\n]*)*)(?:\n|$)/;

const reference = /^\[\^([^\]\n]{1,100})\]/;

/**
 * GFM footnotes for marked. Written here because the published extension keeps its state between bodies (one body
 * that fails to parse breaks every later one), puts labels unescaped into attributes, and takes quadratic time.
 * All state is the map, which belongs to one body.
 */
export function footnoteExtension(footnotes: Footnotes): NonNullable<MarkedOptions["extensions"]> {
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

/** Inline text is read after all blocks, so every definition is known by then. A link may hold no other link. */
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
