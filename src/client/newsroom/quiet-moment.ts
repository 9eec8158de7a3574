/** So long after the last scroll event, in ms, the page stands still. */
const scrollPause = 200;

/**
 * Knows when the body field can be replaced unnoticed: no input method is composing a word, no finger or mouse button
 * is down, and the page does not scroll.
 */
export class QuietMoment {
  #isComposing = false;
  #isPressed = false;
  #scrolledAt = -scrollPause;
  readonly #listening = new AbortController();

  constructor() {
    this.#on(["compositionstart", "compositionupdate"], () => (this.#isComposing = true));
    this.#on(["compositionend"], () => (this.#isComposing = false));
    // The composition may have started before this script ran.
    this.#on(["keydown", "input"], (event) => {
      this.#isComposing = (event as InputEvent | KeyboardEvent).isComposing;
    });
    this.#on(["pointerdown", "touchstart"], () => (this.#isPressed = true));
    // When the browser takes a touch as scrolling, the pointer is cancelled while the finger is still down.
    this.#on(["pointerup", "touchend", "touchcancel"], () => (this.#isPressed = false));
    // A released scrollbar sends no "pointerup".
    this.#on(["pointermove"], (event) => {
      const { pointerType, buttons } = event as PointerEvent;
      if (pointerType === "mouse" && buttons === 0) this.#isPressed = false;
    });
    this.#on(["scroll"], () => (this.#scrolledAt = performance.now()));
  }

  /** Resolves in a quiet moment. The caller must do its work before it awaits anything else. */
  async waitForQuietMoment(): Promise<void> {
    while (!this.#isQuiet()) await new Promise((resolve) => setTimeout(resolve, 20));
    this.#listening.abort();
  }

  #isQuiet(): boolean {
    const isScrolling = performance.now() - this.#scrolledAt < scrollPause;
    return !this.#isComposing && !this.#isPressed && !isScrolling;
  }

  #on(names: string[], act: (event: Event) => void): void {
    const { signal } = this.#listening;
    for (const name of names) {
      document.addEventListener(name, act, { capture: true, passive: true, signal });
    }
  }
}
