import type { Node } from "prosemirror-model";
import { lineBreak, type InlineMark, type Run } from "../../markdown/inline-run.ts";
import { readRuns, isEmpty, isTight } from "./write-block.ts";

/** What Markdown can express of a block. Two blocks with the same signature look the same. */
export function describeAppearance(block: Node): string {
  return JSON.stringify(describeBlock(block));
}

function describeBlock(block: Node): unknown {
  const { name } = block.type;
  if (block.isTextblock) return [name, describeAttributes(block), describeText(block)];
  if (name === "gallery" && block.childCount === 1 && block.firstChild) {
    return describeBlock(block.firstChild);
  }
  if (name === "table") return block.children.map((row) => row.children.map(describeCell));
  const children = block.children.filter((child) => !isEmpty(child));
  return [name, describeAttributes(block), children.map(describeBlock)];
}

function describeAttributes(block: Node): unknown {
  const { attrs, type } = block;
  if (type.name === "bulletList") return isTight(block);
  if (type.name === "orderedList") return [isTight(block), attrs["start"]];
  return attrs;
}

function describeCell(cell: Node): unknown {
  return [cell.attrs["align"], describeText(cell)];
}

/** A link whose text is its own address counts as plain text: Markdown makes such text a link anyway. */
function describeText(block: Node): unknown {
  const parts: { marks: string; text: string }[] = [];
  for (const run of readRuns(block)) {
    const text = run.atom === null ? run.text.replaceAll("\n", " ") : describeAtom(run.atom);
    const marks = describeMarks(run);
    const former = parts[parts.length - 1];
    if (former?.marks === marks) former.text += text;
    else parts.push({ marks, text });
  }
  return parts;
}

function describeAtom(atom: string): string {
  return atom === lineBreak ? "\n" : `\u0000${atom}\u0000`;
}

function describeMarks({ marks, text }: Run): string {
  return marks
    .filter((mark) => !isOwnAddress(mark, text))
    .map((mark) => JSON.stringify(mark))
    .sort()
    .join();
}

function isOwnAddress({ kind, href, title }: InlineMark, text: string): boolean {
  if (kind !== "link" || title !== "") return false;
  return [text, `http://${text}`, `mailto:${text}`].includes(href);
}
