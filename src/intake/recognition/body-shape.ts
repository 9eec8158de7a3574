import type { Block, Inline, ParagraphBlock } from "../blocks/block.ts";
import { isAll, joinInlineText } from "../blocks/block.ts";

const maxHeading = 120;

/**
 * The body as an article has it: short bold lines are sub-headings, headings begin at level 2, and what is bold or italic
 * throughout is neither. Web APIs only.
 */
export function shapeBody(blocks: readonly Block[]): Block[] {
  const plain = removeConstantLook(removeConstantLook(blocks, "bold"), "italic");
  const titled = plain.map((block, index): Block => {
    const isHeading =
      block.kind === "paragraph" && index < plain.length - 1 && readsAsHeading(block);
    if (!isHeading) return block;
    return { kind: "heading", level: 2, text: removeMarks(block.text, "bold"), look: block.look };
  });
  const levels = titled.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  const top = Math.min(...levels, 6);
  return titled.map((block) =>
    block.kind === "heading" ? { ...block, level: block.level - top + 2 } : block,
  );
}

/** A bold line that ends no sentence. Questions of an interview stay what they are. */
function readsAsHeading({ text, look }: ParagraphBlock): boolean {
  const words = joinInlineText(text).trim();
  if (words.length > maxHeading || words.includes("\n") || look.align === "right") return false;
  return (
    isAll(text, "bold") && !/[.!?:;,…”"]$/.test(words) && !text.some(({ link }) => link !== null)
  );
}

/** A look that most of the text has marks nothing. */
function removeConstantLook(blocks: readonly Block[], look: "bold" | "italic"): Block[] {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const marked = paragraphs.filter(({ text }) => isAll(text, look));
  if (marked.length < 3 || sumLengths(marked) < 0.6 * sumLengths(paragraphs)) return [...blocks];
  return blocks.map((block) =>
    block.kind === "paragraph" ? { ...block, text: removeMarks(block.text, look) } : block,
  );
}

function sumLengths(paragraphs: readonly ParagraphBlock[]): number {
  return paragraphs.reduce((sum, { text }) => sum + joinInlineText(text).length, 0);
}

function removeMarks(text: readonly Inline[], look: "bold" | "italic"): Inline[] {
  return text.map((piece) => ({ ...piece, [look]: false }));
}
