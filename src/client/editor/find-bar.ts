import type { EditorState } from "prosemirror-state";
import { TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { findWords } from "../../vietnamese/words/find.ts";
import { element, iconButton, icons } from "./element.ts";
import { findText, type Found } from "./find-text.ts";

/** The bar at the foot of the window covers less, in CSS pixels. */
const bottomBar = 100;

/** Finds and replaces in the text, in a bar below the toolbar. It is loaded when it is first opened. */
export class FindBar {
  readonly dom: HTMLElement;
  readonly #view: EditorView;
  readonly #sought = makeField(findWords.find);
  readonly #replacement = makeField(findWords.replacement);
  readonly #withMarks = element("input", { type: "checkbox", checked: true });
  readonly #count = element("span", { class: "editor-find-count", role: "status" });
  #found: Found[] = [];
  /** The document in which `#found` was found. */
  #foundIn: EditorState["doc"] | null = null;
  #current = -1;

  constructor(view: EditorView) {
    this.#view = view;
    const marksLabel = element("label", { class: "tick" }, this.#withMarks, findWords.withMarks);
    this.dom = element(
      "div",
      { class: "editor-find", role: "search", "aria-label": findWords.title, hidden: true },
      this.#sought,
      this.#count,
      iconButton(icons.up, findWords.previous, () => this.#go(-1)),
      iconButton(icons.down, findWords.next, () => this.#go(1)),
      iconButton(icons.close, findWords.close, () => this.close()),
      marksLabel,
      this.#replacement,
      makeTextButton(findWords.replace, () => this.#replace()),
      makeTextButton(findWords.replaceAll, () => this.#replaceAll()),
    );
    // The form takes no text of the bar.
    for (const name of ["input", "change"]) {
      this.dom.addEventListener(name, (event) => event.stopPropagation());
    }
    this.#sought.addEventListener("input", () => this.#search());
    this.#withMarks.addEventListener("change", () => this.#search());
    this.dom.addEventListener("keydown", (event) => this.#onKey(event));
  }

  get isOpen(): boolean {
    return !this.dom.hidden;
  }

  /** Opens the bar with the selected words. */
  open(): void {
    const { doc, selection } = this.#view.state;
    const { $from, $to, from, to } = selection;
    if ($from.sameParent($to) && from < to) this.#sought.value = doc.textBetween(from, to);
    this.dom.hidden = false;
    this.#view.setProps({ decorations: (state) => this.#decorate(state) });
    this.#search();
    this.#sought.focus();
    this.#sought.select();
  }

  close(): void {
    this.dom.hidden = true;
    this.#view.setProps({ decorations: () => null });
    this.#view.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isField = event.target === this.#sought || event.target === this.#replacement;
    if (event.key === "Escape") this.close();
    else if (event.key !== "Enter" || !isField) return;
    else if (event.target === this.#replacement) this.#replace();
    else this.#go(event.shiftKey ? -1 : 1);
    event.preventDefault();
  }

  /** Starts at the cursor. */
  #search(): void {
    this.#foundIn = null;
    this.#find(this.#view.state);
    const { from } = this.#view.state.selection;
    const next = this.#found.findIndex((one) => one.from >= from);
    this.#show(next < 0 ? 0 : next);
  }

  #go(by: -1 | 1): void {
    this.#find(this.#view.state);
    const { length } = this.#found;
    if (length > 0) this.#show((this.#current + by + length) % length);
  }

  #show(place: number): void {
    this.#current = Math.min(place, this.#found.length - 1);
    const { state } = this.#view;
    const { tr } = state;
    const here = this.#found[this.#current];
    if (here !== undefined) {
      tr.setSelection(TextSelection.create(state.doc, here.from, here.to)).scrollIntoView();
    }
    this.#view.dispatch(tr);
    this.#showCount();
    this.#scrollToCurrent();
  }

  /** The editor itself scrolls only while it has the focus. */
  #scrollToCurrent(): void {
    const here = this.#view.dom.querySelector(".editor-found-here");
    if (here === null) return;
    const { top, bottom } = here.getBoundingClientRect();
    const isBelowBar = top > this.dom.getBoundingClientRect().bottom;
    if (!isBelowBar || bottom > innerHeight - bottomBar) here.scrollIntoView({ block: "center" });
  }

  #showCount(): void {
    const isEmpty = this.#sought.value === "";
    const { length } = this.#found;
    this.#count.textContent = isEmpty ? "" : findWords.count(this.#current + 1, length);
  }

  #find({ doc }: EditorState): void {
    if (doc === this.#foundIn) return;
    this.#found = findText(doc, this.#sought.value, this.#withMarks.checked);
    this.#foundIn = doc;
    this.#current = Math.min(Math.max(this.#current, 0), this.#found.length - 1);
  }

  #decorate(state: EditorState): DecorationSet {
    this.#find(state);
    return DecorationSet.create(
      state.doc,
      this.#found.map(({ from, to }, place) =>
        Decoration.inline(from, to, {
          class: place === this.#current ? "editor-found editor-found-here" : "editor-found",
        }),
      ),
    );
  }

  #replace(): void {
    const here = this.#found[this.#current];
    if (here === undefined) return;
    const { tr } = this.#view.state;
    tr.insertText(this.#replacement.value, here.from, here.to).setMeta("uiEvent", "replace");
    this.#view.dispatch(tr);
    this.#find(this.#view.state);
    const after = here.from + this.#replacement.value.length;
    const next = this.#found.findIndex(({ from }) => from >= after);
    this.#show(next < 0 ? 0 : next);
  }

  /** One undo takes all back. */
  #replaceAll(): void {
    this.#find(this.#view.state);
    const { tr } = this.#view.state;
    const { length } = this.#found;
    for (const { from, to } of [...this.#found].reverse()) {
      tr.insertText(this.#replacement.value, from, to);
    }
    if (length > 0) this.#view.dispatch(tr.setMeta("uiEvent", "replace"));
    this.#count.textContent = findWords.replaced(length);
  }
}

function makeField(label: string): HTMLInputElement {
  return element("input", {
    type: "text",
    "aria-label": label,
    placeholder: label,
    autocomplete: "off",
  });
}

function makeTextButton(label: string, act: () => void): HTMLButtonElement {
  const button = element("button", { type: "button" }, label);
  button.addEventListener("click", act);
  return button;
}
