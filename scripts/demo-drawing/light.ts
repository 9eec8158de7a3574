import type { Drawing } from "./drawing.ts";
import { circle, ellipse, polygon, rect, steps } from "./marks.ts";

/** A round light that fades to nothing. */
export function glow(
  d: Drawing,
  x: number,
  y: number,
  r: number,
  colour: string,
  strength = 0.9,
): void {
  d.add(
    circle(
      x,
      y,
      r,
      d.outward([0, colour, strength], [0.35, colour, strength * 0.4], [1, colour, 0]),
    ),
  );
}

/** A beam from a lamp at (x, y) down to a pool of light. */
export function beam(
  d: Drawing,
  x: number,
  y: number,
  toX: number,
  toY: number,
  spread: number,
  colour: string,
  strength = 0.3,
): void {
  const paint = d.downward([0, colour, strength], [1, colour, 0.02]);
  const sides = polygon(
    [
      [x - 8, y],
      [x + 8, y],
      [toX + spread, toY],
      [toX - spread, toY],
    ],
    paint,
  );
  d.add(d.blurred(14, sides));
}

/** Darkens the corners. */
export function vignette(d: Drawing, strength = 0.5, colour = "#05070c"): void {
  const { width, height } = d;
  const paint = d.outward([0, colour, 0], [0.6, colour, 0], [1, colour, strength]);
  d.add(ellipse(width / 2, height / 2, width * 0.78, height * 0.82, paint));
  const corners = d.outward([0.92, colour, 0], [1, colour, 0]);
  d.add(rect(0, 0, width, height, corners));
}

/** A wash of light over the whole picture, from the top. */
export function wash(d: Drawing, colour: string, strength: number, bottom = 0): void {
  d.add(rect(0, 0, d.width, d.height, d.downward([0, colour, strength], [1, colour, bottom])));
}

/** Out-of-focus lights. */
export function bokeh(
  d: Drawing,
  count: number,
  area: readonly [left: number, top: number, right: number, bottom: number],
  colours: readonly [string, ...string[]],
  size: readonly [low: number, high: number] = [10, 34],
): void {
  const lights = steps(count).map(() =>
    circle(
      d.random.between(area[0], area[2]),
      d.random.between(area[1], area[3]),
      d.random.between(...size),
      d.random.pick(colours),
      `opacity="${d.random.between(0.15, 0.5).toFixed(2)}"`,
    ),
  );
  d.add(d.blurred(3, ...lights));
}
