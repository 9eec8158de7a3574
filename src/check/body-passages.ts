import type { Tokens } from "marked";
import { readLeafText, readPlacedAlt, readPlacedCaption } from "../markdown/body-text.ts";
import {
  listAllTokens,
  readBodyTokens,
  listChildTokens,
  type BodyToken,
  type ImageToken,
  type LinkToken,
} from "../markdown/body-token.ts";
import type { DefinitionTokens } from "../markdown/link-target.ts";
import { readDefinitions, lexBody, listShownFootnotes, type Body } from "../markdown/markdown.ts";
import { placeCode } from "../markdown/place-tokens.ts";
import { PlacedTextBuilder, findSourceRange, type PlacedText } from "../markdown/placed-text.ts";
import { objectPlaceholder } from "./passage.ts";
import type { Passage, PassageKind } from "./passage.ts";

/** A photo in the body. The offsets are those of the whole `![…](…)`. */
export type BodyPhoto = {
  readonly photo: string;
  readonly alt: Passage;
  readonly caption: Passage | null;
  readonly start: number;
  readonly end: number;
};

/** A table of the body: rows of cells, the header first. An empty cell is null. */
export type BodyTable = readonly (readonly (Passage | null)[])[];

/** A footnote of the body. The offsets are those of its first block, or of its label if it is empty. */
export type BodyFootnote = {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** Whether an earlier definition has the same label. */
  readonly isRepeated: boolean;
  /** Whether readers see a note with this label. */
  readonly isShown: boolean;
};

export type ReadBody = {
  /** Prose in reading order: paragraphs, headings, list items, quotes, table cells, footnotes. */
  readonly passages: readonly Passage[];
  /** Code in blocks and in lines. Readers see it, but it is no prose. */
  readonly code: readonly Passage[];
  readonly photos: readonly BodyPhoto[];
  /** Groups of two or more photos that have a paragraph of their own. */
  readonly galleries: readonly (readonly BodyPhoto[])[];
  readonly tables: readonly BodyTable[];
  /** Every definition of a footnote, in the order of the source. */
  readonly footnotes: readonly BodyFootnote[];
};

/** What readers see of a body, with its places in the source. It uses the lexer that the published page uses. */
export function readBody(body: string): ReadBody {
  return new BodyReader(lexBody(body)).read();
}

class BodyReader {
  readonly #body: Body;
  readonly #definitions: DefinitionTokens;
  readonly #passages: Passage[] = [];
  readonly #code: Passage[] = [];
  readonly #photos: BodyPhoto[] = [];
  readonly #galleries: BodyPhoto[][] = [];
  readonly #tables: BodyTable[] = [];

  constructor(body: Body) {
    this.#body = body;
    this.#definitions = readDefinitions(body.tokens);
  }

  read(): ReadBody {
    const notes = listShownFootnotes(this.#body);
    this.#readBlocks(this.#body.tokens, "paragraph");
    for (const { tokens } of notes) this.#readBlocks(tokens, "footnote");
    return {
      passages: this.#passages,
      code: this.#code,
      photos: this.#photos,
      galleries: this.#galleries,
      tables: this.#tables,
      footnotes: this.#readFootnotes(new Set(notes.map(({ label }) => label))),
    };
  }

  #readFootnotes(shown: ReadonlySet<string>): BodyFootnote[] {
    const known = new Set<string>();
    const footnotes: BodyFootnote[] = [];
    for (const token of listAllTokens(this.#body.tokens)) {
      if (token.type !== "footnote") continue;
      const { label } = token;
      const [first] = listChildTokens(token);
      const { start, end } =
        first === undefined
          ? findSourceRange(token.pieces, 0, `[^${label}]`.length)
          : findSourceRange(first.pieces, 0, first.raw.trimEnd().length);
      const isRepeated = known.has(label);
      footnotes.push({ label, start, end, isRepeated, isShown: shown.has(label) });
      known.add(label);
    }
    return footnotes;
  }

  #readBlocks(tokens: readonly BodyToken[], kind: PassageKind): void {
    for (const token of tokens) this.#readBlock(token, kind);
  }

  #readBlock(token: BodyToken, kind: PassageKind): void {
    if (token.type === "table") this.#readTable(token);
    else if (token.type === "list") {
      for (const item of listChildTokens(token))
        this.#readBlocks(listChildTokens(item), "list-item");
    } else if (token.type === "blockquote") this.#readBlocks(listChildTokens(token), "quote");
    else if (token.type === "paragraph") this.#readParagraph(listChildTokens(token), kind);
    else if (token.type === "heading") this.#readProse(listChildTokens(token), "heading");
    else if (token.type === "text") this.#readProse([token], kind);
    else if (token.type === "code") this.#addCode(placeCode(token));
  }

  #readParagraph(tokens: readonly BodyToken[], kind: PassageKind): void {
    const before = this.#photos.length;
    this.#readProse(tokens, kind);
    const photos = this.#photos.slice(before);
    const hasOnlyPhotos = tokens.every(
      (token) => token.type === "image" || token.type === "br" || !token.raw.trim(),
    );
    if (hasOnlyPhotos && photos.length >= 2) this.#galleries.push(photos);
  }

  #readTable(table: Tokens.Table): void {
    const rows = [table.header, ...table.rows];
    this.#tables.push(
      rows.map((row) => row.map(({ tokens }) => this.#readProse(readBodyTokens(tokens), "cell"))),
    );
  }

  /** Null if there is nothing but space and photos. */
  #readProse(tokens: readonly BodyToken[], kind: PassageKind): Passage | null {
    const photosBefore = this.#photos.length;
    const builder = new PlacedTextBuilder();
    this.#addInline(tokens, builder);
    const prose = builder.build();
    const content = prose.text.replace(/\s+/g, "");
    if (content === objectPlaceholder.repeat(this.#photos.length - photosBefore)) return null;
    const passage = buildPassage(prose, kind);
    this.#passages.push(passage);
    return passage;
  }

  #addInline(tokens: readonly BodyToken[], builder: PlacedTextBuilder): void {
    for (const token of tokens) {
      const leaf = readLeafText(token);
      const { start, end } = findSourceRange(token.pieces, 0, token.raw.length);
      if (leaf !== null && token.type === "codespan") {
        this.#addCode(leaf);
        builder.addReplacement(objectPlaceholder, start, end);
      } else if (leaf !== null) builder.add(leaf);
      else if (token.type === "br") builder.addReplacement("\n", start, end);
      else if (token.type === "image" && token.href.startsWith("photo:")) {
        this.#photos.push(this.#readPhoto(token));
        builder.addReplacement(objectPlaceholder, start, end);
      } else if (token.type === "image") builder.add(readPlacedAlt(token));
      else if (token.type === "link" && isBareAddress(token)) {
        builder.addReplacement(objectPlaceholder, start, end);
      } else this.#addInline(listChildTokens(token), builder);
    }
  }

  #addCode(code: PlacedText): void {
    if (code.text.trim() !== "") this.#code.push(buildPassage(code, "code"));
  }

  #readPhoto(image: ImageToken): BodyPhoto {
    const caption = readPlacedCaption(image, this.#definitions);
    const { start, end } = findSourceRange(image.pieces, 0, image.raw.length);
    return {
      photo: image.href.slice("photo:".length),
      alt: buildPassage(readPlacedAlt(image), "alt"),
      caption: caption === null ? null : buildPassage(caption, "caption"),
      start,
      end,
    };
  }
}

function buildPassage({ text, pieces }: PlacedText, kind: PassageKind): Passage {
  return { field: "body", kind, text, pieces };
}

/** An address that is written out. */
function isBareAddress({ raw, text, href }: LinkToken): boolean {
  return !raw.startsWith("[") || (/^\S+[./:]\S+$/.test(text) && href.includes(text));
}
