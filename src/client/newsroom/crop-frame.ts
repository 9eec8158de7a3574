import { cropWords } from "../../vietnamese/words/crop.ts";
import { make } from "../intake/make-element.ts";

type Point = { x: number; y: number };
type Area = Point & { width: number; height: number };

/** How a photo is shown. Crop and focus are parts of the rotated photo, from 0 to 1. */
export type Edit = { rotation: 0 | 90 | 180 | 270; crop: Area | null; focus: Point | null };

type Corner = keyof typeof cropWords.corners;
type Part = Corner | "area" | "focus";

const whole: Area = { x: 0, y: 0, width: 1, height: 1 };

/** The least width and height of a crop, and the steps of the arrow keys. */
const minSize = 0.1;
const step = 0.01;
const longStep = 0.1;

/** The photo with a frame over it that is moved and sized by mouse, finger, pen and keyboard. */
export class CropFrame {
  readonly #canvas = make("canvas");
  readonly #parts: Record<Part, HTMLButtonElement>;
  readonly dom: HTMLElement;
  readonly #image: HTMLImageElement;
  #edit: Edit;

  constructor(image: HTMLImageElement, edit: Edit | null) {
    this.#image = image;
    this.#edit = edit ?? { rotation: 0, crop: null, focus: null };
    const makeHandle = (name: Part, label: string): HTMLButtonElement => {
      const made = make("button", { type: "button", className: `crop-part crop-${name}` });
      made.setAttribute("aria-label", label);
      made.addEventListener("pointerdown", (event) => this.#drag(name, made, event));
      made.addEventListener("keydown", (event) => this.#onKey(name, event));
      return made;
    };
    const { corners } = cropWords;
    this.#parts = {
      area: makeHandle("area", cropWords.area),
      topLeft: makeHandle("topLeft", corners.topLeft),
      topRight: makeHandle("topRight", corners.topRight),
      bottomLeft: makeHandle("bottomLeft", corners.bottomLeft),
      bottomRight: makeHandle("bottomRight", corners.bottomRight),
      focus: makeHandle("focus", cropWords.focus),
    };
    this.dom = make(
      "div",
      { className: "crop-frame" },
      this.#canvas,
      ...Object.values(this.#parts),
    );
    this.#draw();
  }

  get edit(): Edit {
    const { rotation, crop, focus } = this.#edit;
    return { rotation, crop: crop ?? whole, focus };
  }

  /** Turns the photo by a quarter, and the frame with it. */
  rotate(by: 90 | -90): void {
    const { rotation, crop, focus } = this.#edit;
    const turnPoint = ({ x, y }: Point): Point =>
      by > 0 ? { x: 1 - y, y: x } : { x: y, y: 1 - x };
    const turnArea = ({ x, y, width, height }: Area): Area => ({
      ...turnPoint({ x: by > 0 ? x : x + width, y: by > 0 ? y + height : y }),
      width: height,
      height: width,
    });
    this.#edit = {
      rotation: ((rotation + by + 360) % 360) as Edit["rotation"],
      crop: crop === null ? null : turnArea(crop),
      focus: focus === null ? null : turnPoint(focus),
    };
    this.#draw();
  }

  reset(): void {
    this.#edit = { rotation: 0, crop: null, focus: null };
    this.#draw();
  }

  #draw(): void {
    const { naturalWidth, naturalHeight } = this.#image;
    const { rotation } = this.#edit;
    const isTurned = rotation % 180 !== 0;
    const [width, height] = isTurned
      ? [naturalHeight, naturalWidth]
      : [naturalWidth, naturalHeight];
    Object.assign(this.#canvas, { width, height });
    const context = this.#canvas.getContext("2d");
    context?.translate(width / 2, height / 2);
    context?.rotate((rotation * Math.PI) / 180);
    context?.drawImage(this.#image, -naturalWidth / 2, -naturalHeight / 2);
    this.#show();
  }

  #show(): void {
    const { x, y, width, height } = this.#edit.crop ?? whole;
    const { area, topLeft, topRight, bottomLeft, bottomRight, focus } = this.#parts;
    Object.assign(area.style, {
      left: formatPercent(x),
      top: formatPercent(y),
      width: formatPercent(width),
      height: formatPercent(height),
    });
    place(topLeft, x, y);
    place(topRight, x + width, y);
    place(bottomLeft, x, y + height);
    place(bottomRight, x + width, y + height);
    const point = this.#edit.focus ?? { x: x + width / 2, y: y + height / 2 };
    place(focus, point.x, point.y);
    focus.classList.toggle("is-set", this.#edit.focus !== null);
  }

  #drag(part: Part, button: HTMLButtonElement, start: PointerEvent): void {
    if (start.button !== 0) return;
    start.preventDefault();
    button.focus();
    button.setPointerCapture(start.pointerId);
    const box = this.#canvas.getBoundingClientRect();
    const before = this.#edit;
    let isMoved = false;
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const [x, y] = [
        (clientX - start.clientX) / box.width,
        (clientY - start.clientY) / box.height,
      ];
      isMoved ||= Math.hypot(clientX - start.clientX, clientY - start.clientY) > 4;
      if (isMoved) this.#moveFrom(before, part, { x, y });
    };
    const end = (): void => {
      button.removeEventListener("pointermove", move);
      // A tap into the frame says what matters most.
      if (isMoved || part !== "area") return;
      const x = (start.clientX - box.left) / box.width;
      this.#setFocus({ x, y: (start.clientY - box.top) / box.height });
    };
    button.addEventListener("pointermove", move);
    button.addEventListener("lostpointercapture", end, { once: true });
  }

  #onKey(part: Part, event: KeyboardEvent): void {
    const size = event.shiftKey ? longStep : step;
    const [x, y] = arrows[event.key] ?? [0, 0];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    this.#moveFrom(this.#edit, part, { x: x * size, y: y * size });
  }

  #moveFrom({ crop, focus, rotation }: Edit, part: Part, by: Point): void {
    const from = crop ?? whole;
    if (part === "focus") {
      const point = focus ?? { x: from.x + from.width / 2, y: from.y + from.height / 2 };
      return this.#setFocus({ x: point.x + by.x, y: point.y + by.y });
    }
    const moved = part === "area" ? moveArea(from, by) : moveCorner(from, part, by);
    this.#edit = { rotation, crop: moved, focus: focus === null ? null : keepInside(focus, moved) };
    this.#show();
  }

  #setFocus(point: Point): void {
    this.#edit = { ...this.#edit, focus: keepInside(point, this.#edit.crop ?? whole) };
    this.#show();
  }
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function moveArea({ x, y, width, height }: Area, by: Point): Area {
  return { x: clamp(x + by.x, 0, 1 - width), y: clamp(y + by.y, 0, 1 - height), width, height };
}

function moveCorner({ x, y, width, height }: Area, corner: Corner, by: Point): Area {
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  if (corner.endsWith("Left")) left = clamp(left + by.x, 0, right - minSize);
  else right = clamp(right + by.x, left + minSize, 1);
  if (corner.startsWith("top")) top = clamp(top + by.y, 0, bottom - minSize);
  else bottom = clamp(bottom + by.y, top + minSize, 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function keepInside({ x, y }: Point, area: Area): Point {
  return {
    x: clamp(x, area.x, area.x + area.width),
    y: clamp(y, area.y, area.y + area.height),
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

function formatPercent(part: number): string {
  return `${part * 100}%`;
}

function place({ style }: HTMLElement, x: number, y: number): void {
  Object.assign(style, { left: formatPercent(x), top: formatPercent(y) });
}
