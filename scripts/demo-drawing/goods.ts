import { darker, lighter } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { curve, ellipse, line, polygon, px, rect, shape, steps } from "./marks.ts";

/** A square code of light and dark cells: it looks like a QR code and says nothing. */
export function squareCode(d: Drawing, x: number, y: number, size: number): string {
  const cells = 13;
  const cell = size / cells;
  const marks = [
    rect(x - cell, y - cell, size + cell * 2, size + cell * 2, "#ffffff", `rx="${px(cell)}"`),
  ];
  for (let index = 0; index < cells * cells; index += 1) {
    const [column, row] = [index % cells, Math.floor(index / cells)];
    const inCorner = (column < 4 || column > 8) && (row < 4 || (row > 8 && column < 4));
    if (!inCorner && d.random.next() < 0.48)
      marks.push(rect(x + column * cell, y + row * cell, cell + 0.4, cell + 0.4, "#16181c"));
  }
  for (const [column, row] of [
    [0, 0],
    [9, 0],
    [0, 9],
  ] as const) {
    const [left, top] = [x + column * cell, y + row * cell];
    marks.push(
      rect(left, top, cell * 4, cell * 4, "#16181c"),
      rect(left + cell * 0.8, top + cell * 0.8, cell * 2.4, cell * 2.4, "#ffffff"),
      rect(left + cell * 1.4, top + cell * 1.4, cell * 1.2, cell * 1.2, "#16181c"),
    );
  }
  return marks.join("");
}

/** A tall woven back basket, standing at (x, y). */
export function basket(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  straw = "#b98a4e",
): string {
  const half = width / 2;
  const side = d.across(
    [0, darker(straw, 0.4)],
    [0.4, lighter(straw, 0.15)],
    [1, darker(straw, 0.35)],
  );
  const body = polygon(
    [
      [x - half, y - height],
      [x + half, y - height],
      [x + half * 0.66, y],
      [x - half * 0.66, y],
    ],
    side,
  );
  const weave = steps(7).map((row) => {
    const level = y - height * (0.08 + row * 0.13);
    const wide = half * (0.68 + row * 0.045);
    return curve(
      `M${px(x - wide)} ${px(level)}Q${px(x)} ${px(level + height * 0.07)} ${px(x + wide)} ${px(level)}`,
      darker(straw, 0.45),
      height * 0.018,
      `opacity="0.6"`,
    );
  });
  return (
    body +
    weave.join("") +
    ellipse(x, y - height, half, half * 0.3, darker(straw, 0.5)) +
    ellipse(
      x,
      y - height,
      half,
      half * 0.3,
      "none",
      `stroke="${lighter(straw, 0.2)}" stroke-width="${px(width * 0.05)}"`,
    )
  );
}

/** A heap of round things, from (x, y) upwards. */
export function heap(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  size: number,
  colours: readonly [string, ...string[]],
): string {
  const rows = 4;
  return steps(rows)
    .flatMap((row) => {
      const wide = width * (1 - row * 0.22);
      const count = Math.max(1, Math.floor(wide / size));
      return steps(count).map((index) => {
        const [at, level] = [x - wide / 2 + (index + 0.5) * (wide / count), y - row * size * 0.55];
        const colour = d.random.pick(colours);
        return (
          ellipse(at, level, size * 0.56, size * 0.54, colour) +
          ellipse(
            at - size * 0.16,
            level - size * 0.18,
            size * 0.15,
            size * 0.12,
            lighter(colour, 0.5),
            `opacity="0.7"`,
          )
        );
      });
    })
    .join("");
}

/** A market awning with a striped, scalloped edge. */
export function awning(d: Drawing, x: number, y: number, width: number, colour: string): string {
  const parts = 7;
  const wide = width / parts;
  const depth = width * 0.22;
  const roof = polygon(
    [
      [x + width * 0.1, y - depth],
      [x + width * 0.9, y - depth],
      [x + width, y],
      [x, y],
    ],
    d.downward([0, lighter(colour, 0.25)], [1, colour]),
  );
  const edge = steps(parts).map((index) =>
    shape(
      `M${px(x + index * wide)} ${px(y)}h${px(wide)}v${px(wide * 0.2)}a${px(wide / 2)} ${px(wide * 0.35)} 0 0 1 ${px(-wide)} 0Z`,
      index % 2 === 0 ? darker(colour, 0.18) : "#f3ead8",
    ),
  );
  const posts = [0.08, 0.92].map((share) =>
    line(
      [
        [x + width * share, y],
        [x + width * share, y + width * 0.62],
      ],
      "#4b3726",
      width * 0.022,
    ),
  );
  return posts.join("") + roof + edge.join("");
}

/** A band of embroidery: zigzags and diamonds between two edges. */
export function embroidery(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  ground: string,
): string {
  const threads = ["#e8b93c", "#d8435a", "#f3efe2", "#3f9d8c", "#e87f3a"] as const;
  const unit = height * 0.62;
  const count = Math.ceil(width / unit);
  const [first, second] = [d.random.pick(threads), d.random.pick(threads)];
  const diamonds = steps(count).map((index) => {
    const [at, middle] = [x + (index + 0.5) * (width / count), y + height / 2];
    const r = height * 0.3;
    return (
      polygon(
        [
          [at, middle - r],
          [at + r, middle],
          [at, middle + r],
          [at - r, middle],
        ],
        first,
      ) +
      polygon(
        [
          [at, middle - r * 0.45],
          [at + r * 0.45, middle],
          [at, middle + r * 0.45],
          [at - r * 0.45, middle],
        ],
        second,
      )
    );
  });
  return (
    rect(x, y, width, height, ground) +
    diamonds.join("") +
    rect(x, y, width, height * 0.07, second) +
    rect(x, y + height * 0.93, width, height * 0.07, first)
  );
}
