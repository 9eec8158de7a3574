/*
 * marked takes quadratic time over some inputs and recurses as deep as they nest. Nobody writes such
 * a text by hand, but anybody with a token can send one, and it must not hold the Worker up.
 */

/** Blocks within blocks that begin on one line ("> - > -"). */
const nestedTooDeep = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){17}/m;

/** Indentation of a list inside lists inside lists. */
const indentedTooFar = /^[ \t]{64}/m;

/** Longer than any word or address. */
const endlessWord = /\S{1000}/;

const mark = /[*_`~[\]!<|&\\@:]/g;
const wideTableRow = /^(?:[^|\n]*\|){60}/m;

const maxBlockLength = 20_000;
const maxBlockLines = 1000;
const maxBlockMarks = 1000;

/** Whether marked reads the text in time linear to its length. */
export function isTame(markdown: string): boolean {
  if (nestedTooDeep.test(markdown) || indentedTooFar.test(markdown)) return false;
  if (endlessWord.test(markdown) || wideTableRow.test(markdown)) return false;
  return blocksOf(markdown).every(isTameBlock);
}

/** The text between empty lines, each block with the lines that end it, so that they add up to the whole. */
export function blocksOf(markdown: string): string[] {
  return markdown.split(/(?<=\n[ \t]*\n)/);
}

function isTameBlock(block: string): boolean {
  if (block.length > maxBlockLength) return false;
  if ((block.match(mark)?.length ?? 0) > maxBlockMarks) return false;
  return block.split("\n").length <= maxBlockLines;
}
