import { Lexer, Tokenizer, type Token, type Tokens, type TokensList } from "marked";
import { PlacedTextBuilder, type PlacedText } from "./placed-text.ts";

/** Depth of blocks in blocks, and of emphasis in emphasis. No article needs more. */
const maxDepth = 16;

/** Length of a text that is read for emphasis, links and photos, in UTF-16 units: several printed pages. */
const maxInlineLength = 20_000;

/** The most characters that mean something in Markdown in one such text. A paragraph with 200 links has 800. */
const maxMarks = 1000;

/** Length of a word. It is longer than any address. */
const maxWordLength = 1000;

/** Lines without an empty line between them. */
const maxLines = 1000;

const maxColumns = 60;

/** Cells in all tables of a body. Marked fills short rows up to the header's width, so a short text can make millions. */
const maxCells = 10_000;

/**
 * Marked's lexer in linear time. Marked alone needs quadratic time for some inputs (`a…a@`, `[a](b[a](b…)`, nested
 * emphasis, thousands of lines in one block) and recurses without a limit (`>>>>…`). Text beyond the limits above is
 * shown as it was typed.
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
    if (this.#blockDepth >= maxDepth) {
      tokens.push({ type: "paragraph", raw: src, text: src, tokens: [makeUnreadText(src)] });
      return tokens;
    }
    this.#blockDepth++;
    const made = super.blockTokens(src, tokens, lastParagraphClipped);
    this.#blockDepth--;
    return made;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.#inlineDepth >= maxDepth || isTooDense(src)) {
      tokens.push(makeUnreadText(src));
      return tokens;
    }
    this.#inlineDepth++;
    const made = super.inlineTokens(src, tokens);
    this.#inlineDepth--;
    return made;
  }
}

/**
 * Raw HTML is plain text in a body, and so is a single `~` ("5~7 triệu"). Only `~~` strikes text out. Nothing is read
 * inside a comment, a script or a style: what stands there is no photo and no link.
 */
export class BodyTokenizer extends Tokenizer {
  override html(src: string): Tokens.HTML | undefined {
    const found = findUnreadHtml(src);
    // On one line it is read with the paragraph that it stands in.
    if (found === null || !found.includes("\n")) return undefined;
    const raw = src.slice(0, endOfLine(src, found.length));
    const paragraph = { type: "paragraph", raw, text: raw, tokens: [makeUnreadText(raw)] };
    // Marked's types allow only HTML here and below. Its lexer takes any token.
    return paragraph as Tokens.Generic as Tokens.HTML;
  }

  override tag(src: string): Tokens.Tag | undefined {
    const raw = findUnreadHtml(src);
    return raw === null ? undefined : (makeUnreadText(raw) as Tokens.Generic as Tokens.Tag);
  }

  override del(src: string, maskedSrc: string, prevChar: string): Tokens.Del | undefined {
    return src.startsWith("~~") ? super.del(src, maskedSrc, prevChar) : undefined;
  }

  /** Overridden because the lexer then does not join paragraphs, which takes quadratic time. */
  override paragraph(src: string): Tokens.Paragraph | undefined {
    return super.paragraph(src);
  }

  #cells = 0;

  override table(src: string): Tokens.Table | undefined {
    const head = endOfLine(src, 0);
    const delimiters = src.slice(head + 1, endOfLine(src, head + 1));
    const columns = delimiters.split("|").length;
    if (columns > maxColumns || !/^[ |:-]*[|:][ |:-]*$/.test(delimiters)) return undefined;
    const rows = Math.floor((maxCells - this.#cells) / columns);
    if (rows < 1) return undefined;
    const table = super.table(takeFirstLines(src, Math.min(rows, maxLines)));
    if (table !== undefined) this.#cells += table.header.length * (table.rows.length + 1);
    return table;
  }
}

/** The text for the lexer: with LF as line end, and an empty line wherever too many lines follow one another. */
export function prepareSource(markdown: string): PlacedText {
  const builder = new PlacedTextBuilder();
  let linesInBlock = 0;
  let at = 0;
  for (const { 0: end, index } of markdown.matchAll(/\r\n?|\n/g)) {
    const line = markdown.slice(at, index);
    builder.addReplacement(line, at, index);
    builder.addReplacement("\n", index, index + end.length);
    linesInBlock = line.trim() === "" ? 0 : linesInBlock + 1;
    at = index + end.length;
    if (linesInBlock % maxLines === maxLines - 1) builder.addReplacement("\n", at, at);
  }
  builder.addReplacement(markdown.slice(at), at, markdown.length);
  return builder.build();
}

function takeFirstLines(src: string, count: number): string {
  let end = -1;
  for (let line = 0; line < count && end < src.length; line++) end = endOfLine(src, end + 1);
  return src.slice(0, end);
}

function endOfLine(src: string, from: number): number {
  const end = src.indexOf("\n", from);
  return end === -1 ? src.length : end;
}

/** Length of a comment, script or style. The end of a longer one is not looked for, so that reading stays linear. */
const maxUnreadHtml = 5000;

/** The comment, script or style with which a text begins, up to its end; null if there is none. */
function findUnreadHtml(src: string): string | null {
  const [, name] = /^<(!--|script\b|style\b)/i.exec(src) ?? [];
  if (name === undefined) return null;
  const end = name === "!--" ? /-->/ : new RegExp(`</${name}\\s*>`, "i");
  const found = end.exec(src.slice(0, maxUnreadHtml));
  return found === null ? null : src.slice(0, found.index + found[0].length);
}

function makeUnreadText(text: string): Tokens.Text {
  return { type: "text", raw: text, text };
}

function isTooDense(src: string): boolean {
  if (src.length > maxInlineLength) return true;
  let marks = 0;
  let word = 0;
  for (let at = 0; at < src.length; at++) {
    const char = src.charAt(at);
    word = char <= " " ? 0 : word + 1;
    if ("[]()*_`<>~!\\".includes(char)) marks++;
    if (marks > maxMarks || word > maxWordLength) return true;
  }
  return false;
}
