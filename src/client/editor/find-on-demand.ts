import type { EditorView } from "prosemirror-view";
import type { FindBar } from "./find-bar.ts";

/** Loads the bar that finds and replaces when somebody presses Ctrl+F in the editor. */
export class FindOnDemand {
  readonly #view: () => EditorView;
  readonly #place: HTMLElement;
  #bar: FindBar | null = null;
  #isMissing = false;

  /** The bar is put at the end of `place`. */
  constructor(view: () => EditorView, place: HTMLElement) {
    this.#view = view;
    this.#place = place;
  }

  /** The first Ctrl+F opens the bar. If it is open, or cannot be loaded, the browser's own bar opens. */
  onKey(event: KeyboardEvent): void {
    const isFindKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const isForBrowser = this.#view().dom.hidden || this.#bar?.isOpen === true || this.#isMissing;
    if (!isFindKey || event.key.toLowerCase() !== "f" || isForBrowser) return;
    event.preventDefault();
    void this.#open();
  }

  close(): void {
    if (this.#bar?.isOpen === true) this.#bar.close();
  }

  async #open(): Promise<void> {
    try {
      const { FindBar } = await import("./find-bar.ts");
      if (this.#bar === null) {
        this.#bar = new FindBar(this.#view());
        this.#place.append(this.#bar.dom);
      }
      this.#bar.open();
    } catch {
      this.#isMissing = true;
    }
  }
}
