import { findingWords } from "../../vietnamese/words/findings.ts";
import { make } from "../intake/make-element.ts";

/** Distances in CSS pixels. On a touch screen the browser draws its handle right below the cursor. */
const gap = matchMedia("(pointer: coarse)").matches ? 28 : 6;
const edge = 8;
/** Less height than this is too little for a message and its correction. */
const minRoom = 160;

type Content = {
  items: readonly HTMLElement[];
  /** The box of the words in the window; null if they are gone. */
  findBox: () => DOMRect | null;
};

/**
 * Shows findings next to their words, between the bars. The focus stays in the text: Tab moves it into the bubble, Escape
 * closes the bubble and brings it back.
 */
export class FindingBubble {
  readonly #form: HTMLElement;
  readonly #focusText: () => void;
  readonly #dom = make("div", { className: "finding-bubble", hidden: true, tabIndex: -1 });
  #findBox: () => DOMRect | null = () => null;

  constructor(form: HTMLElement, focusText: () => void) {
    this.#form = form;
    this.#focusText = focusText;
    this.#dom.setAttribute("role", "dialog");
    this.#dom.setAttribute("aria-label", findingWords.findings);
    form.append(this.#dom);
    document.addEventListener("keydown", (event) => this.#onKey(event), true);
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.#dom.contains(target)) this.close();
    });
    const place = (): void => this.place();
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    window.visualViewport?.addEventListener("resize", place);
    new ResizeObserver(place).observe(this.#dom);
  }

  open({ items, findBox }: Content, takesFocus: boolean): void {
    this.#findBox = findBox;
    this.#dom.replaceChildren(...items);
    this.#dom.hidden = false;
    if (takesFocus) this.#focusFirst();
    this.place();
  }

  /** Closes the bubble. If the focus was in it, the text gets it back. */
  close(): void {
    if (this.#dom.hidden) return;
    const hadFocus = this.#dom.contains(document.activeElement);
    this.#dom.hidden = true;
    this.#dom.replaceChildren();
    if (hadFocus) this.#focusText();
  }

  /** Puts the bubble below its words, or above them where there is more room. */
  place(): void {
    if (this.#dom.hidden) return;
    const box = this.#findBox();
    if (box === null) return this.close();
    const bar = this.#form.querySelector(".form-bar")?.getBoundingClientRect() ?? new DOMRect();
    let [top, bottom] = [this.#bottomOf(".editor-toolbar") + edge, bar.top - edge];
    const isInView = box.bottom > top && box.top < bottom;
    if (!isInView && !this.#dom.contains(document.activeElement)) return this.close();
    const { style } = this.#dom;
    style.maxHeight = "";
    const { offsetHeight: height, offsetWidth: width } = this.#dom;
    if (Math.max(box.top - edge - top, bottom - box.bottom - gap) < Math.min(height, minRoom)) {
      // It covers a bar rather than its words.
      top = (window.visualViewport?.offsetTop ?? 0) + edge;
      bottom = bar.bottom - edge;
    }
    const above = box.top - edge - top;
    const below = bottom - box.bottom - gap;
    const isBelow = height <= below || below >= above;
    const room = isInView ? Math.max(isBelow ? below : above, 0) : bottom - top;
    const shown = Math.min(height, room);
    const wanted = isBelow ? box.bottom + gap : box.top - edge - shown;
    style.maxHeight = `${room}px`;
    style.top = `${Math.max(top, Math.min(wanted, bottom - shown))}px`;
    const widest = document.documentElement.clientWidth - width - edge;
    style.left = `${Math.max(edge, Math.min(box.left - 2 * edge, widest))}px`;
  }

  #bottomOf(selector: string): number {
    return Math.max(0, this.#form.querySelector(selector)?.getBoundingClientRect().bottom ?? 0);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#dom.hidden || event.isComposing) return;
    const isInside = this.#dom.contains(document.activeElement);
    if (event.key === "Escape") this.close();
    else if (event.key !== "Tab" || !this.#moveFocus(isInside, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Returns false if the browser moves the focus itself. */
  #moveFocus(isInside: boolean, isBack: boolean): boolean {
    const controls = this.#controls();
    const [first, last] = [controls[0], controls.at(-1)];
    if (!isInside && !isBack) this.#focusFirst();
    else if (isInside && isBack && document.activeElement === first) this.#focusText();
    else if (isInside && !isBack && document.activeElement === last) first?.focus();
    else return false;
    return true;
  }

  /** A finding that has only a message gets the focus itself, so that it is read out. */
  #focusFirst(): void {
    (this.#controls()[0] ?? this.#dom).focus({ preventScroll: true });
  }

  /** What Tab reaches. */
  #controls(): HTMLElement[] {
    const all = [...this.#dom.querySelectorAll<HTMLElement>("button, summary, input")];
    return all.filter((control) => control.checkVisibility?.() ?? control.offsetParent !== null);
  }
}
