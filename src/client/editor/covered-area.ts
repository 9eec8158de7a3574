import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { isInTable } from "./table-commands.ts";

type Distances = { top: number; right: number; bottom: number; left: number };

/** The gap between the line of the cursor and a bar that covers the text, in CSS pixels. */
const lineGap = 20;

/**
 * What the toolbar and the bottom bar cover of the window. ProseMirror and the browser both scroll by it, so that the line of
 * the cursor is always visible.
 */
export class CoveredArea {
  readonly #toolbar: HTMLElement;
  readonly #bottomBar: HTMLElement | null;
  readonly #observer: ResizeObserver;
  #toolbarHeight = 0;
  #barHeight = 0;
  /** Whether the cursor was moved last by a key, and not by a click. */
  isByKey = false;
  readonly inputEvents = {
    keydown: () => this.#noteInput(true),
    mousedown: () => this.#noteInput(false),
    touchstart: () => this.#noteInput(false),
  };
  #isDue = false;

  /** Calls `onGrown` after a bar became higher. */
  constructor(toolbar: HTMLElement, bottomBar: HTMLElement | null, onGrown: () => void) {
    this.#toolbar = toolbar;
    this.#bottomBar = bottomBar;
    this.#measure();
    this.#observer = new ResizeObserver(() => {
      const [formerToolbar, formerBar] = [this.#toolbarHeight, this.#barHeight];
      this.#measure();
      if (this.#toolbarHeight > formerToolbar || this.#barHeight > formerBar) onGrown();
    });
    this.#observer.observe(toolbar);
    if (bottomBar !== null) this.#observer.observe(bottomBar);
  }

  /**
   * In CSS pixels, with a gap to the line of the cursor. Where a phone's keyboard moved the visible part of the window down,
   * ProseMirror counts from the top of the window, but to the height of the visible part.
   */
  measureDistances(): Distances {
    const hidden = window.visualViewport?.offsetTop ?? 0;
    const top = hidden + this.#toolbarHeight + lineGap;
    return { top, right: 0, bottom: this.#barHeight + lineGap - hidden, left: 0 };
  }

  /**
   * Scrolls so that the cursor is visible, in the next frame: then the page is laid out anyway, and the key need not wait for it.
   * Returns false for ProseMirror to scroll itself: for a selected photo, and in a table, which scrolls sideways.
   */
  scrollToCursor(view: EditorView): boolean {
    const { selection } = view.state;
    if (!(selection instanceof TextSelection) || isInTable(view.state)) return false;
    if (this.#isDue) return true;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      if (view.isDestroyed) return;
      const { top, bottom } = view.coordsAtPos(view.state.selection.head, 1);
      const covered = this.measureDistances();
      const height = window.visualViewport?.height ?? document.documentElement.clientHeight;
      const above = top - covered.top;
      const below = bottom - height + covered.bottom;
      if (above < 0 || below > 0) window.scrollBy(0, above < 0 ? above : Math.min(below, above));
    });
    return true;
  }

  end(): void {
    this.#observer.disconnect();
    document.documentElement.style.scrollPaddingTop = "";
  }

  #noteInput(isKey: boolean): boolean {
    this.isByKey = isKey;
    return false;
  }

  #measure(): void {
    this.#toolbarHeight = this.#toolbar.offsetHeight;
    this.#barHeight = this.#bottomBar?.offsetHeight ?? 0;
    document.documentElement.style.scrollPaddingTop = `${this.#toolbarHeight + lineGap}px`;
  }
}
