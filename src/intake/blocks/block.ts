/** Every photo of an article in order, the lead photo first. Web APIs only. */
export function listPhotos(lead: SourcePhoto | null, body: readonly Block[]): SourcePhoto[] {
  const inBody = body.flatMap((block): SourcePhoto[] => {
    if (block.kind === "photos") return block.photos;
    if (block.kind === "list") return block.items.flatMap((item) => listPhotos(null, item));
    return block.kind === "quote" ? listPhotos(null, block.blocks) : [];
  });
  return lead === null ? inBody : [lead, ...inBody];
}

/**
 * What an article may have, whatever file it comes from: readers of .txt, .html and .docx all give these, recognition
 * works on them, and Markdown is written from them. Web APIs only: the browser bundles it, too.
 */

/** A stretch of text of one look. "\n" in it is a line break. */
export type Inline = {
  text: string;
  bold: boolean;
  italic: boolean;
  /** Struck through: `~~text~~`. */
  struck: boolean;
  /** Address of the link it is part of. */
  link: string | null;
};

/** How a block looked on its page, as far as that tells what it is. */
export type Look = {
  align: "center" | "right" | null;
  /** Words of the class names and ids around it, nearest first, lower case, between single spaces: " article sapo ". */
  named: string;
  /** It stood in one block with the photo before it. */
  withPhoto: boolean;
};

/** A photo as its file names it. `source` is null where only its place is known. */
export type SourcePhoto = {
  source: string | null;
  /** A larger picture that it links to. */
  larger: string | null;
  alt: string;
  caption: string | null;
  /** Width that the page gave it, in pixels. */
  shownWidth: number | null;
};

export type ParagraphBlock = { kind: "paragraph"; text: Inline[]; look: Look };
type HeadingBlock = { kind: "heading"; level: number; text: Inline[]; look: Look };
export type PhotosBlock = { kind: "photos"; photos: SourcePhoto[]; look: Look };
/** `start` is the number of the first item if the list is ordered. */
export type ListBlock = {
  kind: "list";
  ordered: boolean;
  start: number;
  items: Block[][];
  look: Look;
};
type QuoteBlock = { kind: "quote"; blocks: Block[]; look: Look };
/** Cells by row, as wide as its widest row; the first row is its head. */
export type TableBlock = { kind: "table"; rows: Inline[][][]; look: Look };

/** A footnote; text refers to it by a link that read-note.ts makes. */
export type NoteBlock = { kind: "note"; label: string; text: Inline[]; look: Look };

export type Block =
  | NoteBlock
  | ParagraphBlock
  | HeadingBlock
  | PhotosBlock
  | ListBlock
  | QuoteBlock
  | TableBlock;

export const plainLook: Look = { align: null, named: " ", withPhoto: false };

export function makeParagraph(text: string, look: Look = plainLook): ParagraphBlock {
  return { kind: "paragraph", text: [makePlainInline(text)], look };
}

export function makePlainInline(text: string): Inline {
  return { text, bold: false, italic: false, struck: false, link: null };
}

/** The words of inline text. */
export function joinInlineText(text: readonly Inline[]): string {
  return text.map((piece) => piece.text).join("");
}

/** The words of a block, a space between its parts; of photos the captions. */
export function readBlockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "note":
      return joinInlineText(block.text);
    case "photos":
      return block.photos.map((photo) => photo.caption ?? "").join(" ");
    case "list":
      return block.items.map(readBlocksText).join(" ");
    case "quote":
      return readBlocksText(block.blocks);
    case "table":
      return block.rows.map((row) => row.map(joinInlineText).join(" ")).join(" ");
  }
}

export function readBlocksText(blocks: readonly Block[]): string {
  return blocks.map(readBlockText).join(" ");
}

/** Whether all its words are bold, or all italic. */
export function isAll(text: readonly Inline[], look: "bold" | "italic"): boolean {
  const words = text.filter((piece) => piece.text.trim() !== "");
  return words.length > 0 && words.every((piece) => piece[look]);
}
