import type { EditorView } from "prosemirror-view";
import { element } from "./element.ts";
import { movePhotoTo } from "./photo-commands.ts";
import { schema } from "./schema.ts";

/** How near to an edge of the window the page scrolls, and how far in each frame, in CSS pixels. */
const edge = 140;
const scrollStep = 12;

/** A place where the photo may go, and the line that shows it, in the coordinates of the window. */
type Place = { position: number; left: number; top: number; width: number; height: number };

/** Moves a photo by its handle: by mouse, finger or pen, also into and out of galleries. Escape ends it without a change. */
export class PhotoDrag {
  readonly #view: EditorView;
  readonly #position: () => number | undefined;
  readonly #line = element("div", { class: "editor-drop-line" });
  readonly #ended = new AbortController();
  #x: number;
  #y: number;
  #place: Place | null = null;

  constructor(
    grip: HTMLElement,
    view: EditorView,
    position: () => number | undefined,
    event: PointerEvent,
  ) {
    this.#view = view;
    this.#position = position;
    [this.#x, this.#y] = [event.clientX, event.clientY];
    const { signal } = this.#ended;
    grip.addEventListener("pointermove", (move) => this.#moveTo(move), { signal });
    grip.addEventListener("pointerup", () => this.#drop(), { signal });
    grip.addEventListener("pointercancel", () => this.#end(), { signal });
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") this.#end();
    };
    addEventListener("keydown", onKey, { signal });
    document.body.append(this.#line);
    this.#line.hidden = true;
    this.#follow();
  }

  #moveTo({ clientX, clientY }: PointerEvent): void {
    const isStill = Math.hypot(clientX - this.#x, clientY - this.#y) < 6;
    if (this.#place === null && isStill) return;
    [this.#x, this.#y] = [clientX, clientY];
    this.#showPlace();
  }

  #showPlace(): void {
    this.#place = findPlace(this.#view, this.#x, this.#y);
    this.#line.hidden = this.#place === null;
    if (this.#place === null) return;
    const { left, top, width, height } = this.#place;
    Object.assign(this.#line.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }

  /** Scrolls the page while the pointer is near its edges. */
  #follow(): void {
    if (this.#ended.signal.aborted) return;
    const direction = this.#y < edge ? -1 : this.#y > innerHeight - edge ? 1 : 0;
    if (this.#place !== null && direction !== 0) {
      scrollBy({ top: direction * scrollStep, behavior: "instant" });
      this.#showPlace();
    }
    requestAnimationFrame(() => this.#follow());
  }

  #drop(): void {
    const [from, place] = [this.#position(), this.#place];
    this.#end();
    if (from === undefined || place === null) return;
    movePhotoTo(from, place.position)(this.#view.state, this.#view.dispatch);
    this.#view.focus();
  }

  #end(): void {
    this.#ended.abort();
    this.#line.remove();
  }
}

const thickness = 4;

/** The place next to the pointer: between two blocks, or between two photos of a gallery. */
function findPlace(view: EditorView, x: number, y: number): Place | null {
  const places: Place[] = [];
  let inGallery: Place | null = null;
  view.state.doc.forEach((block, position) => {
    const dom = view.nodeDOM(position);
    if (!(dom instanceof HTMLElement)) return;
    const { left, top, bottom, width } = dom.getBoundingClientRect();
    const line = { left, width, height: thickness };
    places.push({ position, top: top - thickness, ...line });
    places.push({ position: position + block.nodeSize, top: bottom, ...line });
    const isOver = y > top + edge / 6 && y < bottom - edge / 6;
    if (block.type === schema.nodes.gallery && isOver) {
      inGallery = findPlaceInGallery(view, position, x, y);
    }
  });
  return inGallery ?? places.sort((a, b) => Math.abs(a.top - y) - Math.abs(b.top - y))[0] ?? null;
}

function findPlaceInGallery(view: EditorView, gallery: number, x: number, y: number): Place | null {
  const places: (Place & { distance: number })[] = [];
  view.state.doc.nodeAt(gallery)?.forEach((photo, offset) => {
    const position = gallery + 1 + offset;
    const dom = view.nodeDOM(position);
    if (!(dom instanceof HTMLElement)) return;
    const { left, right, top, bottom, width, height } = dom.getBoundingClientRect();
    const distance = Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y);
    const isBeside = width < view.dom.clientWidth * 0.6;
    const isAfter = isBeside ? x > (left + right) / 2 : y > (top + bottom) / 2;
    const at = { position: isAfter ? position + photo.nodeSize : position, distance };
    if (isBeside)
      places.push({ ...at, left: isAfter ? right : left, top, width: thickness, height });
    else places.push({ ...at, left, top: isAfter ? bottom : top, width, height: thickness });
  });
  return places.sort((a, b) => a.distance - b.distance)[0] ?? null;
}
