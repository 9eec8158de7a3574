import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { editorWords } from "../../vietnamese/words/editor.ts";
import type { EditorPhoto } from "./editor-handle.ts";
import { element } from "./element.ts";
import { photoNode, photoPlace } from "./photo-commands.ts";

type Change = { add: string; at: number } | { remove: string };

const key = new PluginKey<DecorationSet>("pendingPhotos");

/** Placeholders of photos that are being uploaded. They are not part of the document, its Markdown or its history. */
export function pendingPhotos(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, former) => {
        const set = former.map(transaction.mapping, transaction.doc);
        const change = transaction.getMeta(key) as Change | undefined;
        if (change === undefined) return set;
        if ("remove" in change) return set.remove(placeholders(set, change.remove));
        const made = Decoration.widget(change.at, placeholder, { side: -1, key: change.add });
        return set.add(transaction.doc, [made]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

export function addPending(state: EditorState, name: string, at?: number): Transaction {
  const change: Change = { add: name, at: photoPlace(state, at ?? state.selection.to) };
  return state.tr.setMeta(key, change);
}

export function removePending(state: EditorState, name: string): Transaction {
  const change: Change = { remove: name };
  return state.tr.setMeta(key, change);
}

/** Replaces a placeholder with its photo. If the placeholder was deleted, the photo goes to the selection. */
export function resolvePending(state: EditorState, name: string, photo: EditorPhoto): Transaction {
  const [found] = placeholders(key.getState(state) ?? DecorationSet.empty, name);
  const at = photoPlace(state, found?.from ?? state.selection.to);
  return removePending(state, name).insert(at, photoNode(photo));
}

function placeholders(set: DecorationSet, name: string): Decoration[] {
  return set.find(undefined, undefined, (spec: { key?: string }) => spec.key === name);
}

function placeholder(): HTMLElement {
  const text = element("span", { role: "status" }, editorWords.uploading);
  return element("div", { class: "editor-pending", contenteditable: "false" }, text);
}
