import type { Tokens } from "marked";
import { listChildTokens, type BodyToken } from "./body-token.ts";
import { PlacedTextBuilder, slicePlaced, findSourceRange, type PlacedText } from "./placed-text.ts";

/**
 * Gives each token the place of its `raw` in the source. Marked tells what a token was read from, but not where that
 * stands: in lists, quotations and footnotes it has taken the beginning of each line away, in labels and cells some
 * backslashes. The ends of lines it leaves alone, so lines are aligned by their ends.
 */
export function placeTokens(tokens: BodyToken[], source: PlacedText): void {
  let at = 0;
  for (const token of tokens) {
    place(token, slicePlaced(source, at, at + token.raw.length));
    at += token.raw.length;
  }
}

function place(token: BodyToken, raw: PlacedText): void {
  token.pieces = raw.pieces;
  const placed = { text: token.raw, pieces: raw.pieces };
  if (token.type === "list") placeItems(token, placed);
  else if (token.type === "table") placeCells(token, placed);
  else if (holdsBlocks(token)) placeBlocks(listChildTokens(token), placed);
  else placeTokens(listChildTokens(token), findContent(token, placed));
}

function holdsBlocks({ type }: BodyToken): boolean {
  return type === "blockquote" || type === "list_item" || type === "footnote";
}

function placeItems(list: Tokens.List, raw: PlacedText): void {
  let at = 0;
  for (const item of listChildTokens(list as BodyToken)) {
    place(item, slicePlaced(raw, at, at + item.raw.length));
    at += item.raw.length;
  }
}

/** Blocks in a block: each begins on a line of its own. */
function placeBlocks(blocks: BodyToken[], parent: PlacedText): void {
  const lines = new LineAligner(parent);
  for (const block of blocks) {
    if (block.type === "checkbox") block.pieces = [];
    else place(block, lines.takeBlock(block.raw));
  }
}

/** The text of a code block. */
export function placeCode(code: Extract<BodyToken, { type: "code" }>): PlacedText {
  const lines = new LineAligner({ text: code.raw, pieces: code.pieces });
  if (code.codeBlockStyle !== "indented") lines.takeBlock("\n");
  return lines.takeBlock(code.text);
}

/** What the inline tokens of a token were read from. */
function findContent(token: BodyToken, raw: PlacedText): PlacedText {
  const { type } = token;
  if (type === "heading") {
    const marks = /^ {0,3}#{1,6}(?=\s)/.exec(token.raw)?.[0].length ?? 0;
    const start = Math.max(0, token.raw.indexOf(token.text, marks));
    return slicePlaced(raw, start, start + token.text.length);
  }
  if (type === "paragraph" || type === "text") {
    if (token.raw.startsWith(token.text)) return slicePlaced(raw, 0, token.text.length);
    return new LineAligner(raw, { addsBlankLines: true }).takeBlock(token.text);
  }
  if (type === "strong" || type === "em" || type === "del") {
    const start = (token.raw.length - token.text.length) / 2;
    return slicePlaced(raw, start, start + token.text.length);
  }
  if (type === "link" || type === "image") return findLabel(token, raw).label;
  return { text: "", pieces: [] };
}

/** The label of a link or an image, and where it ends in `raw`: at its `]` or `>`. */
export function findLabel(
  { raw: text, text: label }: Pick<Tokens.Link, "raw" | "text">,
  raw: PlacedText,
): { label: PlacedText; end: number } {
  const start = text.startsWith("![") ? 2 : text.startsWith("[") || text.startsWith("<") ? 1 : 0;
  return removeBackslashes(label, raw, start);
}

/** A text that was read from `source`, from `start` on, with some backslashes left out. */
function removeBackslashes(
  text: string,
  source: PlacedText,
  start: number,
): { label: PlacedText; end: number } {
  const builder = new PlacedTextBuilder();
  let done = start;
  let end = start;
  for (let at = 0; at < text.length; at++, end++) {
    if (source.text[end] === text[at] || source.text[end] !== "\\") continue;
    builder.add(slicePlaced(source, done, end));
    done = ++end;
  }
  builder.add(slicePlaced(source, done, end));
  return { label: builder.build(), end };
}

function placeCells(table: Tokens.Table, raw: PlacedText): void {
  const lines = raw.text.split("\n");
  let start = 0;
  lines.forEach((line, number) => {
    const row = number === 0 ? table.header : number === 1 ? [] : (table.rows[number - 2] ?? []);
    const starts = findCellStarts(line);
    row.forEach((cell, column) => {
      const at = starts[column];
      const content =
        at === undefined
          ? { text: "", pieces: [] }
          : removeBackslashes(cell.text, raw, start + at).label;
      placeTokens(cell.tokens as BodyToken[], content);
    });
    start += line.length + 1;
  });
}

/** Where the text of each cell begins in its row. As in GFM, the first and the last cell are dropped if blank. */
function findCellStarts(line: string): number[] {
  const cells: { start: number; text: string }[] = [];
  let start = 0;
  let isEscaped = false;
  for (let at = 0; at <= line.length; at++) {
    if (at === line.length || (line[at] === "|" && !isEscaped)) {
      cells.push({ start, text: line.slice(start, at) });
      start = at + 1;
    }
    isEscaped = line[at] === "\\" && !isEscaped;
  }
  if (cells[0]?.text.trim() === "") cells.shift();
  if (cells.at(-1)?.text.trim() === "") cells.pop();
  return cells.map((cell) => cell.start + cell.text.length - cell.text.trimStart().length);
}

/** Finds lines whose beginnings were taken away or rewritten, one after the other. */
class LineAligner {
  readonly #source: PlacedText;
  readonly #addsBlankLines: boolean;
  /** Where the next line begins in the source. */
  #at = 0;
  /** Where the last line taken ends, if its line end was not taken. */
  #open: number | null = null;

  /** `addsBlankLines` if the source has no blank line: marked adds some where indented lines continue a paragraph. */
  constructor(source: PlacedText, { addsBlankLines = false } = {}) {
    this.#source = source;
    this.#addsBlankLines = addsBlankLines;
  }

  takeBlock(text: string): PlacedText {
    const builder = new PlacedTextBuilder();
    const lines = text.split("\n");
    lines.forEach((line, number) => {
      const isLast = number === lines.length - 1;
      if (isLast && line === "" && lines.length > 1) return;
      this.#takeLine(line, !isLast, builder);
    });
    return builder.build();
  }

  #takeLine(line: string, hasEnd: boolean, builder: PlacedTextBuilder): void {
    if (this.#open !== null && line.trim() === "" && hasEnd && builder.length === 0) {
      builder.add(slicePlaced(this.#source, this.#open, this.#open + line.length + 1));
      this.#open = null;
      return;
    }
    if (this.#addsBlankLines && line.trim() === "") {
      const { start } = findSourceRange(this.#source.pieces, this.#at, this.#at);
      builder.addReplacement(hasEnd ? `${line}\n` : line, start, start);
      return;
    }
    const { text } = this.#source;
    const found = text.indexOf("\n", this.#at);
    const lineEnd = found === -1 ? text.length : found;
    let end = lineEnd;
    // Marked cuts space off the end of a list.
    while (
      end > this.#at &&
      /[ \t]/.test(text.charAt(end - 1)) &&
      !line.endsWith(text.charAt(end - 1))
    )
      end--;
    let same = 0;
    const most = Math.min(line.length, end - this.#at);
    while (same < most && line[line.length - 1 - same] === text[end - 1 - same]) same++;
    const { start } = findSourceRange(this.#source.pieces, end - same, end - same);
    builder.addReplacement(line.slice(0, line.length - same), start, start);
    builder.add(slicePlaced(this.#source, end - same, end));
    if (hasEnd) builder.add(slicePlaced(this.#source, lineEnd, lineEnd + 1));
    this.#open = hasEnd ? null : end;
    this.#at = Math.min(lineEnd + 1, text.length);
  }
}
