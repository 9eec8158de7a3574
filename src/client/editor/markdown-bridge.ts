import type { Node } from "prosemirror-model";
import { listChildTokens, type BodyToken } from "../../markdown/body-token.ts";
import { lexBody } from "../../markdown/markdown.ts";
import type { BodyMarkdown, MappedBlock } from "./body-map.ts";
import type { Piece } from "./piece.ts";
import { readBlock, readSource, type ReadBlock } from "./read-block.ts";
import type { Definitions } from "../../markdown/markdown.ts";
import { schema } from "./schema.ts";
import { removeLastBreaks } from "./text-lines.ts";
import { VerifiedWriter } from "./verified-writer.ts";
import type { Marker } from "./write-block.ts";

/** The Markdown of a block. `next` is the block that followed it in the source, and the text between the two. */
type Written = {
  text: string;
  pieces: readonly Piece[];
  next: { node: Node; gap: string } | null;
  needsDefinitions: boolean;
};

/**
 * Translates between Markdown and the document. ProseMirror never changes a block but replaces it. So a block that
 * nobody edited is still the same object, and is written byte for byte as it was read.
 */
export class MarkdownBridge {
  #written = new WeakMap<Node, Written>();
  readonly #writer = new VerifiedWriter();
  #definitionsRead = "";
  #lead: { node: Node; text: string } | null = null;
  /** The line ends after the last block. */
  #tail = "";

  read(markdown: string): Node {
    const source = markdown.replace(/\r\n?/g, "\n");
    const { tokens, footnotes } = lexBody(source);
    this.#writer.footnotes = footnotes;
    this.#writer.definitions = readDefinitions(tokens);
    this.#written = new WeakMap();
    this.#lead = null;
    this.#tail = "";
    // The lexer adds empty lines to a source that exceeds its limits.
    const isWhole = tokens.map(({ raw }) => raw).join("") === source;
    const blocks = isWhole ? this.#readAll(tokens) : [readSource(source).node];
    const doc = schema.nodes.doc.create(
      null,
      blocks.length > 0 ? blocks : schema.nodes.paragraph.create(),
    );
    this.#definitionsRead = writeDefinition(doc);
    return doc;
  }

  write(doc: Node): BodyMarkdown {
    const mayReuse = writeDefinition(doc) === this.#definitionsRead;
    this.#learnFootnotes(doc);
    const blocks: MappedBlock[] = [];
    let text = "";
    let former: Written | null = null;
    let after = 0;
    for (const node of doc.children) {
      const position = after;
      after += node.nodeSize;
      const written: Written = this.#writtenBeside(former?.text ?? null, node, mayReuse);
      if (written.text === "") continue;
      if (former === null) text = this.#lead?.node === node ? this.#lead.text : "";
      else text += former.next?.node === node ? former.next.gap : "\n\n";
      const start = text.length;
      text += written.text;
      const { pieces } = written;
      blocks.push({ position, size: node.nodeSize, start, end: text.length, pieces });
      former = written;
    }
    return { text: former === null ? text : text + this.#tail, blocks };
  }

  /** Registers footnotes that were pasted or imported after the body was read. */
  #learnFootnotes(doc: Node): void {
    for (const { type, attrs } of doc.children) {
      const label = String(attrs["label"]);
      if (type.name !== "footnote" || this.#writer.footnotes.has(label)) continue;
      this.#writer.footnotes.set(label, { type: "footnote", raw: "", label, tokens: [] });
    }
  }

  #readAll(tokens: BodyToken[]): Node[] {
    const nodes: Node[] = [];
    let gap = "";
    let former: Written | null = null;
    for (const token of tokens) {
      const text = token.type === "space" ? "" : removeLastBreaks(token.raw);
      if (text !== "") {
        const { node, pieces } = this.#readFaithfully(token, text);
        if (former === null) this.#lead = { node, text: gap };
        else former.next = { node, gap };
        former = { text, pieces, next: null, needsDefinitions: needsDefinitions(token) };
        this.#written.set(node, former);
        nodes.push(node);
        gap = "";
      }
      gap += token.raw.slice(text.length);
    }
    this.#tail = gap;
    return nodes;
  }

  /** A block that the editor could not write back faithfully is shown as Markdown. */
  #readFaithfully(token: BodyToken, text: string): { node: Node; pieces: readonly Piece[] } {
    const block: ReadBlock | null = readBlock(token);
    if (block === null || this.#writer.write(block.node) === null) return readSource(text);
    return block;
  }

  #writtenBeside(former: string | null, node: Node, mayReuse: boolean): Written {
    const known = this.#written.get(node);
    const written =
      known && (mayReuse || !known.needsDefinitions) ? known : this.#writeAnew(node, "first");
    const marker = listMarker(written.text);
    if (marker === null || former === null || listMarker(former) !== marker) return written;
    const other = this.#writeAnew(node, "other");
    return listMarker(other.text) === marker ? this.#writeAnew(node, "first") : other;
  }

  #writeAnew(node: Node, marker: Marker): Written {
    const written: Written = {
      ...(this.#writer.write(node, marker) ?? this.#writer.writeNearly(node, marker)),
      next: null,
      needsDefinitions: false,
    };
    if (marker === "first") this.#written.set(node, written);
    return written;
  }
}

function readDefinitions(tokens: BodyToken[]): Definitions {
  const found = tokens.flatMap((token) => (token.type === "def" ? [token] : []));
  const first = found.reverse().map(({ tag, href, title }) => [tag, { href, title: title ?? "" }]);
  return Object.fromEntries(first) as Definitions;
}

/** The text of all blocks that show Markdown and may contain definitions. */
function writeDefinition(doc: Node): string {
  return doc.children
    .filter(({ type }) => type.name === "source")
    .map(({ textContent }) => textContent)
    .filter((text) => /^ {0,3}\[/.test(text))
    .join("\n");
}

/** True if a link or photo in the token takes its address from a definition. */
function needsDefinitions(token: BodyToken): boolean {
  const isReference = (token.type === "link" || token.type === "image") && token.raw.endsWith("]");
  return isReference || listChildTokens(token).some(needsDefinitions);
}

/** The sign that starts the items of a list, without the number. */
function listMarker(text: string): string | null {
  const found = /^ {0,3}(?:([-*+])|\d{1,9}([.)]))(?:\s|$)/.exec(text);
  return found?.[1] ?? found?.[2] ?? null;
}
