import { darker, lighter } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { glow } from "./light.ts";
import { circle, ellipse, line, polygon, px, rect, shape, steps } from "./marks.ts";

/** A wall with a floor in front of it that meets at `floor`. */
export function room(d: Drawing, floor: number, wall: string, boards: string): void {
  d.add(
    rect(
      0,
      0,
      d.width,
      floor,
      d.across([0, darker(wall, 0.25)], [0.5, lighter(wall, 0.12)], [1, darker(wall, 0.25)]),
    ),
  );
  d.add(
    rect(0, floor, d.width, d.height - floor, d.downward([0, boards], [1, darker(boards, 0.5)])),
  );
  d.add(rect(0, floor - 10, d.width, 12, darker(wall, 0.35)));
}

/** A wide desk with a front board; its top edge at y. */
export function desk(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  wood: string,
): string {
  return (
    rect(x, y, width, height, d.downward([0, wood], [1, darker(wood, 0.45)])) +
    rect(x - 10, y - 14, width + 20, 20, lighter(wood, 0.25), `rx="4"`)
  );
}

/** A monitor on its foot, seen from the front; (x, y) is the middle of the foot. */
export function monitor(d: Drawing, x: number, y: number, width: number, face: string): string {
  const height = width * 0.6;
  return [
    rect(x - width * 0.05, y - height * 0.26, width * 0.1, height * 0.26, "#2c323a"),
    ellipse(x, y, width * 0.2, width * 0.035, "#20252c"),
    rect(x - width / 2, y - height * 1.22, width, height, "#1a1e25", `rx="${px(width * 0.03)}"`),
    rect(
      x - width * 0.47,
      y - height * 1.18,
      width * 0.94,
      height * 0.9,
      d.downward([0, lighter(face, 0.3)], [1, darker(face, 0.1)]),
    ),
  ].join("");
}

/** The back of a monitor, as its user's visitors see it. */
export function monitorBack(x: number, y: number, width: number): string {
  const height = width * 0.62;
  return (
    rect(x - width * 0.06, y - height * 0.3, width * 0.12, height * 0.3, "#39414b") +
    rect(x - width / 2, y - height * 1.2, width, height, "#2a3038", `rx="${px(width * 0.04)}"`) +
    circle(x, y - height * 0.7, width * 0.05, "#525c68")
  );
}

/** Bars, a line and a ring of figures for a display, inside the rectangle. */
export function charts(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
): string {
  const bars = steps(9).map((index) => {
    const tall = height * (0.12 + 0.05 * index + d.random.between(-0.05, 0.08));
    return rect(
      x + width * (0.06 + index * 0.05),
      y + height * 0.9 - tall,
      width * 0.03,
      tall,
      index % 3 === 2 ? "#ffc857" : colour,
    );
  });
  const points = steps(8).map(
    (index) =>
      [
        x + width * (0.56 + index * 0.055),
        y + height * (0.42 - index * 0.035 + d.random.between(-0.05, 0.05)),
      ] as const,
  );
  const ring =
    circle(
      x + width * 0.28,
      y + height * 0.26,
      height * 0.15,
      "none",
      `stroke="${colour}" stroke-width="${px(height * 0.06)}"`,
    ) +
    shape(
      `M${px(x + width * 0.28)} ${px(y + height * 0.11)}a${px(height * 0.15)} ${px(height * 0.15)} 0 0 1 ${px(height * 0.13)} ${px(height * 0.22)}`,
      "none",
      `stroke="#ffc857" stroke-width="${px(height * 0.06)}"`,
    );
  const lines = steps(4).map((index) =>
    rect(
      x + width * 0.58,
      y + height * (0.58 + index * 0.09),
      width * (0.32 - (index % 3) * 0.06),
      height * 0.035,
      lighter(colour, 0.4),
      `opacity="0.6"`,
    ),
  );
  return bars.join("") + line(points, lighter(colour, 0.5), height * 0.02) + ring + lines.join("");
}

/** A pendant lamp with the light it sheds. */
export function pendant(
  d: Drawing,
  x: number,
  drop: number,
  size: number,
  colour = "#ffd596",
): void {
  d.add(
    line(
      [
        [x, 0],
        [x, drop - size],
      ],
      "#20242a",
      4,
    ),
  );
  d.add(
    polygon(
      [
        [x - size * 0.3, drop - size],
        [x + size * 0.3, drop - size],
        [x + size, drop],
        [x - size, drop],
      ],
      "#2b3038",
    ),
  );
  glow(d, x, drop + size * 0.2, size * 5, colour, 0.5);
  d.add(ellipse(x, drop, size, size * 0.2, lighter(colour, 0.5)));
}

/** A chair seen from behind, its foot at (x, y). */
export function chairBack(x: number, y: number, size: number, colour: string): string {
  return (
    rect(x - size * 0.45, y - size, size * 0.9, size * 0.62, colour, `rx="${px(size * 0.1)}"`) +
    line(
      [
        [x - size * 0.34, y - size * 0.4],
        [x - size * 0.38, y],
      ],
      darker(colour, 0.5),
      size * 0.07,
    ) +
    line(
      [
        [x + size * 0.34, y - size * 0.4],
        [x + size * 0.38, y],
      ],
      darker(colour, 0.5),
      size * 0.07,
    )
  );
}

/** A tablet lying or held, tilted. */
export function tablet(
  x: number,
  y: number,
  width: number,
  turn: number,
  face = "#bfe0f2",
): string {
  return `<g transform="translate(${px(x)} ${px(y)}) rotate(${turn})">${rect(-width / 2, -width * 0.36, width, width * 0.72, "#1d2128", `rx="${px(width * 0.06)}"`)}${rect(-width * 0.45, -width * 0.31, width * 0.9, width * 0.62, face)}${steps(
    4,
  )
    .map((index) =>
      rect(
        -width * 0.36,
        -width * 0.2 + index * width * 0.12,
        width * (0.6 - (index % 2) * 0.18),
        width * 0.04,
        "#4d7389",
      ),
    )
    .join("")}</g>`;
}
