import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { readLead, writeLead } from "./lead-attribute.ts";
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
      const ids = readStoredIds(state);
      if (ids.size === 0) return null;
      const { tr } = state;
      for (const { photo, position } of listPhotos(state.doc)) {
        const id = ids.get(String(photo.attrs["id"]));
        if (id !== undefined) tr.setNodeAttribute(position, "id", id);
      }
      const lead = readLead(state.doc);
      const leadId = ids.get(lead.photo);
      if (leadId !== undefined) writeLead(tr, { ...lead, photo: leadId });
      return tr.docChanged ? tr.setMeta("addToHistory", false) : null;
    },
  });
}

/** The words of the lead photo in the form may be newer than those in the document, so the form keeps its own. */
export function storePhoto({ tr }: EditorState, name: string, id: string): Transaction {
  return tr.setMeta(key, [name, id]).setMeta("addToHistory", false);
}

/** True if the photo with this name is stored now under this id. */
export function isStoredAs(state: EditorState, name: string, id: string): boolean {
  return readStoredIds(state).get(name) === id;
}

/** The positions of a photo, the last first, so that removing one leaves the others valid. */
export function listPhotoPositions({ doc }: EditorState, id: string): number[] {
  const found = listPhotos(doc).filter(({ photo }) => photo.attrs["id"] === id);
  return found.map(({ position }) => position).reverse();
}

/** The photos of a document with their positions. They stand at its top and in galleries. */
export function listPhotos(doc: Node): { photo: Node; position: number }[] {
  const found: { photo: Node; position: number }[] = [];
  doc.forEach((block, position) => {
    if (block.type === schema.nodes.photo) found.push({ photo: block, position });
    if (block.type !== schema.nodes.gallery) return;
    block.forEach((photo, offset) => found.push({ photo, position: position + 1 + offset }));
  });
  return found;
}

function readStoredIds(state: EditorState): StoredIds {
  return key.getState(state) ?? new Map();
}
