import { px } from "./marks.ts";
import { seededRandom } from "./seeded-random.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Offset 0–1, colour, opacity 0–1 (1 when left out). */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** One picture being drawn: marks from back to front, and the paints and filters they use. */
export class Drawing {
  readonly width: number;
  readonly height: number;
  readonly random: SeededRandom;
  readonly #definitions: string[] = [];
  readonly #marks: string[] = [];

  constructor(name: string, width: number, height: number) {
    this.width = width;
    this.height = height;
    this.random = seededRandom(name);
  }

  /** Puts marks in front of all that is there. */
  add(...marks: readonly string[]): void {
    this.#marks.push(...marks);
  }

  /** A paint that changes from the top of the painted shape to its bottom. */
  downward(...stops: readonly Stop[]): string {
    return this.#paint(`linearGradient`, `x1="0" y1="0" x2="0" y2="1"`, stops);
  }

  /** A paint that changes from the left of the painted shape to its right. */
  across(...stops: readonly Stop[]): string {
    return this.#paint(`linearGradient`, `x1="0" y1="0" x2="1" y2="0"`, stops);
  }

  /** A paint that changes from the middle of the painted shape to its rim. */
  outward(...stops: readonly Stop[]): string {
    return this.#paint(`radialGradient`, `cx="0.5" cy="0.5" r="0.5"`, stops);
  }

  /** The marks out of focus; `deviation` in pixels. */
  blurred(deviation: number, ...marks: readonly string[]): string {
    const id = this.#define(
      (name) =>
        `<filter id="${name}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${px(deviation)}"/></filter>`,
    );
    return `<g filter="url(#${id})">${marks.join("")}</g>`;
  }

  /** The marks, seen only inside the shape that `outline` (SVG markup) fills. */
  clipped(outline: string, ...marks: readonly string[]): string {
    const id = this.#define((name) => `<clipPath id="${name}">${outline}</clipPath>`);
    return `<g clip-path="url(#${id})">${marks.join("")}</g>`;
  }

  svg(): string {
    const { width, height } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${this.#definitions.join("")}</defs>${this.#marks.join("")}</svg>`;
  }

  #paint(kind: string, direction: string, stops: readonly Stop[]): string {
    const marks = stops.map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    );
    const id = this.#define(
      (name) => `<${kind} id="${name}" ${direction}>${marks.join("")}</${kind}>`,
    );
    return `url(#${id})`;
  }

  #define(markup: (name: string) => string): string {
    const name = `d${this.#definitions.length}`;
    this.#definitions.push(markup(name));
    return name;
  }
}
