import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { fold, foldToKey } from "../../vietnamese/fold.ts";
import { element } from "./element.ts";

/** What may follow the typed letters: `text` replaces the range, and `rest` is the part that is not typed yet. */
export type Completion = { from: number; to: number; text: string; rest: string };

/** A form from one of its words to its end: "Giám đốc Sở Phạm Quốc Chính", "Phạm Quốc Chính" … */
type Ending = { key: string; text: string };

/** So many typed letters are needed. */
const minLetters = 4;

/** So many characters before the cursor are compared. */
const maxTyped = 60;

const key = new PluginKey<Completion | null>("completion");

/** The endings of all forms, in the order of their keys. */
export function listEndings(forms: readonly string[]): Ending[] {
  const endings = forms.flatMap((form) =>
    [...form.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu)].map(({ index }) => {
      const text = form.slice(index);
      return { key: foldToKey(text), text };
    }),
  );
  return endings.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** What completes the end of a text, with its place in the text; null if nothing does. */
export function findCompletion(before: string, endings: readonly Ending[]): Completion | null {
  const start = Math.max(0, before.length - maxTyped);
  for (const word of before.slice(start).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu)) {
    const from = start + word.index;
    // The first word may be cut.
    if (from === start && start > 0) continue;
    const typed = foldToKey(before.slice(from));
    if (typed.length < minLetters) return null;
    const found = findFirst(endings, typed);
    if (found === null || found.key === typed) continue;
    const rest = cutRest(found.text, typed.length);
    const shown = /\s$/.test(before) ? rest.trimStart() : rest;
    return { from, to: before.length, text: found.text, rest: shown };
  }
  return null;
}

/** The first ending whose key begins with these letters. */
function findFirst(endings: readonly Ending[], typed: string): Ending | null {
  let [low, high] = [0, endings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((endings[middle]?.key ?? "") < typed) low = middle + 1;
    else high = middle;
  }
  const found = endings[low];
  return found?.key.startsWith(typed) === true ? found : null;
}

/** The text without its first letters and digits. */
function cutRest(text: string, letters: number): string {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (seen === letters) return text.slice(at);
    if (/[a-z\d]/.test(fold(text[at] ?? ""))) seen++;
  }
  return "";
}

/** Shows the rest of a form of the handbook behind the cursor. Tab or a tap takes it; anything else goes on as usual. */
export function completion(forms: readonly string[]): Plugin<Completion | null> {
  const endings = listEndings(forms);
  const find = (state: EditorState): Completion | null => {
    const { $from, empty } = state.selection;
    const { parent, parentOffset } = $from;
    if (!empty || !parent.isTextblock || parent.type.spec.code === true) return null;
    const text = parent.textBetween(0, parent.content.size, "", "\ufffc");
    if (/^[\p{L}\p{N}]/u.test(text.slice(parentOffset))) return null;
    const found = findCompletion(text.slice(0, parentOffset), endings);
    const start = $from.start();
    return found && { ...found, from: start + found.from, to: start + found.to };
  };
  return new Plugin({
    key,
    state: {
      init: (): Completion | null => null,
      apply: (transaction, former, _, state) => {
        if (isWanted(transaction)) return find(state);
        return transaction.docChanged || transaction.selectionSet ? null : former;
      },
    },
    props: {
      decorations: (state) => {
        const found = key.getState(state) ?? null;
        if (found === null) return DecorationSet.empty;
        const show = (view: EditorView): HTMLElement => drawCompletion(view, found);
        const options = { side: 1, ignoreSelection: true, key: `${found.to}${found.rest}` };
        return DecorationSet.create(state.doc, [Decoration.widget(found.to, show, options)]);
      },
      handleKeyDown: (view, event) => {
        const found = key.getState(view.state) ?? null;
        if (found === null || event.shiftKey || event.isComposing) return false;
        if (event.key === "Tab") return take(view, found);
        if (event.key !== "Escape") return false;
        view.dispatch(view.state.tr.setSelection(view.state.selection));
        return true;
      },
      handleDOMEvents: {
        compositionend: (view) => {
          // The editor reads the composed word first.
          setTimeout(() => {
            if (!view.isDestroyed && !view.composing)
              view.dispatch(view.state.tr.setMeta(key, true));
          }, 60);
          return false;
        },
      },
    },
  });
}

/** After typing; not during a composition, which a change of the page would break off. */
function isWanted(transaction: Transaction): boolean {
  if (transaction.getMeta(key) === true) return true;
  const isOther = ["uiEvent", "history$", "composition"].some(
    (name) => transaction.getMeta(name) !== undefined,
  );
  return transaction.docChanged && !isOther;
}

function drawCompletion(view: EditorView, found: Completion): HTMLElement {
  const shown = element("span", { class: "editor-completion", "aria-hidden": "true" }, found.rest);
  // The focus stays in the text.
  shown.addEventListener("pointerdown", (event) => event.preventDefault());
  shown.addEventListener("mousedown", (event) => event.preventDefault());
  shown.addEventListener("click", () => take(view, found));
  return shown;
}

function take(view: EditorView, { from, to, text }: Completion): boolean {
  view.dispatch(view.state.tr.insertText(text, from, to).setMeta("uiEvent", "completion"));
  return true;
}
