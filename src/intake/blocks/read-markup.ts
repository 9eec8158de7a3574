import { BlockBuilder } from "./block-builder.ts";
import { makePlainInline } from "./block.ts";
import type { ReportCode } from "../../vietnamese/words/intake-report.ts";
import type { Block, Inline, Look } from "./block.ts";
import {
  readInteger,
  findNumber,
  isOnlyIndent,
  readItemNumbers,
  joinListsBetweenPhotos,
  readWordListItem,
} from "./list-number.ts";
import { raiseText } from "./inline-text.ts";
import { isComment, isHidden, isLeftOut } from "./left-out.ts";
import {
  readAttribute,
  isBlockElement,
  readNameWords,
  readRawText,
  readStyle,
  readNodeText,
} from "./markup.ts";
import type { Markup, MarkupElement } from "./markup.ts";
import { reportIntake } from "../report.ts";
import type { IntakeReport } from "../report.ts";
import { readEmoji, readPhoto } from "./read-photo.ts";
import { findNoteLabel, findReference, noteLabels, noteLink } from "./read-note.ts";
import { readBold, readItalic, isStruck, computeLook } from "./read-style.ts";
import { readTable } from "./read-table.ts";
import { readMediaAddress, findVideoAddress } from "./video-address.ts";

/** What reading depends on besides the page. */
export type Reading = {
  /** The address of a link. Null if an article cannot have such a link. */
  link: (address: string) => string | null;
  /** Takes what was left out or changed. */
  report: (report: IntakeReport) => void;
};

/** Around a piece of text. */
type Around = {
  reading: Reading;
  notes: ReadonlySet<string>;
  bold: boolean;
  italic: boolean;
  struck: boolean;
  link: string | null;
  href: string;
  look: Look;
};

/**
 * What an article may have of a page or of pasted HTML: headings, paragraphs with bold, italic and links, lists, tables,
 * quotes and photos. All else goes: Word's mso-* styles and o:p, spans, fonts, colours, scripts. Web APIs only.
 */
export function readBlocksFromMarkup(root: MarkupElement, reading: Reading): Block[] {
  return readBlocks(root, {
    reading,
    notes: noteLabels(root),
    bold: false,
    italic: false,
    struck: false,
    link: null,
    href: "",
    look: computeLook(root, null),
  });
}

function readBlocks(node: MarkupElement, around: Around): Block[] {
  const builder = new BlockBuilder();
  walkAll(node.children, around, builder);
  builder.endBlock(around.look);
  return builder.blocks;
}

function walkAll(nodes: readonly Markup[], around: Around, builder: BlockBuilder): void {
  for (const node of nodes) {
    if (typeof node === "string") builder.addText(makeTextPiece(node, around));
    else if (!isLeftOut(node)) walk(node, around, builder);
    else reportLeftOut(node, around, builder);
  }
}

function walk(node: MarkupElement, around: Around, builder: BlockBuilder): void {
  switch (node.name) {
    case "del":
      // A tracked change keeps the new text. Text that readers shall see struck is <s>.
      return report("deleted-text", readNodeText(node), around, builder);
    case "input":
      return addCheckbox(node, builder);
    case "math":
      builder.addText(makeTextPiece(readNodeText(node), around));
      return report("formula", readNodeText(node), around, builder);
    case "rp":
      return;
    case "rt":
      return builder.addText(makeTextPiece(` (${readNodeText(node)})`, around));
    case "br":
      return builder.addText(makePlainInline("\n"));
    case "a":
      if (addNote(node, around, builder)) return;
      break;
    case "img":
      return addPicture(node, around, builder);
    case "iframe":
      return addVideo(node, around, builder);
    case "sup":
    case "sub":
      return addRaised(node, node.name, around, builder);
    case "span":
      if (!/^(?:super|sub)$/.test(readStyle(node, "vertical-align"))) break;
      return addRaised(
        node,
        readStyle(node, "vertical-align") === "sub" ? "sub" : "sup",
        around,
        builder,
      );
    case "table":
      builder.endBlock(around.look);
      return builder.push(
        ...readTable(
          node,
          (cell) => readBlocks(cell, inside(cell, around)),
          (text) => report("table-cells", text, around, builder),
        ),
      );
    case "ul":
    case "ol":
      builder.endBlock(around.look);
      return builder.push(...listBlocks(node, around));
    case "blockquote":
      builder.endBlock(around.look);
      return builder.push(...quoteBlocks(node, around));
  }
  if (isBlockElement(node) || isLabel(node)) return walkBlock(node, around, builder);
  walkAll(node.children, inside(node, around), builder);
}

function walkBlock(node: MarkupElement, around: Around, builder: BlockBuilder): void {
  builder.endBlock(around.look);
  const within = inside(node, around);
  const level = /^h([1-6])$/.exec(node.name)?.[1];
  const item = readWordListItem(node);
  const isListed = item !== null && item.mark.kind !== "label" && level === undefined;
  if (item !== null && !isListed && item.label !== "")
    builder.addText(makePlainInline(`${item.label} `));
  walkAll(node.children, within, builder);
  if (level !== undefined) builder.addHeading(Number(level), within.look);
  else if (isListed) builder.addListItem(item.level, findNumber(item.mark), within.look);
  else builder.endBlock(within.look);
}

/** Whether a link was one from the text to a note, or back. */
function addNote(node: MarkupElement, around: Around, builder: BlockBuilder): boolean {
  const own = findNoteLabel(node);
  if (own !== null) builder.beNote(own);
  const label = findReference(node);
  if (label === null || !around.notes.has(label)) return own !== null;
  builder.addText({ ...makePlainInline(`[${label}]`), link: noteLink(label) });
  return true;
}

function addPicture(node: MarkupElement, around: Around, builder: BlockBuilder): void {
  const emoji = readEmoji(node);
  if (emoji !== null) return builder.addText(makeTextPiece(emoji, around));
  const look = { ...around.look, named: readNameWords(node).trimEnd() + around.look.named };
  builder.addPhoto(readPhoto(node, around.href), look);
}

/** A film stays as a link to where it can be watched; any other frame is reported. */
function addVideo(node: MarkupElement, around: Around, builder: BlockBuilder): void {
  const source = readAttribute(node, "src") || readAttribute(node, "data-src");
  const address = findVideoAddress(source);
  const link = address === null ? null : around.reading.link(address);
  if (address === null || link === null) {
    if (/^(?:https?:)?\/\//i.test(source)) report("object", source, around, builder);
    return;
  }
  builder.endBlock(around.look);
  builder.addText({ ...makePlainInline(address), link });
  builder.endBlock(around.look);
}

function addCheckbox(node: MarkupElement, builder: BlockBuilder): void {
  if (readAttribute(node, "type").toLowerCase() !== "checkbox") return;
  builder.addText(makePlainInline("checked" in node.attributes ? "☑ " : "☐ "));
}

function reportLeftOut(node: MarkupElement, around: Around, builder: BlockBuilder): void {
  if (node.name === "video" || node.name === "audio") {
    return report("video", readMediaAddress(node), around, builder);
  }
  const text = readNodeText(node);
  if (text === "") return;
  if (isComment(node)) report("comment", text, around, builder);
  else if (isHidden(node)) report("hidden-text", text, around, builder);
}

function report(code: ReportCode, about: string, { reading }: Around, builder: BlockBuilder): void {
  reading.report(reportIntake(code, about, builder.textBefore));
}

function addRaised(
  node: MarkupElement,
  place: "sup" | "sub",
  around: Around,
  builder: BlockBuilder,
): void {
  const sign = raiseText(readRawText(node), place);
  if (sign === null) {
    const text = readNodeText(node);
    if (/[\p{L}\p{N}]/u.test(text)) report("raised", text, around, builder);
    return walkAll(node.children, inside(node, around), builder);
  }
  builder.addText(makeTextPiece(sign, around));
}

/** A list whose items begin with photos is a gallery; one with headings only numbers them. */
function listBlocks(node: MarkupElement, around: Around): Block[] {
  const before: Block[] = [];
  const items: Block[][] = [];
  const values: (number | null)[] = [];
  for (const child of node.children) {
    const isItem = typeof child !== "string" && child.name === "li" && !isOnlyIndent(child);
    const blocks = readBlocks({ ...node, children: [child] }, around);
    if (isItem && (blocks.length > 0 || !isLeftOut(child))) {
      items.push(blocks);
      values.push(readInteger(child, "value"));
    } else {
      // A list right in a list belongs to the item before it, as Google Docs has it.
      (items.at(-1) ?? before).push(...blocks);
    }
  }
  const look = computeLook(node, around.look);
  const isGallery = items.some(([first]) => first?.kind === "photos");
  const isNoList = ({ kind }: Block): boolean => kind === "note" || kind === "heading";
  if (isGallery || items.some((item) => item.some(isNoList))) return [...before, ...items.flat()];
  // An empty item has its number too.
  const numbers = readItemNumbers(node, values).filter((_, at) => items[at]?.length !== 0);
  const filled = items.filter((item) => item.length > 0);
  return [...before, ...joinListsBetweenPhotos(node, filled, numbers, look)];
}

function quoteBlocks(node: MarkupElement, around: Around): Block[] {
  const blocks = readBlocks(node, inside(node, around));
  if (blocks.length === 0 || blocks.some((block) => block.kind === "photos")) return blocks;
  return [{ kind: "quote", blocks, look: computeLook(node, around.look) }];
}

function inside(node: MarkupElement, around: Around): Around {
  const href = node.name === "a" ? readAttribute(node, "href").trim() : "";
  return {
    reading: around.reading,
    notes: around.notes,
    bold: readBold(node) ?? around.bold,
    italic: readItalic(node) ?? around.italic,
    struck: around.struck || isStruck(node),
    link: href === "" || holdsPicture(node) ? around.link : around.reading.link(href),
    href: href || around.href,
    look:
      isBlockElement(node) || node.name === "span" ? computeLook(node, around.look) : around.look,
  };
}

function makeTextPiece(text: string, { bold, italic, struck, link }: Around): Inline {
  return { text: text.replace(/[\t\n\f\r ]+/g, " "), bold, italic, struck, link };
}

/** A span that a content manager fills with one part of an article, "ctr419_lblSummary": a block in all but its tag. */
function isLabel(node: MarkupElement): boolean {
  return (
    node.name === "span" &&
    / (?:lbl|title|date|time|summary|sapo|lead|author|source|noidung|tacgia|nguon) /.test(
      readNameWords(node),
    )
  );
}

/** Whether an element contains a picture. A link around a picture leads to a larger copy of it, not to a page. */
function holdsPicture(node: MarkupElement): boolean {
  return node.children.some(
    (child) => typeof child !== "string" && (child.name === "img" || holdsPicture(child)),
  );
}
