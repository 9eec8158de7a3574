import { fold } from "../../vietnamese/fold.ts";
import { readBlockText } from "../blocks/block.ts";
import type { Block, Inline } from "../blocks/block.ts";

/** Among the first so many blocks stand the head of an office's document and the labels of a form. */
const maxBlocks = 12;

/** The motto of the state, or of the Party. */
const motto =
  /^(?:cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc|dang cong san viet nam)\b/;

const stateName = "cong hoa xa hoi chu nghia viet nam";

/** Number, place and date, and lines of signs, which stand below the motto or beside it. */
const belowMotto =
  /^(?:so\s*:?\s*[\d.…]*\s*[-/][\w/-]+|[a-z ]{2,40},\s*ngay\b.{0,12}\bthang\b.{0,8}\bnam\b\s*[\d.…]*|[-_=*~–—.\s]+)$/;

/** What kind of text follows. */
const kind =
  /^(?:tin|tin bai|tin tuc|bai|bai viet|bai tuyen truyen|tin, bai|tin\/bai|noi dung(?: bai)?)\s*:?$/;

const titleLabel =
  /^(?:tiêu đề|tựa đề|tít|tên bài|tên tin)(?: (?:tin|bài|bài viết))?\s*:\s*(?=\S)/i;
const ledeLabel = /^(?:sa-?p[ôo]|lời dẫn|đoạn dẫn|tóm tắt|phần dẫn|mào đầu)\s*:\s*(?=\S)/i;

/**
 * The blocks without the head that an office's document has above its title: names of offices, the motto, number, place
 * and date; without labels such as "TIN BÀI" and "Tiêu đề:"; a lede that is labelled is named as one. Web APIs only.
 */
export function removeDocumentHead(blocks: readonly Block[]): { head: Block[]; rest: Block[] } {
  const start = findTitle(blocks);
  const rest = blocks.slice(start).flatMap((block, index): Block[] => {
    if (index >= maxBlocks || (block.kind !== "paragraph" && block.kind !== "heading"))
      return [block];
    const text = readBlockText(block).trim();
    if (kind.test(fold(text)) && blocks.length > 1) return [];
    const title = titleLabel.exec(text)?.[0];
    if (title !== undefined) return [{ ...block, text: removeWords(block.text, title.length) }];
    const lede = ledeLabel.exec(text)?.[0];
    if (lede === undefined) return [block];
    const look = { ...block.look, named: ` sapo${block.look.named}` };
    return [{ kind: "paragraph", text: removeWords(block.text, lede.length), look }];
  });
  return { head: blocks.slice(0, start), rest };
}

/** Behind the last line of the head; 0 without the motto, which is what tells a head for sure. */
function findTitle(blocks: readonly Block[]): number {
  let start = 0;
  blocks.slice(0, maxBlocks).forEach((block, index) => {
    const line = fold(readBlockText(block)).trim();
    // Laid out in a table of several rows the head is one block.
    const isMotto = block.kind === "table" ? line.includes(stateName) : motto.test(line);
    const isNext = start > 0 && index === start && belowMotto.test(line);
    if (isMotto || isNext) start = index + 1;
  });
  return start;
}

/** Text without so many characters at its start. */
function removeWords(text: readonly Inline[], length: number): Inline[] {
  let left = length;
  return text.flatMap((piece): Inline[] => {
    const cut = Math.min(left, piece.text.length);
    left -= cut;
    return cut === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(cut) }];
  });
}
