import type { Node } from "prosemirror-model";
import type { Footnotes } from "../../markdown/footnotes.ts";
import { alignPieces } from "./aligned-pieces.ts";
import { describeAppearance } from "./block-signature.ts";
import type { Style } from "../../markdown/escape-text.ts";
import type { Piece } from "./piece.ts";
import { readBlock, readSource, type ReadBlock } from "./read-block.ts";
import { relex, type Definitions } from "../../markdown/markdown.ts";
import { schema } from "./schema.ts";
import { writeBlock, type Marker, type ChooseStyle } from "./write-block.ts";

export type WrittenBlock = { text: string; pieces: readonly Piece[] };

const plain: ChooseStyle = () => "plain";
const careful: ChooseStyle = () => "careful";

/** Writes blocks, reads them again at once, and writes them more carefully if they are not the same. */
export class VerifiedWriter {
  /** What the body around defines: `[a]` and `[^1]` mean something only where it does. */
  definitions: Definitions = {};
  footnotes: Footnotes = new Map();

  /** The Markdown that is read as this very block, and where things stand in it. Null if there is none. */
  write(node: Node, marker: Marker = "first"): WrittenBlock | null {
    if (node.type.name === "source") {
      return { text: node.textContent, pieces: readSource(node.textContent).pieces };
    }
    const wanted = describeAppearance(node);
    const own = this.#ownStyles();
    for (const chooseStyle of [plain, careful, own]) {
      const text = writeBlock(node, chooseStyle, marker);
      if (text === "") return { text, pieces: [] };
      const block = this.#read(text);
      if (block !== null && describeAppearance(block.node) === wanted) {
        return { text, pieces: alignPieces(node, block) };
      }
    }
    return null;
  }

  /** As close as Markdown comes to the block: all of its words, if not all of their marks. */
  writeNearly(node: Node, marker: Marker): WrittenBlock {
    const text = writeBlock(node, this.#ownStyles(), marker);
    const block = this.#read(text);
    return { text, pieces: block === null ? [] : alignPieces(node, block) };
  }

  /** The first style in which a text is read as it was, text by text. */
  #ownStyles(): ChooseStyle {
    const known = new Map<Node, Style>();
    return (text) => {
      const style = known.get(text) ?? this.#chooseStyle(text);
      known.set(text, style);
      return style;
    };
  }

  #chooseStyle(text: Node): Style {
    const alone = text.isTextblock ? schema.nodes.paragraph.create(null, text.content) : text;
    const wanted = describeAppearance(alone);
    const isRead = (chooseStyle: ChooseStyle): boolean => {
      const block = this.#read(writeBlock(alone, chooseStyle));
      return block !== null && describeAppearance(block.node) === wanted;
    };
    if (isRead(plain)) return "plain";
    return isRead(careful) ? "careful" : "bare";
  }

  #read(text: string): ReadBlock | null {
    const [token, another] = relex(text, this.definitions, this.footnotes);
    return token === undefined || another !== undefined ? null : readBlock(token);
  }
}
