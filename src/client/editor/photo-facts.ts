import { isHistoryTransaction } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { Plugin, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { EditorOptions, PhotoFact } from "./editor-handle.ts";

/**
 * Facts of photos that the server has changed, as an attribute of the document, so that undo takes them back. ProseMirror compares
 * attributes by their visible properties: two of these are equal to it, so that it draws nothing anew.
 */
export class FactsAttribute {
  readonly #facts: readonly PhotoFact[];

  constructor(facts: readonly PhotoFact[]) {
    this.#facts = facts;
  }

  get facts(): readonly PhotoFact[] {
    return this.#facts;
  }
}

/** Calls back with each fact that an undo or a redo restores. */
export function photoFacts({ onFactRestored }: EditorOptions): Plugin<boolean> {
  const plugin: Plugin<boolean> = new Plugin({
    state: { init: () => false, apply: (change) => isHistoryTransaction(change) },
    view: () => ({
      update: ({ state }, { doc }) => {
        if (plugin.getState(state) !== true) return;
        const former = readFacts(doc);
        for (const fact of readFacts(state.doc)) {
          if (find(former, fact)?.value !== fact.value) onFactRestored?.(fact);
        }
      },
    }),
  });
  return plugin;
}

/** Records a fact that the server has now as one act, which undo takes back to `former`. */
export function recordFact(view: EditorView, fact: PhotoFact, former: string): void {
  if (find(readFacts(view.state.doc), fact)?.value !== former) {
    const known = write(view.state, { ...fact, value: former });
    view.dispatch(known.setMeta("addToHistory", false));
  }
  view.dispatch(write(view.state, fact));
}

function write({ doc, tr }: EditorState, fact: PhotoFact): Transaction {
  const others = readFacts(doc).filter((one) => !isSame(one, fact));
  return tr.setDocAttribute("facts", new FactsAttribute([...others, fact]));
}

function readFacts(doc: Node): readonly PhotoFact[] {
  return (doc.attrs["facts"] as FactsAttribute).facts;
}

function find(facts: readonly PhotoFact[], fact: PhotoFact): PhotoFact | undefined {
  return facts.find((one) => isSame(one, fact));
}

function isSame(one: PhotoFact, other: PhotoFact): boolean {
  return one.photo === other.photo && one.name === other.name;
}
