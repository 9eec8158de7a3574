/** A place on the picture, in pixels from its top left corner. */
export type Point = readonly [x: number, y: number];

/** Extra SVG attributes, such as `opacity="0.5"`. */
type Attributes = string;

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  attributes: Attributes = "",
): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${fill}" ${attributes}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, attributes = ""): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(r)}" fill="${fill}" ${attributes}/>`;
}

export function ellipse(
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  attributes: Attributes = "",
): string {
  return `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(rx)}" ry="${px(ry)}" fill="${fill}" ${attributes}/>`;
}

/** A filled shape from SVG path data. */
export function shape(data: string, fill: string, attributes: Attributes = ""): string {
  return `<path d="${data}" fill="${fill}" ${attributes}/>`;
}

/** A filled shape with straight sides. */
export function polygon(points: readonly Point[], fill: string, attributes = ""): string {
  return `<polygon points="${list(points)}" fill="${fill}" ${attributes}/>`;
}

/** An open line through the points, with round ends. */
export function line(
  points: readonly Point[],
  stroke: string,
  width: number,
  attributes: Attributes = "",
): string {
  return `<polyline points="${list(points)}" fill="none" stroke="${stroke}" stroke-width="${px(width)}" stroke-linecap="round" stroke-linejoin="round" ${attributes}/>`;
}

/** A stroked curve from SVG path data. */
export function curve(data: string, stroke: string, width: number, attributes = ""): string {
  return `<path d="${data}" fill="none" stroke="${stroke}" stroke-width="${px(width)}" stroke-linecap="round" ${attributes}/>`;
}

function group(marks: readonly string[], attributes: Attributes = ""): string {
  return `<g ${attributes}>${marks.join("")}</g>`;
}

/** The marks moved to (x, y), then scaled; a negative `across` mirrors them. */
export function placed(
  marks: readonly string[],
  x: number,
  y: number,
  scale = 1,
  across = 1,
): string {
  return group(marks, `transform="translate(${px(x)} ${px(y)}) scale(${scale * across} ${scale})"`);
}

/** The first number, then `count` - 1 steps. */
export function steps(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export const px = (value: number): number => Math.round(value * 10) / 10;

function list(points: readonly Point[]): string {
  return points.map(([x, y]) => `${px(x)},${px(y)}`).join(" ");
}
