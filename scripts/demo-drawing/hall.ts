import { darker, lighter } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { glow } from "./light.ts";
import { circle, ellipse, line, polygon, px, rect, shape, steps } from "./marks.ts";
import { anyLook, bust } from "./people.ts";
import type { Look } from "./people.ts";
import { blossom, longLeaf } from "./plants.ts";
import { star } from "./star.ts";

/** Heavy cloth hanging in folds. */
export function curtain(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  folds = 16,
): void {
  const fold = width / folds;
  const paint = d.across(
    [0, darker(colour, 0.5)],
    [0.45, lighter(colour, 0.08)],
    [0.7, colour],
    [1, darker(colour, 0.45)],
  );
  const strips = steps(folds).map((index) => rect(x + index * fold, y, fold + 1, height, paint));
  d.add(d.blurred(2.4, ...strips));
  d.add(
    rect(
      x,
      y,
      width,
      height,
      d.downward([0, "#000000", 0.35], [0.3, "#000000", 0], [1, "#000000", 0.3]),
    ),
  );
}

/** A short valance gathered in swags along the top of a stage. */
export function valance(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  drop: number,
  colour: string,
): void {
  const parts = 9;
  const wide = width / parts;
  const paint = d.downward([0, darker(colour, 0.4)], [0.7, colour], [1, lighter(colour, 0.15)]);
  const swags = steps(parts).map((index) => {
    const left = x + index * wide;
    return shape(
      `M${px(left)} ${px(y)}h${px(wide)}v${px(drop * 0.3)}q${px(-wide / 2)} ${px(drop * 1.4)} ${px(-wide)} 0Z`,
      paint,
    );
  });
  d.add(d.blurred(1.2, ...swags));
}

/** The words on a backdrop, centred on x. */
export function heading(
  x: number,
  y: number,
  size: number,
  words: string,
  fill = "#ffe08a",
): string {
  return `<text x="${px(x)}" y="${px(y)}" font-family="DejaVu Serif" font-weight="bold" font-size="${px(size)}" text-anchor="middle" fill="${fill}">${words}</text>`;
}

/** A speaker's stand with its front at (x, y) on the floor, and flowers. */
export function lectern(
  d: Drawing,
  x: number,
  y: number,
  height: number,
  wood = "#7a4526",
): string {
  const w = height * 0.46;
  const front = d.across(
    [0, darker(wood, 0.35)],
    [0.4, lighter(wood, 0.12)],
    [1, darker(wood, 0.3)],
  );
  return [
    ellipse(x, y, w * 0.75, height * 0.05, "#000000", `opacity="0.35"`),
    polygon(
      [
        [x - w * 0.42, y],
        [x + w * 0.42, y],
        [x + w * 0.5, y - height * 0.86],
        [x - w * 0.5, y - height * 0.86],
      ],
      front,
    ),
    polygon(
      [
        [x - w * 0.6, y - height * 0.84],
        [x + w * 0.6, y - height * 0.84],
        [x + w * 0.52, y - height],
        [x - w * 0.52, y - height],
      ],
      lighter(wood, 0.18),
    ),
    rect(x - w * 0.28, y - height * 0.66, w * 0.56, height * 0.42, darker(wood, 0.2), `rx="6"`),
    star(x, y - height * 0.45, height * 0.1, "#f0c558"),
    line(
      [
        [x + w * 0.16, y - height * 0.96],
        [x + w * 0.1, y - height * 1.2],
      ],
      "#20232a",
      4,
    ),
    ellipse(x + w * 0.09, y - height * 1.22, 7, 11, "#2c3038"),
  ].join("");
}

/** A low heap of flowers. */
export function flowers(
  d: Drawing,
  x: number,
  y: number,
  size: number,
  petals: readonly [string, ...string[]] = ["#e8546b", "#f7a3b2", "#ffd9e0", "#f6c445"],
): string {
  const leaves = steps(9).map((index) =>
    longLeaf(x, y, size * d.random.between(0.6, 0.95), (index - 4) * 20, "#3c6b3a", 0.24),
  );
  const heads = steps(12).map(() => {
    const [dx, dy] = [d.random.between(-0.6, 0.6), d.random.between(0.1, 0.75)];
    return blossom(
      x + dx * size * (1.1 - dy * 0.5),
      y - dy * size,
      size * d.random.between(0.12, 0.18),
      d.random.pick(petals),
      "#fff3c9",
    );
  });
  return leaves.join("") + heads.join("");
}

/** A long table under a cloth that falls to the floor. */
export function clothTable(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
): string {
  const parts = Math.max(4, Math.round(width / 70));
  const paint = d.across([0, darker(colour, 0.32)], [0.5, colour], [1, darker(colour, 0.28)]);
  const folds = steps(parts).map((index) =>
    rect(x + (index * width) / parts, y, width / parts + 1, height, paint),
  );
  const top = polygon(
    [
      [x - 6, y],
      [x + width + 6, y],
      [x + width - 18, y - height * 0.14],
      [x + 18, y - height * 0.14],
    ],
    lighter(colour, 0.2),
  );
  return folds.join("") + top + rect(x - 6, y - 2, width + 12, 8, darker(colour, 0.1));
}

/** A projection screen or a large display that shines. */
export function screen(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  face: string,
): void {
  glow(d, x + width / 2, y + height / 2, width * 0.75, lighter(face, 0.35), 0.35);
  d.add(rect(x - 8, y - 8, width + 16, height + 16, "#15181f", `rx="6"`));
  d.add(rect(x, y, width, height, d.downward([0, lighter(face, 0.3)], [1, face])));
}

/** Rows of people seen from behind, larger and darker towards the viewer. */
export function audience(
  d: Drawing,
  plan: {
    readonly top: number;
    readonly bottom: number;
    readonly rows: number;
    readonly size: readonly [far: number, near: number];
    readonly shirts?: readonly [string, ...string[]];
    readonly dim?: number;
    readonly chairs?: string;
    readonly aisle?: number;
  },
): void {
  const { top, bottom, rows, size, dim = 0.35, chairs = "#5a2a26", aisle = 0 } = plan;
  for (const row of steps(rows)) {
    const share = rows === 1 ? 1 : row / (rows - 1);
    const wide = size[0] + (size[1] - size[0]) * share ** 1.3;
    const y = top + (bottom - top) * share ** 1.25;
    const seats: string[] = [];
    for (let x = d.random.between(-wide, 0); x < d.width + wide; x += wide * 1.22) {
      const at = x + d.random.between(-0.07, 0.07) * wide;
      if (Math.abs(at - d.width / 2) < aisle * (0.3 + share)) continue;
      const look = dimmed(anyLook(d, plan.shirts), dim * share);
      seats.push(bust(d, at, y + wide * 0.1, wide * 0.92, { ...look, back: true }));
      seats.push(
        rect(
          at - wide * 0.46,
          y - wide * 0.14,
          wide * 0.92,
          wide * 0.9,
          darker(chairs, 0.2 + dim * share),
          `rx="${px(wide * 0.12)}"`,
        ),
      );
    }
    d.add(share > 0.8 && rows > 1 ? d.blurred(5 * share, ...seats) : seats.join(""));
  }
}

function dimmed(look: Look, share: number): Look {
  return { ...look, shirt: darker(look.shirt, share), skin: darker(look.skin ?? "#d9a987", share) };
}

/** Round lamps let into a ceiling, in lines that run away from the viewer. */
export function ceiling(d: Drawing, bottom: number, colour: string): void {
  d.add(rect(0, 0, d.width, bottom, d.downward([0, darker(colour, 0.35)], [1, colour])));
  for (const row of steps(4)) {
    const y = bottom * (0.16 + row * 0.24);
    const spread = d.width * (0.62 - row * 0.1);
    for (const lamp of steps(6)) {
      const x = d.width / 2 + ((lamp - 2.5) / 2.5) * spread;
      glow(d, x, y, 70 - row * 10, "#fff0cf", 0.6);
      d.add(ellipse(x, y, 22 - row * 3, 7 - row, "#fffaf0"));
    }
  }
}

/** People behind a table, facing the viewer, from `x` to `x + width`. */
export function presidium(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  count: number,
  size: number,
  looks: readonly [string, ...string[]],
): string {
  return steps(count)
    .map(
      (index) =>
        bust(d, x + (width / count) * (index + 0.5), y, size, anyLook(d, looks)) +
        circle(x + (width / count) * (index + 0.5) + size * 0.4, y - 2, size * 0.06, "#dfeaf0"),
    )
    .join("");
}
