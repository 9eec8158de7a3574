import { Lexer, Tokenizer, type Token, type Tokens, type TokensList } from "marked";

/** Blocks in blocks, and emphasis in emphasis: deeper than any article goes. */
const deepest = 16;

/** Longest run of text that is read for emphasis, links and photos, in UTF-16 units: several printed pages. */
const longestRun = 20_000;

/** Most characters with a meaning in Markdown in one run: a paragraph of 200 links has 800. */
const mostMarks = 1000;

/** Longest stretch without a space: longer than any address. */
const longestWord = 1000;

/** Lines without an empty one between them. */
const mostLines = 1000;

const mostColumns = 60;

/** In all tables of a body: marked fills short rows up to the width of the header, so little text can ask for millions. */
const mostCells = 10_000;

/**
 * Marked's lexer, held to linear time: on its own it takes quadratic time over some inputs (`a…a@`, `[a](b[a](b…)`,
 * nested emphasis, thousands of lines in one block) and recurses without bound (`>>>>…`). What goes beyond the limits
 * above stays text as it was typed.
 */
export class BodyLexer extends Lexer {
  #blockDepth = 0;
  #inlineDepth = 0;

  override lex(src: string): TokensList {
    return super.lex(withPauses(src));
  }

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

  /** An override, so that the lexer does not join paragraphs, which it does in quadratic time. */
  override paragraph(src: string): Tokens.Paragraph | undefined {
    return super.paragraph(src);
  }

  #cells = 0;

  override table(src: string): Tokens.Table | undefined {
    const head = endOfLine(src, 0);
    const delimiters = src.slice(head + 1, endOfLine(src, head + 1));
    const columns = delimiters.split("|").length;
    if (columns > mostColumns || !/^[ |:-]*[|:][ |:-]*$/.test(delimiters)) return undefined;
    const rows = Math.floor((mostCells - this.#cells) / columns);
    if (rows < 1) return undefined;
    const table = super.table(firstLines(src, Math.min(rows, mostLines)));
    if (table !== undefined) this.#cells += table.header.length * (table.rows.length + 1);
    return table;
  }
}

/** An empty line after every so many lines that have none between them. */
function withPauses(src: string): string {
  const lines = src.split("\n");
  if (lines.length <= mostLines) return src;
  let run = 0;
  return lines
    .map((line) => {
      run = line.trim() === "" ? 0 : run + 1;
      return run % mostLines === mostLines - 1 ? `${line}\n` : line;
    })
    .join("\n");
}

function firstLines(src: string, count: number): string {
  let end = -1;
  for (let line = 0; line < count && end < src.length; line++) end = endOfLine(src, end + 1);
  return src.slice(0, end);
}

function endOfLine(src: string, from: number): number {
  const end = src.indexOf("\n", from);
  return end === -1 ? src.length : end;
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
