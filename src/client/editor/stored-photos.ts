import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { schema } from "./schema.ts";

/** Ids of stored photos by the names that they had in the body during their upload. */
type StoredIds = ReadonlyMap<string, string>;

const key = new PluginKey<StoredIds>("storedPhotos");

/**
 * Gives a photo its id as soon as it is stored, and again where an undo or a paste brings back its former name. This is no
 * step of the history.
 */
export function storedPhotos(): Plugin {
  return new Plugin<StoredIds>({
    key,
    state: {
      init: () => new Map(),
      apply: (transaction, ids) => {
        const stored = transaction.getMeta(key) as [name: string, id: string] | undefined;
        return stored === undefined ? ids : new Map([...ids, stored]);
      },
    },
    appendTransaction: (_transactions, _former, state) => {
      const ids = storedIds(state);
      if (ids.size === 0) return null;
      const { tr } = state;
      eachPhoto(state.doc, ({ attrs }, position) => {
        const id = ids.get(String(attrs["id"]));
        if (id !== undefined) tr.setNodeAttribute(position, "id", id);
      });
      return tr.docChanged ? tr.setMeta("addToHistory", false) : null;
    },
  });
}

export function storePhoto({ tr }: EditorState, name: string, id: string): Transaction {
  return tr.setMeta(key, [name, id]);
}

/** True if the photo with this name is stored now under this id. */
export function isStoredAs(state: EditorState, name: string, id: string): boolean {
  return storedIds(state).get(name) === id;
}

/** The positions of a photo, the last first, so that removing one leaves the others valid. */
export function photoPositions({ doc }: EditorState, id: string): number[] {
  const positions: number[] = [];
  eachPhoto(doc, ({ attrs }, position) => {
    if (attrs["id"] === id) positions.unshift(position);
  });
  return positions;
}

function storedIds(state: EditorState): StoredIds {
  return key.getState(state) ?? new Map();
}

/** Photos stand at the top of the document and in galleries. */
function eachPhoto(doc: Node, visit: (photo: Node, position: number) => void): void {
  doc.forEach((block, position) => {
    if (block.type === schema.nodes.photo) visit(block, position);
    if (block.type !== schema.nodes.gallery) return;
    block.forEach((photo, offset) => visit(photo, position + 1 + offset));
  });
}
