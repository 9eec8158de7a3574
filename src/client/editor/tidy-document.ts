import type { Node } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { schema } from "./schema.ts";
import { keepRevocable } from "./typing-rules.ts";

const { gallery, table, paragraph, tableHeader: head, tableCell: cell } = schema.nodes;

/** Keeps the document expressible in Markdown: see `tidy`. */
export function tidyDocument(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _, state) =>
      transactions.some(({ docChanged }) => docChanged)
        ? keepRevocable(state, transactions, tidy(state.doc, state.tr))
        : null,
  });
}

/**
 * A gallery of one photo becomes a photo. Only the first row of a table is a head, and all rows get the length of the
 * longest. After a last photo or table comes an empty paragraph, for the next text. Returns null if nothing is to
 * change.
 */
export function tidy(doc: Node, tr: Transaction): Transaction | null {
  doc.forEach((block, position) => {
    const here = tr.mapping.map(position);
    if (block.type === gallery && block.childCount === 1 && block.firstChild) {
      tr.replaceWith(here, here + block.nodeSize, block.firstChild);
    } else if (block.type === table) tidyTable(block, here, tr);
  });
  if (!doc.lastChild?.isTextblock || doc.lastChild.type === schema.nodes.source) {
    tr.insert(tr.doc.content.size, paragraph.create());
  }
  return tr.docChanged ? tr : null;
}

function tidyTable(block: Node, position: number, tr: Transaction): void {
  const aligns = block.firstChild?.children.map(({ attrs }) => attrs["align"] as unknown) ?? [];
  const width = Math.max(...block.children.map(({ childCount }) => childCount));
  const before = tr.steps.length;
  const moved = (at: number): number => tr.mapping.slice(before).map(position + 1 + at);
  block.forEach((row, rowStart, rowIndex) => {
    const type = rowIndex === 0 ? head : cell;
    row.forEach((one, cellStart, column) => {
      const align = aligns[column] ?? null;
      if (one.type === type && one.attrs["align"] === align) return;
      tr.setNodeMarkup(moved(rowStart + 1 + cellStart), type, { ...one.attrs, align });
    });
    const missing = Array.from({ length: width - row.childCount }, () => type.create());
    if (missing.length > 0) tr.insert(moved(rowStart + row.nodeSize - 1), missing);
  });
}
