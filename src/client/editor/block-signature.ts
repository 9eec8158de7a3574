import type { Node } from "prosemirror-model";
import { lineBreak, type InlineMark, type Run } from "../../markdown/inline-run.ts";
import { runsOf } from "./runs-of-block.ts";
import { isEmpty, isTight } from "./write-block.ts";

/** What Markdown can say of a block: two blocks of one signature are shown alike. */
export function signature(block: Node): string {
  return JSON.stringify(described(block));
}

function described(block: Node): unknown {
  const { name } = block.type;
  if (block.isTextblock) return [name, attributesOf(block), textOf(block)];
  if (name === "gallery" && block.childCount === 1 && block.firstChild) {
    return described(block.firstChild);
  }
  if (name === "table") return block.children.map((row) => row.children.map(cellOf));
  const children = block.children.filter((child) => !isEmpty(child));
  return [name, attributesOf(block), children.map(described)];
}

function attributesOf(block: Node): unknown {
  const { attrs, type } = block;
  if (type.name === "bulletList") return isTight(block);
  if (type.name === "orderedList") return [isTight(block), attrs["start"]];
  return attrs;
}

function cellOf(cell: Node): unknown {
  return [cell.attrs["align"], textOf(cell)];
}

/** Addresses that become links by themselves are links or not, as it happens. */
function textOf(block: Node): unknown {
  const parts: { marks: string; text: string }[] = [];
  for (const run of runsOf(block)) {
    const text = run.atom === null ? run.text.replaceAll("\n", " ") : atomText(run.atom);
    const marks = marksOf(run);
    const former = parts[parts.length - 1];
    if (former?.marks === marks) former.text += text;
    else parts.push({ marks, text });
  }
  return parts;
}

function atomText(atom: string): string {
  return atom === lineBreak ? "\n" : `\u0000${atom}\u0000`;
}

function marksOf({ marks, text }: Run): string {
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
