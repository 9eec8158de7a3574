/** Where a text offset, or the cursor, is on the screen: the middle of its line, in CSS pixels from the top of the window. */
export type LineMiddle = (place: number | "cursor") => number;

/** At least so much of the text, in CSS pixels, must be on the screen to be what a person reads. */
const minVisible = 40;

/**
 * Remembers what the person sees before the body field is replaced. The returned function scrolls the page so that the same
 * thing is at the same height again.
 */
export function keepPlace(textarea: HTMLTextAreaElement): (editorLine: LineMiddle) => void {
  const { place, before } = findPlace(textarea);
  return (editorLine) => {
    const now = place instanceof Element ? place.getBoundingClientRect().top : editorLine(place);
    scrollBy({ top: now - before, behavior: "instant" });
  };
}

type Place = { place: number | "cursor" | Element; before: number };

function findPlace(textarea: HTMLTextAreaElement): Place {
  const mirror = new Mirror(textarea);
  try {
    const { top, bottom } = measureVisiblePart(textarea);
    const active = document.activeElement;
    if (active === textarea) {
      const isBackward = textarea.selectionDirection === "backward";
      const cursor = isBackward ? textarea.selectionStart : textarea.selectionEnd;
      const before = mirror.findMiddle(cursor);
      if (before > top && before < bottom) return { place: "cursor", before };
    } else if (active !== null && active !== document.body && isOnScreen(active)) {
      return { place: active, before: active.getBoundingClientRect().top };
    }
    // While the beginning of the text is on the screen, what stands above it is read, and does not move.
    const isAtStart = textarea.getBoundingClientRect().top >= 0 && textarea.scrollTop === 0;
    if (!isAtStart && bottom - top > minVisible) {
      const place = mirror.offsetAt((top + bottom) / 2);
      return { place, before: mirror.findMiddle(place) };
    }
  } finally {
    mirror.remove();
  }
  const seen = textarea.closest(".field") ?? document.body;
  return { place: seen, before: seen.getBoundingClientRect().top };
}

function measureVisiblePart(element: Element): { top: number; bottom: number } {
  const { top, bottom } = element.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = measureVisiblePart(element);
  return bottom > top;
}

/** The text of a textarea, laid out in the same way, because a textarea does not tell where its lines are. */
class Mirror {
  readonly #textarea: HTMLTextAreaElement;
  readonly #box = document.createElement("div");
  readonly #text: Text;
  readonly #range = document.createRange();

  constructor(textarea: HTMLTextAreaElement) {
    this.#textarea = textarea;
    // The last character gives the end of the text a place.
    this.#text = document.createTextNode(`${textarea.value}\u200b`);
    const { font, letterSpacing, padding, overflowWrap, wordBreak, tabSize } =
      getComputedStyle(textarea);
    Object.assign(this.#box.style, {
      position: "fixed",
      top: "0",
      left: "0",
      visibility: "hidden",
      boxSizing: "border-box",
      width: `${textarea.clientWidth}px`,
      whiteSpace: "pre-wrap",
      font,
      letterSpacing,
      padding,
      overflowWrap,
      wordBreak,
      tabSize,
    });
    this.#box.append(this.#text);
    document.body.append(this.#box);
  }

  findMiddle(offset: number): number {
    this.#range.setStart(this.#text, offset);
    this.#range.setEnd(this.#text, offset + 1);
    const rect = this.#range.getClientRects()[0] ?? this.#box.getBoundingClientRect();
    const { top } = this.#textarea.getBoundingClientRect();
    const inBox = (rect.top + rect.bottom) / 2 - this.#box.getBoundingClientRect().top;
    return top + this.#textarea.clientTop + inBox - this.#textarea.scrollTop;
  }

  /** The first offset whose line is at this height or below it. */
  offsetAt(height: number): number {
    let [low, high] = [0, this.#textarea.value.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.findMiddle(middle) < height) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  remove(): void {
    this.#box.remove();
  }
}
