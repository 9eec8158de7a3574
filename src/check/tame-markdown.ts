/*
 * marked takes quadratic time over some inputs and recurses as deep as they nest. Nobody writes such
 * a text by hand, but anybody with a token can send one, and it must not hold the Worker up.
 */

/** Blocks within blocks that begin on one line ("> - > -"). */
const NESTED_TOO_DEEP = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){17}/m;

/** Indentation of a list inside lists inside lists. */
const INDENTED_TOO_FAR = /^[ \t]{64}/m;

/** Longer than any word or address. */
const ENDLESS_WORD = /\S{1000}/;

const MARK = /[*_`~[\]!<|&\\@:]/g;
const WIDE_TABLE_ROW = /^(?:[^|\n]*\|){60}/m;

const MAX_BLOCK_LENGTH = 20_000;
const MAX_BLOCK_LINES = 1000;
const MAX_BLOCK_MARKS = 1000;

/** Whether marked reads the text in time linear to its length. */
export function isTame(markdown: string): boolean {
  if (NESTED_TOO_DEEP.test(markdown) || INDENTED_TOO_FAR.test(markdown)) return false;
  if (ENDLESS_WORD.test(markdown) || WIDE_TABLE_ROW.test(markdown)) return false;
  return blocksOf(markdown).every(isTameBlock);
}

/** The text between empty lines, each block with the lines that end it, so that they add up to the whole. */
export function blocksOf(markdown: string): string[] {
  return markdown.split(/(?<=\n[ \t]*\n)/);
}

function isTameBlock(block: string): boolean {
  if (block.length > MAX_BLOCK_LENGTH) return false;
  if ((block.match(MARK)?.length ?? 0) > MAX_BLOCK_MARKS) return false;
  return block.split("\n").length <= MAX_BLOCK_LINES;
}
