import { fold } from "../../vietnamese/fold.ts";
import type { Block, Look, ParagraphBlock } from "../blocks/block.ts";
import { isAll, readBlockText, joinInlineText } from "../blocks/block.ts";

const ledeName =
  / (?:sapo|lead|lede|leads|summary|tomtat|tom tat|intro|introtext|abstract|chapeau|mota|mo ta|trichyeu|trich yeu|trichdan|(?:article|news|post|entry|detail|content|short|item|page) (?:description|desc|head|intro|quote)|description|lbl desc) /;

/** As much of a page's description as must agree with the text, folded; pages cut it where they like. */
const agreement = 40;

/** Among the first so many blocks. */
const maxBlocks = 6;

export type LedeFinding = { lede: string; by: string; blocks: Block[] };

/**
 * The lede of an article and the blocks without it: what is named for it, what the page's description repeats, what is
 * bold above the rest, else the first paragraph. "" where there is no text but one paragraph or none. Web APIs only.
 */
export function findLede(blocks: readonly Block[], description: string | null): LedeFinding {
  const first = blocks.slice(0, maxBlocks).filter((block) => block.kind === "paragraph");
  const named = first.filter((block) => isNamedLede(block.look) && isLong(block, 30));
  const isAllNamed = blocks.filter((block) => isNamedLede(block.look)).length > maxBlocks / 2;
  if (named.length > 0 && !isAllNamed) return takeLede(blocks, named, "element");
  const wanted = fold(description ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, agreement);
  const described = first.find((block) => wanted.length >= 20 && begins(block, wanted));
  if (described !== undefined) return takeLede(blocks, [described], "description");
  const opening = first.find((block) => isLong(block, 30));
  if (opening === undefined || !hasMoreText(blocks))
    return { lede: "", by: "", blocks: [...blocks] };
  const isSet = isAll(opening.text, "bold") || isAll(opening.text, "italic");
  const bold = first.find(({ text }) => isAll(text, "bold") && joinInlineText(text).length >= 80);
  if (!isSet && bold !== undefined) return takeLede(blocks, [bold], "bold");
  return takeLede(blocks, [opening], isSet && isLong(opening, 60) ? "bold" : "first-paragraph");
}

/** Whether the page itself calls a block the lede. */
export function isNamedLede({ named }: Look): boolean {
  return ledeName.test(named);
}

function takeLede(blocks: readonly Block[], from: ParagraphBlock[], by: string): LedeFinding {
  const lede = from.map((block) => readBlockText(block).replace(/\s+/g, " ").trim()).join(" ");
  return { lede, by, blocks: blocks.filter((block) => !from.some((one) => one === block)) };
}

function begins(block: Block, wanted: string): boolean {
  return fold(readBlockText(block)).replace(/\s+/g, " ").trim().startsWith(wanted);
}

function isLong(block: ParagraphBlock, length: number): boolean {
  return joinInlineText(block.text).length >= length;
}

function hasMoreText(blocks: readonly Block[]): boolean {
  return blocks.filter((block) => block.kind !== "photos").length >= 2;
}
