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
  distances(): Distances {
    const hidden = window.visualViewport?.offsetTop ?? 0;
    const top = hidden + this.#toolbarHeight + lineGap;
    return { top, right: 0, bottom: this.#barHeight + lineGap - hidden, left: 0 };
  }

  end(): void {
    this.#observer.disconnect();
    document.documentElement.style.scrollPaddingTop = "";
  }

  #measure(): void {
    this.#toolbarHeight = this.#toolbar.offsetHeight;
    this.#barHeight = this.#bottomBar?.offsetHeight ?? 0;
    document.documentElement.style.scrollPaddingTop = `${this.#toolbarHeight + lineGap}px`;
  }
}
