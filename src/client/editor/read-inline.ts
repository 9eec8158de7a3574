import type { Mark, Node } from "prosemirror-model";
import { bodyTokens, childTokens, type BodyToken } from "../../markdown/body-token.ts";
import { decodeCharacterReferences } from "../../markdown/character-references.ts";
import type { Piece } from "./piece.ts";
import { schema } from "./schema.ts";
import type { SourceCursor } from "../../markdown/source-cursor.ts";

export type InlineContent = { nodes: Node[]; pieces: Piece[] };

const { hardBreak, footnoteReference } = schema.nodes;
const { link, strong, emphasis, deleted, code } = schema.marks;

/**
 * Reads the content of a paragraph, heading or cell. Pieces count from its start. Null if the editor cannot show it
 * all.
 */
export function readInline(tokens: BodyToken[], cursor: SourceCursor): InlineContent | null {
  const reader = new InlineReader(cursor);
  return reader.read(tokens, []) ? reader.content : null;
}

class InlineReader {
  readonly content: InlineContent = { nodes: [], pieces: [] };
  readonly #cursor: SourceCursor;
  #size = 0;

  constructor(cursor: SourceCursor) {
    this.#cursor = cursor;
  }

  read(tokens: BodyToken[], marks: readonly Mark[]): boolean {
    return tokens.every((token) => this.#readToken(token, marks));
  }

  #readToken(token: BodyToken, marks: readonly Mark[]): boolean {
    switch (token.type) {
      case "text":
        if (childTokens(token).length > 0) return this.read(childTokens(token), marks);
        return this.#addLines(token.text, marks);
      case "escape":
        return this.#addEscaped(token.raw, token.text, marks);
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
        return this.#addCode(token.raw, token.text, marks);
      case "br":
        return this.#addNode(hardBreak.create(), token.raw);
      case "footnoteReference":
        return this.#addNode(
          footnoteReference.create({ label: token.label }, null, marks),
          token.raw,
        );
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
    const children = "tokens" in token ? bodyTokens(token.tokens) : [];
    if (children.length === 0) return false;
    if (marks.some(({ type }) => type === mark.type)) return false;
    const start = this.#cursor.find(token.raw);
    if (!this.read(children, mark.addToSet(marks))) return false;
    if (start !== null) this.#cursor.at = start + token.raw.length;
    return true;
  }

  /** A line end in the source becomes a space in the text. */
  #addLines(text: string, marks: readonly Mark[]): boolean {
    text.split(/([ \t]*\n[ \t]*)/).forEach((part, place) => {
      if (place % 2 === 0) this.#addLine(part, marks);
      else this.#add(" ", marks, this.#cursor.at, this.#cursor.at);
    });
    return true;
  }

  #addLine(line: string, marks: readonly Mark[]): void {
    const found = this.#cursor.take(line);
    if (found === null) {
      // In a cell `\|` has become `|`.
      const start = this.#cursor.take(line.replaceAll("|", "\\|")) ?? this.#cursor.at;
      this.#add(decodeCharacterReferences(line), marks, start, this.#cursor.at);
      return;
    }
    let from = found;
    for (const part of line.split(/(&#?\w+;)/)) {
      this.#add(decodeCharacterReferences(part), marks, from, from + part.length);
      from += part.length;
    }
  }

  #addEscaped(raw: string, text: string, marks: readonly Mark[]): boolean {
    const start = this.#cursor.take(raw) ?? this.#cursor.at;
    const skipped = raw.length - text.length;
    this.#add(text, marks, Math.min(start + skipped, this.#cursor.at), this.#cursor.at);
    return true;
  }

  #addCode(raw: string, text: string, marks: readonly Mark[]): boolean {
    if (text === "" || text.includes("\n")) return false;
    const start = this.#cursor.take(raw) ?? this.#cursor.at;
    const from = start + Math.max(0, raw.indexOf(text));
    this.#add(text, code.create().addToSet(marks), from, from + text.length);
    return true;
  }

  #addNode(node: Node, raw: string): boolean {
    const from = this.#cursor.take(raw) ?? this.#cursor.at;
    this.content.nodes.push(node);
    this.#addPiece(node.nodeSize, from, this.#cursor.at);
    return true;
  }

  #add(text: string, marks: readonly Mark[], from: number, to: number): void {
    if (text === "") return;
    this.content.nodes.push(schema.text(text, marks));
    this.#addPiece(text.length, from, to);
  }

  #addPiece(length: number, from: number, to: number): void {
    this.content.pieces.push({ at: this.#size, length, from, to });
    this.#size += length;
  }
}
