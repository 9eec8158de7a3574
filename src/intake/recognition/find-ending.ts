import type { Byline, Source } from "../../article/article.ts";
import type { Block } from "../blocks/block.ts";
import { isAll, readBlockText } from "../blocks/block.ts";
import type { DateOrder } from "./dateline.ts";
import { isDateBlock } from "./find-date.ts";
import {
  readCategoryLine,
  isFurniture,
  readNamedSource,
  startsRelated,
  readTags,
} from "./page-lines.ts";
import { parseAuthor, isSystemSignature, parseSignature } from "./signature.ts";
import type { Recognisable } from "./recognised.ts";

const authorName =
  / (?:author|authors|tacgia|tac gia|butdanh|but danh|byline|createdby|created by|writer|signature|nguoiviet|nguoi viet) /;

/** A paragraph of an article, and no line of a list: characters. */
const minParagraph = 80;

/** So many blocks from the end may be other than text. */
const maxBlocks = 6;

export type Ending = {
  blocks: Block[];
  byline: Byline;
  bylineBy: string | null;
  source: Source | null;
  tags: string[];
  category: string | null;
  /** Blocks that belong to the page, not to the article. */
  leftOut: Block[];
};

/**
 * What stands under the text of an article: who signed it, its source and tags. They are taken out of it, and so are other
 * articles and the page's furniture. Web APIs only.
 */
export function findEnding(
  blocks: readonly Block[],
  around: Omit<Recognisable, "blocks">,
  order: DateOrder | null,
): Ending {
  const ending: Ending = {
    blocks: removeRelated(blocks),
    leftOut: blocks.slice(removeRelated(blocks).length),
    byline: { authors: [], unit: "" },
    bylineBy: null,
    source: null,
    tags: [],
    category: null,
  };
  takeEnd(ending, around.hasFurniture, order);
  takeHead(ending);
  const elsewhere = [
    ...removeRelated(around.after).slice(0, maxBlocks),
    ...around.before.slice(-maxBlocks),
  ];
  for (const block of elsewhere) readLine(ending, block);
  if (ending.bylineBy === null) {
    const author = parseAuthor(around.hints.author ?? "");
    if (author !== null) Object.assign(ending, { byline: author, bylineBy: "data" });
  }
  return ending;
}

/** From the last block upwards, as long as it is no text; photos may stand under a signature. */
function takeEnd(ending: Ending, hasFurniture: boolean, order: DateOrder | null): void {
  const { blocks } = ending;
  for (let at = blocks.length - 1, left = maxBlocks; at > 0 && left > 0; at--, left--) {
    const block = blocks[at];
    if (block === undefined || block.kind === "photos") continue;
    const isOfPage = hasFurniture && isFurniture(readBlockText(block));
    const isNoText = isOfPage || isDateBlock(block, order);
    if (!isNoText && !readLine(ending, block)) return;
    if (isNoText) ending.leftOut.push(block);
    blocks.splice(at, 1);
  }
}

/** Between title and lede stand only lines that are named or labelled as what they tell. */
function takeHead(ending: Ending): void {
  const head = ending.blocks.slice(0, maxBlocks);
  const lines = head.filter((block) => {
    const text = readBlockText(block);
    const isLabelled = /^[^.!?]{2,30}(?::|bởi )/i.test(text) && text.length <= 100;
    return (isLabelled || authorName.test(block.look.named)) && readLine(ending, block);
  });
  ending.blocks = ending.blocks.filter((block) => !lines.includes(block));
}

/** Returns true if the block is part of the ending. The first signature, source and tags from the end count. */
function readLine(ending: Ending, block: Block): boolean {
  if (block.kind !== "paragraph" && block.kind !== "heading") return false;
  const text = readBlockText(block);
  const tags = readTags(text);
  if (tags !== null) {
    if (ending.tags.length === 0) ending.tags = tags;
    return true;
  }
  const category = readCategoryLine(text);
  if (category !== null) {
    ending.category ??= category;
    return true;
  }
  const source = readNamedSource(block.text);
  if (source !== null && ending.source === null) {
    ending.source = source;
    return true;
  }
  return readSignature(ending, block, text);
}

function readSignature(ending: Ending, block: Block, text: string): boolean {
  if (isSystemSignature(text)) {
    ending.leftOut.push(block);
    return true;
  }
  const isNamed = authorName.test(block.look.named);
  const isSet =
    isNamed || block.look.align === "right" || ("text" in block && isAll(block.text, "bold"));
  const signature =
    parseSignature(text, isSet) ?? (isNamed && text.length <= 80 ? parseAuthor(text) : null);
  if (signature === null) return false;
  if (ending.bylineBy === null) {
    Object.assign(ending, { byline: signature, bylineBy: isNamed ? "element" : "signature" });
    return true;
  }
  // Two lines: the person above their unit, which was taken for the author.
  const { authors, unit } = ending.byline;
  if (unit !== "" || authors.length !== 1 || signature.unit !== "") return false;
  const [below = ""] = authors;
  if (!/\s/.test(below) || parseSignature(below, false) !== null) return false;
  ending.byline = { authors: signature.authors, unit: below };
  return true;
}

/** Up to where a page goes on to other articles. A line such as "Bình luận" above most of the text is no end. */
function removeRelated(blocks: readonly Block[]): Block[] {
  const at = blocks.findIndex((block, index) => {
    if (block.kind !== "paragraph" && block.kind !== "heading") return false;
    if (index < 2 || !startsRelated(readBlockText(block))) return false;
    return (
      measureLongParagraphs(blocks.slice(0, index)) > measureLongParagraphs(blocks.slice(index))
    );
  });
  return at === -1 ? [...blocks] : blocks.slice(0, at);
}

function measureLongParagraphs(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    const { length } = readBlockText(block);
    return sum + (length >= minParagraph ? length : 0);
  }, 0);
}
