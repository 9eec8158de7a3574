import type { Mark, Node } from "prosemirror-model";
import { readBodyTokens, listChildTokens, type BodyToken } from "../../markdown/body-token.ts";
import { readLeafText, decodeReferences } from "../../markdown/body-text.ts";
import { decodeCharacterReferences } from "../../markdown/character-references.ts";
import { slicePlaced, findSourceRange, type PlacedText } from "../../markdown/placed-text.ts";
import type { Piece } from "./piece.ts";
import { schema } from "./schema.ts";
import { findLineBreaks } from "./text-lines.ts";

export type InlineContent = { nodes: Node[]; pieces: Piece[] };

const { hardBreak, footnoteReference } = schema.nodes;
const { link, strong, emphasis, deleted, code } = schema.marks;

/**
 * Reads the content of a paragraph, heading or cell. Pieces count from its start, and in the Markdown from `blockStart`. Null if
 * the editor cannot show all of it.
 */
export function readInline(tokens: BodyToken[], blockStart: number): InlineContent | null {
  const reader = new InlineReader(blockStart);
  return reader.read(tokens, []) ? reader.content : null;
}

class InlineReader {
  readonly content: InlineContent = { nodes: [], pieces: [] };
  readonly #blockStart: number;
  #size = 0;

  constructor(blockStart: number) {
    this.#blockStart = blockStart;
  }

  read(tokens: BodyToken[], marks: readonly Mark[]): boolean {
    return tokens.every((token) => this.#readToken(token, marks));
  }

  #readToken(token: BodyToken, marks: readonly Mark[]): boolean {
    switch (token.type) {
      case "text":
        if (listChildTokens(token).length > 0) return this.read(listChildTokens(token), marks);
        return this.#addLines({ text: token.raw, pieces: token.pieces }, marks);
      case "escape":
        return this.#addPlaced(readLeafText(token), marks);
      case "strong":
        return this.#addMarked(token, strong.create(), marks);
      case "em":
        return this.#addMarked(token, emphasis.create(), marks);
      case "del":
        return this.#addMarked(token, deleted.create(), marks);
      case "link": {
        const title = decodeCharacterReferences(token.title ?? "");
        return this.#addMarked(token, link.create({ href: token.href, title }), marks);
      }
      case "codespan":
        return this.#addPlaced(readLeafText(token), code.create().addToSet(marks));
      case "br":
        return this.#addNode(hardBreak.create(), token);
      case "footnoteReference":
        return this.#addNode(footnoteReference.create({ label: token.label }, null, marks), token);
      case "html":
      case "blockquote":
      case "checkbox":
      case "code":
      case "def":
      case "footnote":
      case "heading":
      case "hr":
      case "image":
      case "list":
      case "list_item":
      case "paragraph":
      case "space":
      case "table":
        return false;
    }
  }

  /** Refuses a mark within the same mark and a mark around nothing, because the document would lose them. */
  #addMarked(token: BodyToken, mark: Mark, marks: readonly Mark[]): boolean {
    const children = "tokens" in token ? readBodyTokens(token.tokens) : [];
    if (children.length === 0) return false;
    if (marks.some(({ type }) => type === mark.type)) return false;
    return this.read(children, mark.addToSet(marks));
  }

  /** A line end in the source becomes a space in the text. */
  #addLines(source: PlacedText, marks: readonly Mark[]): boolean {
    let done = 0;
    const addLine = (end: number): boolean =>
      this.#addPlaced(decodeReferences(slicePlaced(source, done, end)), marks);
    for (const { start: place, end } of findLineBreaks(source.text)) {
      addLine(place);
      const { start } = findSourceRange(source.pieces, place, place);
      this.#add(" ", marks, start, start);
      done = end;
    }
    return addLine(source.text.length);
  }

  #addPlaced(placed: PlacedText | null, marks: readonly Mark[]): boolean {
    if (placed === null) return false;
    for (const { at, length, from, to } of placed.pieces) {
      this.#add(placed.text.slice(at, at + length), marks, from, to);
    }
    return true;
  }

  #addNode(node: Node, token: BodyToken): boolean {
    const { start, end } = findSourceRange(token.pieces, 0, token.raw.length);
    this.content.nodes.push(node);
    this.#addPiece(node.nodeSize, start, end);
    return true;
  }

  #add(text: string, marks: readonly Mark[], from: number, to: number): void {
    if (text === "") return;
    this.content.nodes.push(schema.text(text, marks));
    this.#addPiece(text.length, from, to);
  }

  #addPiece(length: number, from: number, to: number): void {
    const start = this.#blockStart;
    this.content.pieces.push({ at: this.#size, length, from: from - start, to: to - start });
    this.#size += length;
  }
}
