import type { Mark, Node } from "prosemirror-model";
import { lineBreak, regularRuns, type InlineMark, type Run } from "../../markdown/inline-run.ts";

/** The content of a text block, as far as Markdown can express it. */
export function readRuns(block: Node): Run[] {
  return regularRuns(block.children.map(run));
}

function run(node: Node): Run {
  const marks = node.marks.map(inlineMark);
  return node.isText
    ? { text: node.text ?? "", atom: null, marks }
    : { text: "", atom: writeAtom(node), marks };
}

function writeAtom({ type, attrs }: Node): string {
  return type.name === "hardBreak" ? lineBreak : `[^${String(attrs["label"])}]`;
}

function inlineMark({ type, attrs }: Mark): InlineMark {
  const kind = type.name as InlineMark["kind"];
  return { kind, href: String(attrs["href"] ?? ""), title: String(attrs["title"] ?? "") };
}
