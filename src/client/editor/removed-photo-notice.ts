import { isHistoryTransaction, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { editorWords } from "../../vietnamese/words/editor.ts";
import { element } from "./element.ts";
import { schema } from "./schema.ts";

/** How long the notice stays if nothing else changes, in ms. */
const duration = 15_000;

/** Says that a photo was removed, with a button that brings it back. It ends with the next change, which undo would take. */
export class RemovedPhotoNotice {
  readonly dom = element("p", { class: "editor-notice", role: "status" });
  readonly #view: () => EditorView;
  #timer = 0;

  constructor(view: () => EditorView) {
    this.#view = view;
  }

  show(former: Node, change: Transaction): void {
    clearTimeout(this.#timer);
    this.dom.replaceChildren();
    const removed = isHistoryTransaction(change)
      ? 0
      : countPhotos(former) - countPhotos(change.doc);
    if (removed < 1) return;
    const text = removed === 1 ? editorWords.photoRemoved : editorWords.photosRemoved(removed);
    const button = element("button", { type: "button" }, editorWords.undo);
    button.addEventListener("click", () => this.#undo());
    this.dom.append(`${text} – `, button);
    this.#timer = window.setTimeout(() => this.dom.replaceChildren(), duration);
  }

  #undo(): void {
    const view = this.#view();
    undo(view.state, view.dispatch);
    view.focus();
  }
}

function countPhotos(doc: Node): number {
  return doc.children.reduce((sum, { type, childCount }) => {
    if (type === schema.nodes.gallery) return sum + childCount;
    return type === schema.nodes.photo ? sum + 1 : sum;
  }, 0);
}
