import { Fragment } from "prosemirror-model";
import type { Attrs, Node, NodeType } from "prosemirror-model";
import type { Tokens } from "marked";
import { isPlayable } from "../../addresses/recording.ts";
import {
  listImages,
  readInlineText,
  readLeafText,
  readPhotoReference,
} from "../../markdown/body-text.ts";
import { readBodyTokens, listChildTokens, type BodyToken } from "../../markdown/body-token.ts";
import { readLinkParagraph } from "../../markdown/link-paragraph.ts";
import { findSourceRange } from "../../markdown/placed-text.ts";
import type { Piece } from "./piece.ts";
import { readInline } from "./read-inline.ts";
import { schema } from "./schema.ts";

/** A block of the document, and the places of its text in its Markdown, in order. */
export type ReadBlock = { node: Node; pieces: Piece[] };

const { nodes } = schema;

/** Reads one top-level token as a block. Returns null if the editor cannot show all of it; then use `readSource`. */
export function readBlock(token: BodyToken): ReadBlock | null {
  return new BlockReader(findSourceRange(token.pieces, 0, 0).start).read(token);
}

/** Creates a block that shows its own Markdown. */
export function readSource(text: string): ReadBlock {
  const node = nodes.source.create(null, text === "" ? null : schema.text(text));
  return { node, pieces: [{ at: 1, length: text.length, from: 0, to: text.length }] };
}

class BlockReader {
  /** Where the block begins in the source. */
  readonly #start: number;
  /** Pieces of each text block, from the start of its content, and of each photo, from the position right before it. */
  readonly #pieces = new Map<Node, Piece[]>();

  constructor(start: number) {
    this.#start = start;
  }

  read(token: BodyToken): ReadBlock | null {
    const node = this.#readTop(token);
    if (node === null) return null;
    const pieces: Piece[] = [];
    const collect = (inner: Node, position: number): void => {
      const start = position + (inner.isTextblock ? 1 : 0);
      for (const piece of this.#pieces.get(inner) ?? []) {
        pieces.push({ ...piece, at: piece.at + start });
      }
    };
    collect(node, 0);
    node.descendants((inner, position) => collect(inner, position + 1));
    return { node, pieces };
  }

  #readTop(token: BodyToken): Node | null {
    if (token.type === "paragraph") {
      return this.#readPhotos(token) ?? this.#readVideo(token) ?? this.#readNested(token);
    }
    if (token.type === "table") return this.#readTable(token);
    if (token.type === "hr") return nodes.horizontalRule.create() ?? null;
    if (token.type !== "footnote") return this.#readNested(token);
    const [only, another] = readBodyTokens(token.tokens);
    if (only?.type !== "paragraph" || another !== undefined) return null;
    return this.#textBlock(nodes.footnote, { label: token.label }, readBodyTokens(only.tokens));
  }

  #readNested(token: BodyToken): Node | null {
    if (token.type === "paragraph" || token.type === "text") {
      return this.#textBlock(nodes.paragraph, null, listInlineTokens(token));
    }
    if (token.type === "heading") {
      return this.#textBlock(nodes.heading, { level: token.depth }, readBodyTokens(token.tokens));
    }
    if (token.type === "list") return this.#readList(token);
    return token.type === "blockquote" ? this.#readQuotation(readBodyTokens(token.tokens)) : null;
  }

  #readList(list: Tokens.List): Node | null {
    if (list.items.some(({ task }) => task)) return null;
    const texts = list.items.flatMap(({ tokens }) => readBodyTokens(tokens));
    const tight = !texts.some(({ type }) => type === "paragraph");
    if (!tight && texts.some(({ type }) => type === "text")) return null;
    const items = list.items.map(({ tokens }) => this.#readItem(readBodyTokens(tokens)));
    const made = items.filter((item) => item !== null);
    if (made.length < items.length) return null;
    if (!list.ordered) return build(nodes.bulletList, { tight }, made);
    return build(nodes.orderedList, { tight, start: Number(list.start) }, made);
  }

  #readItem(tokens: BodyToken[]): Node | null {
    const blocks = this.#readAll(tokens);
    if (blocks === null) return null;
    const empty = blocks[0]?.type === nodes.paragraph ? [] : [nodes.paragraph.create()];
    return build(nodes.listItem, null, [...empty, ...blocks]);
  }

  #readQuotation(tokens: BodyToken[]): Node | null {
    const blocks = this.#readAll(tokens);
    return blocks === null ? null : build(nodes.blockquote, null, blocks);
  }

  #readAll(tokens: BodyToken[]): Node[] | null {
    const shown = tokens.filter((token) => token.type !== "space");
    const read = shown.map((token) => this.#readNested(token));
    const made = read.filter((node) => node !== null);
    return made.length < read.length ? null : made;
  }

  #readTable(table: Tokens.Table): Node | null {
    const { tableHeader, tableCell, tableRow } = nodes;
    const head = this.#readRow(tableRow, tableHeader, table.header);
    const rows = [head, ...table.rows.map((row) => this.#readRow(tableRow, tableCell, row))];
    const made = rows.filter((row) => row !== null);
    return made.length < rows.length ? null : build(nodes.table, null, made);
  }

  #readRow(rowType: NodeType, cellType: NodeType, row: Tokens.TableCell[]): Node | null {
    const cells = row.map(({ align, tokens }) =>
      this.#textBlock(cellType, { align }, readBodyTokens(tokens)),
    );
    const made = cells.filter((cell) => cell !== null);
    return made.length < cells.length ? null : build(rowType, null, made);
  }

  /** As on the site, a paragraph of one photo is a figure and a paragraph of several is a gallery. Null for any other. */
  #readPhotos(paragraph: Tokens.Paragraph): Node | null {
    const tokens = readBodyTokens(paragraph.tokens);
    const others = tokens.filter(({ type, raw }) => type !== "image" && raw.trim() !== "");
    const images = tokens.filter((token) => token.type === "image");
    if (images.length === 0 || others.some(({ type }) => type !== "br")) return null;
    if (images.some(({ href }) => !/^photo:\S+$/.test(href))) return null;
    const photos = listImages(tokens).map((image) => this.#readPhoto(image));
    const made = photos.filter((photo) => photo !== null);
    return made.length > 1 ? build(nodes.gallery, null, made) : (made[0] ?? null);
  }

  #readPhoto(image: ReturnType<typeof listImages>[number]): Node | null {
    const { ref, alt, caption } = readPhotoReference(image);
    const { start, end } = findSourceRange(image.pieces, 0, image.raw.length);
    const photo = nodes.photo.create({ id: ref, alt, caption: caption ?? "" });
    const [from, to] = [start - this.#start, end - this.#start];
    this.#pieces.set(photo, [{ at: 0, length: photo.nodeSize, from, to }]);
    return photo;
  }

  /** As on the site, a paragraph of nothing but the link of a video is a card. Null for any other, and for a formatted title. */
  #readVideo(paragraph: Tokens.Paragraph & BodyToken): Node | null {
    const found = readLinkParagraph(paragraph);
    if (found === null || !isPlayable(found.link.href)) return null;
    const { link, image, words } = found;
    const poster = image === null ? null : readPhotoReference(image);
    if (image !== null && !/^photo:\S+$/.test(image.href)) return null;
    if ((link.title ?? "") !== "" || (poster?.caption ?? null) !== null) return null;
    if (words.some((word) => readLeafText(word) === null || word.type === "codespan")) return null;
    const video = nodes.video.create({
      href: link.href,
      title: readInlineText(words, () => "")
        .replace(/\s+/g, " ")
        .trim(),
      photo: poster?.ref ?? "",
      alt: poster?.alt ?? "",
    });
    const { start, end } = findSourceRange(paragraph.pieces, 0, paragraph.raw.trimEnd().length);
    const [from, to] = [start - this.#start, end - this.#start];
    this.#pieces.set(video, [{ at: 0, length: video.nodeSize, from, to }]);
    return video;
  }

  #textBlock(type: NodeType, attributes: Attrs | null, tokens: BodyToken[]): Node | null {
    const content = readInline(tokens, this.#start);
    const node = content === null ? null : build(type, attributes, content.nodes);
    if (node !== null && content !== null) this.#pieces.set(node, content.pieces);
    return node;
  }
}

/** Returns null if the schema does not allow the node. */
function build(type: NodeType, attributes: Attrs | null, content: readonly Node[]): Node | null {
  const fragment = Fragment.from(content);
  return type.validContent(fragment) ? type.create(attributes, fragment) : null;
}

function listInlineTokens(token: BodyToken): BodyToken[] {
  const children = listChildTokens(token);
  return children.length > 0 ? children : [token];
}
