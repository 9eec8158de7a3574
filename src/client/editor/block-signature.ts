import type { Mark, Node } from "prosemirror-model";
import { runsOf, type Run } from "./inline-run.ts";
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
    const text = run.node === null ? run.text.replaceAll("\n", " ") : atomOf(run.node);
    const marks = marksOf(run);
    const former = parts[parts.length - 1];
    if (former?.marks === marks) former.text += text;
    else parts.push({ marks, text });
  }
  return parts;
}

function atomOf({ type, attrs }: Node): string {
  return type.name === "hardBreak" ? "\n" : `\u0000${String(attrs["label"])}\u0000`;
}

function marksOf({ marks, text }: Run): string {
  return marks
    .filter((mark) => !isOwnAddress(mark, text))
    .map(({ type, attrs }) => `${type.name}${JSON.stringify(attrs)}`)
    .sort()
    .join();
}

function isOwnAddress({ type, attrs }: Mark, text: string): boolean {
  if (type.name !== "link" || attrs["title"] !== "") return false;
  return [text, `http://${text}`, `mailto:${text}`].includes(String(attrs["href"]));
}
