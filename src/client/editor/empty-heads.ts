import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { schema } from "./schema.ts";

/** A cell of the head with nothing in it is the heading of nothing, as on the site: it is a plain cell until it has text. */
export function emptyHeads(): Plugin {
  return new Plugin({ props: { decorations: ({ doc }) => plainCells(doc) } });
}

function plainCells(doc: Node): DecorationSet {
  const cells: Decoration[] = [];
  doc.forEach((block, blockStart) => {
    if (block.type !== schema.nodes.table) return;
    block.firstChild?.forEach((cell, cellStart) => {
      const from = blockStart + 2 + cellStart;
      if (cell.content.size > 0) return;
      cells.push(Decoration.node(from, from + cell.nodeSize, { role: "cell" }));
    });
  });
  return cells.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, cells);
}
