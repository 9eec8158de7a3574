import { Lexer } from "marked";
import type { Token, Tokens } from "marked";
import { object, PassageBuilder, plainPassage } from "./passage.ts";
import type { Passage, PassageKind } from "./passage.ts";
import { blocksOf, isTame } from "./tame-markdown.ts";

/** A photo in the body; offsets are of the whole `![…](…)`. */
export type BodyPhoto = {
  readonly photo: string;
  readonly alt: Passage;
  readonly caption: Passage | null;
  readonly start: number;
  readonly end: number;
};

/** The body's table: rows of cells, the header first; an empty cell is null. */
export type BodyTable = readonly (readonly (Passage | null)[])[];

export type ReadBody = {
  /** Prose in reading order: paragraphs, headings, list items, quotes, table cells. */
  readonly passages: readonly Passage[];
  readonly photos: readonly BodyPhoto[];
  /** Photos that share a paragraph of their own, two or more. */
  readonly galleries: readonly (readonly BodyPhoto[])[];
  readonly tables: readonly BodyTable[];
};

/** The body's structure from one run of marked's lexer, with every piece's place in the source. */
export function readBody(body: string): ReadBody {
  return new BodyReader(body).read();
}

/**
 * marked gives each token's raw text and no offset. Block tokens of the top level are contiguous;
 * inside them the pieces come in order, with markup between, so a cursor finds each one.
 */
class BodyReader {
  readonly #source: string;
  /** The top-level block being read, where it begins, and how far into it reading has come. */
  #block = "";
  #base = 0;
  #cursor = 0;
  readonly #passages: Passage[] = [];
  readonly #photos: BodyPhoto[] = [];
  readonly #galleries: BodyPhoto[][] = [];
  readonly #tables: BodyTable[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  read(): ReadBody {
    for (const token of tokensOf(this.#source)) {
      this.#block = token.raw;
      this.#cursor = 0;
      this.#readBlock(token, "paragraph");
      this.#base += token.raw.length;
    }
    return {
      passages: this.#passages,
      photos: this.#photos,
      galleries: this.#galleries,
      tables: this.#tables,
    };
  }

  #readBlock(token: Token, kind: PassageKind): void {
    if (isTable(token)) this.#readTable(token);
    else if (isList(token))
      for (const item of token.items) this.#readBlocks(item.tokens, "list-item");
    else if (token.type === "blockquote") this.#readBlocks(token.tokens ?? [], "quote");
    else if (token.type === "paragraph") this.#readParagraph(token.tokens ?? [], kind);
    else if (token.type === "heading") this.#readProse(token.tokens ?? [], "heading");
    else if (token.type === "text") this.#readProse(token.tokens ?? [token], kind);
    else if (token.type === "html") this.#readProse([token], kind);
  }

  #readBlocks(tokens: readonly Token[], kind: PassageKind): void {
    for (const token of tokens) this.#readBlock(token, kind);
  }

  #readParagraph(tokens: readonly Token[], kind: PassageKind): void {
    const before = this.#photos.length;
    this.#readProse(tokens, kind);
    const photos = this.#photos.slice(before);
    const onlyPhotos = tokens.every(
      (token) => token.type === "image" || token.type === "br" || !token.raw.trim(),
    );
    if (onlyPhotos && photos.length >= 2) this.#galleries.push(photos);
  }

  #readTable(table: Tokens.Table): void {
    const rows = [table.header.map((cell) => this.#readCell(cell))];
    // Past the delimiter row, where a cell of "-" could otherwise be found.
    const headerEnd = this.#block.indexOf("\n", this.#cursor);
    this.#cursor = Math.max(this.#cursor, this.#block.indexOf("\n", headerEnd + 1));
    for (const row of table.rows) rows.push(row.map((cell) => this.#readCell(cell)));
    this.#tables.push(rows);
  }

  #readCell(cell: Tokens.TableCell): Passage | null {
    return this.#readProse(cell.tokens, "cell");
  }

  #readProse(tokens: readonly Token[], kind: PassageKind): Passage | null {
    const builder = new PassageBuilder();
    this.#addInline(tokens, builder);
    const passage = builder.build("body", kind);
    if (passage) this.#passages.push(passage);
    return passage;
  }

  #addInline(tokens: readonly Token[], builder: PassageBuilder): void {
    for (const token of tokens) {
      if (isImage(token)) this.#addPhoto(token, builder);
      else if (token.type === "br") this.#addPiece("\n", "\n", builder);
      else if (token.type === "codespan" || isBareLink(token)) {
        this.#addPiece(token.raw, object, builder);
      } else if ("tokens" in token && token.tokens?.length) this.#addInline(token.tokens, builder);
      else this.#addText("text" in token ? String(token.text) : token.raw, builder);
    }
  }

  /** Text line by line: inside lists and quotes marked took away what stood before each line. */
  #addText(text: string, builder: PassageBuilder): void {
    let rest = text;
    for (;;) {
      const lineEnd = rest.indexOf("\n") + 1;
      const line = lineEnd > 0 ? rest.slice(0, lineEnd) : rest;
      this.#addPiece(line, line, builder);
      if (lineEnd === 0 || lineEnd === rest.length) return;
      rest = rest.slice(lineEnd);
    }
  }

  #addPiece(raw: string, text: string, builder: PassageBuilder): void {
    builder.add(text, this.#take(raw));
  }

  #addPhoto(token: Tokens.Image, builder: PassageBuilder): void {
    const start = this.#take(token.raw);
    const end = start + token.raw.length;
    this.#photos.push({
      photo: token.href.replace(/^photo:/, ""),
      alt: plainPassage("body", "alt", token.text, start + "![".length),
      caption: token.title ? captionOf(token, token.title, start) : null,
      start,
      end,
    });
    builder.add(object, start);
  }

  /** Finds the next piece of the block, goes past it, and tells where it stands in the source. */
  #take(piece: string): number {
    const found = this.#block.indexOf(piece, this.#cursor);
    // What marked rewrote (an escaped pipe in a cell) is taken to stand where reading has come to.
    const at = found < 0 ? this.#cursor : found;
    this.#cursor = Math.min(at + piece.length, this.#block.length);
    return this.#base + at;
  }
}

/** The body's blocks by marked, or, where marked would not be done in time, as plain text. */
function tokensOf(source: string): Token[] {
  if (isTame(source)) return Lexer.lex(source);
  return blocksOf(source).map((raw) => ({ type: "text", raw, text: raw }));
}

function captionOf(image: Tokens.Image, caption: string, start: number): Passage {
  // A caption with escaped quotes is not found as it reads; then it stands for its photo.
  const offset = Math.max(0, image.raw.lastIndexOf(caption));
  return plainPassage("body", "caption", caption, start + offset);
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === "table";
}

function isList(token: Token): token is Tokens.List {
  return token.type === "list";
}

function isImage(token: Token): token is Tokens.Image {
  return token.type === "image";
}

/** An address written out: not prose. */
function isBareLink(token: Token): boolean {
  return token.type === "link" && "text" in token && /^\S+[./:]\S+$/.test(String(token.text));
}
