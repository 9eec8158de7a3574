import { Fragment, type Node, Slice } from "prosemirror-model";
import { freeLabel } from "../../markdown/join-bodies.ts";

/**
 * A slice whose footnotes have labels that no footnote of the document has. `moved` is the part of the document that the
 * slice replaces or is moved from: its footnotes do not count.
 */
export function renameTakenFootnotes(
  slice: Slice,
  doc: Node,
  moved: { from: number; to: number } | null,
): Slice {
  const notes = listFootnoteLabels(slice.content, isFootnote);
  const kept =
    moved === null ? [doc.content] : [doc.content.cut(0, moved.from), doc.content.cut(moved.to)];
  const taken = new Set(kept.flatMap((part) => listFootnoteLabels(part, isFootnote)));
  const used = new Set([
    ...kept.flatMap((part) => listFootnoteLabels(part, isLabelled)),
    ...listFootnoteLabels(slice.content, isLabelled),
  ]);
  const names = new Map<string, string>();
  for (const label of notes.filter((one) => taken.has(one))) {
    names.set(label, freeLabel(label, new Set([...used, ...names.values()])));
  }
  if (names.size === 0) return slice;
  return new Slice(renameLabels(slice.content, names), slice.openStart, slice.openEnd);
}

function isFootnote({ type }: Node): boolean {
  return type.name === "footnote";
}

function isLabelled({ type }: Node): boolean {
  return type.name === "footnote" || type.name === "footnoteReference";
}

function listFootnoteLabels(content: Fragment, isWanted: (node: Node) => boolean): string[] {
  const labels: string[] = [];
  content.descendants((node) => {
    if (isWanted(node)) labels.push(String(node.attrs["label"]));
  });
  return labels;
}

function renameLabels(content: Fragment, names: ReadonlyMap<string, string>): Fragment {
  return Fragment.from(
    content.content.map((node) => {
      if (node.isText) return node;
      const inside = renameLabels(node.content, names);
      const label = isLabelled(node) ? names.get(String(node.attrs["label"])) : undefined;
      if (label === undefined) return node.copy(inside);
      return node.type.create({ ...node.attrs, label }, inside, node.marks);
    }),
  );
}
