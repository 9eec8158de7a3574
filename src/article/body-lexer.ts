import { Lexer, Tokenizer, type Token, type Tokens, type TokensList } from "marked";

/** Blocks in blocks, and emphasis in emphasis: deeper than any article goes. */
const deepest = 16;

/** Longest run of text that is read for emphasis, links and photos, in UTF-16 units: several printed pages. */
const longestRun = 20_000;

/** Most characters with a meaning in Markdown in one run: a paragraph of 200 links has 800. */
const mostMarks = 1000;

/** Longest stretch without a space: longer than any address. */
const longestWord = 1000;

const mostColumns = 60;
const mostCells = 20_000;

/**
 * Marked's lexer, held to linear time: it backtracks over some inputs in quadratic time (`a…a@`, `[a](b[a](b…)`,
 * nested emphasis) and recurses without bound (`>>>>…`). What goes beyond the limits above stays text as it was typed.
 */
export class BodyLexer extends Lexer {
  #blockDepth = 0;
  #inlineDepth = 0;

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(
    src: string,
    tokens?: TokensList,
    lastParagraphClipped?: boolean,
  ): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean): Token[] {
    if (this.#blockDepth >= deepest) {
      tokens.push({ type: "paragraph", raw: src, text: src, tokens: [asTyped(src)] });
      return tokens;
    }
    this.#blockDepth++;
    const made = super.blockTokens(src, tokens, lastParagraphClipped);
    this.#blockDepth--;
    return made;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.#inlineDepth >= deepest || isTooDense(src)) {
      tokens.push(asTyped(src));
      return tokens;
    }
    this.#inlineDepth++;
    const made = super.inlineTokens(src, tokens);
    this.#inlineDepth--;
    return made;
  }
}

/** Raw HTML is no part of a body, so it is never recognised: its characters are text like any other. */
export class BodyTokenizer extends Tokenizer {
  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }

  override table(src: string): Tokens.Table | undefined {
    return isTableTooLarge(src) ? undefined : super.table(src);
  }
}

function asTyped(text: string): Tokens.Text {
  return { type: "text", raw: text, text };
}

function isTooDense(src: string): boolean {
  if (src.length > longestRun) return true;
  let marks = 0;
  let word = 0;
  for (let at = 0; at < src.length; at++) {
    const char = src.charAt(at);
    word = char <= " " ? 0 : word + 1;
    if ("[]()*_`<>~!\\".includes(char)) marks++;
    if (marks > mostMarks || word > longestWord) return true;
  }
  return false;
}

/** Marked fills short rows up to the width of the header: little text can ask for millions of cells. */
function isTableTooLarge(src: string): boolean {
  const head = /^[^\n]*\|[^\n]*\n[ |:-]+(?:\n|$)/.exec(src)?.[0];
  if (head === undefined) return false;
  const columns = head.slice(0, head.indexOf("\n")).split("|").length;
  const end = src.indexOf("\n\n");
  const rows = src.slice(0, end === -1 ? src.length : end).split("\n").length;
  return columns > mostColumns || columns * rows > mostCells;
}
