import { darker, lighter } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { circle, curve, ellipse, line, polygon, px, rect, shape, steps } from "./marks.ts";
import type { Point } from "./marks.ts";

/** A conifer with its foot at (x, y). */
export function conifer(d: Drawing, x: number, y: number, height: number, colour: string): string {
  const tiers = steps(4).map((tier) => {
    const top = y - height * (1 - tier * 0.2);
    const half = height * (0.1 + tier * 0.055) * d.random.between(0.85, 1.15);
    return polygon(
      [
        [x, top],
        [x + half, top + height * 0.34],
        [x - half, top + height * 0.34],
      ],
      colour,
    );
  });
  return (
    rect(x - height * 0.02, y - height * 0.1, height * 0.04, height * 0.1, darker(colour, 0.4)) +
    tiers.join("")
  );
}

/** A leafy tree with its foot at (x, y): a trunk and lit heaps of leaves. */
export function leafyTree(
  d: Drawing,
  x: number,
  y: number,
  height: number,
  colour: string,
): string {
  const trunk = shape(
    `M${px(x - height * 0.04)} ${px(y)}Q${px(x)} ${px(y - height * 0.3)} ${px(x - height * 0.02)} ${px(y - height * 0.6)}L${px(x + height * 0.03)} ${px(y - height * 0.6)}Q${px(x + height * 0.02)} ${px(y - height * 0.3)} ${px(x + height * 0.05)} ${px(y)}Z`,
    "#4b3a2c",
  );
  return trunk + foliage(d, x, y - height * 0.7, height * 0.27, colour);
}

/** Heaps of leaves around (x, y): dark ones below, lit ones above. */
export function foliage(d: Drawing, x: number, y: number, reach: number, colour: string): string {
  const heaps = steps(26).map((index) => {
    const angle = index * 2.4;
    const away = reach * Math.sqrt(index / 26);
    return [x + Math.cos(angle) * away * 1.3, y + Math.sin(angle) * away] as const;
  });
  return heaps
    .toSorted((a, b) => b[1] - a[1])
    .map(([at, level]) => {
      const lift = (y - level) / reach;
      const shade = lift > 0 ? lighter(colour, lift * 0.22) : darker(colour, -lift * 0.45);
      return circle(at, level, reach * d.random.between(0.22, 0.36), shade);
    })
    .join("");
}

/** A row of trees along a line of ground, growing from left to right at random distances. */
export function treeline(
  d: Drawing,
  edge: readonly Point[],
  size: readonly [low: number, high: number],
  colour: string,
  kind: "conifer" | "leafy" = "conifer",
): string {
  return edge
    .flatMap(([x, y], index) => {
      if (index % 2 === 1 && d.random.next() < 0.4) return [];
      const height = d.random.between(...size);
      const at = x + d.random.between(-10, 10);
      return [
        kind === "conifer"
          ? conifer(d, at, y + 8, height, colour)
          : leafyTree(d, at, y + 10, height, colour),
      ];
    })
    .join("");
}

/** A long pointed leaf from its stem at (x, y), `angle` in degrees from straight up. */
export function longLeaf(
  x: number,
  y: number,
  length: number,
  angle: number,
  colour: string,
  width = 0.16,
): string {
  const w = length * width;
  const leaf = `M0 0C${px(-w)} ${px(-length * 0.35)} ${px(-w * 0.7)} ${px(-length * 0.8)} 0 ${px(-length)}C${px(w * 0.7)} ${px(-length * 0.8)} ${px(w)} ${px(-length * 0.35)} 0 0Z`;
  const vein = line(
    [
      [0, 0],
      [0, -length * 0.92],
    ],
    lighter(colour, 0.22),
    Math.max(1, length * 0.012),
  );
  return `<g transform="translate(${px(x)} ${px(y)}) rotate(${px(angle)})">${shape(leaf, colour)}${vein}</g>`;
}

/** A clump of long leaves rising from (x, y), such as cardamom or ginger. */
export function leafClump(d: Drawing, x: number, y: number, size: number, colour: string): string {
  return steps(9)
    .map((index) => {
      const angle = (index - 4) * 17 + d.random.between(-7, 7);
      const shade =
        index % 2 === 0
          ? darker(colour, d.random.between(0, 0.3))
          : lighter(colour, d.random.between(0, 0.14));
      return longLeaf(x, y, size * d.random.between(0.7, 1.05), angle, shade);
    })
    .join("");
}

/** A seedling: two leaves on a short stem. */
export function seedling(x: number, y: number, size: number, colour: string): string {
  const stem = curve(
    `M${px(x)} ${px(y)}q${px(size * 0.05)} ${px(-size * 0.4)} 0 ${px(-size * 0.6)}`,
    darker(colour, 0.2),
    size * 0.07,
  );
  const top = y - size * 0.55;
  return (
    stem +
    longLeaf(x, top, size * 0.6, -52, colour, 0.3) +
    longLeaf(x, top, size * 0.6, 48, lighter(colour, 0.12), 0.3) +
    longLeaf(x, top, size * 0.45, 4, lighter(colour, 0.2), 0.26)
  );
}

/** A five-petalled flower head. */
export function blossom(x: number, y: number, r: number, petal: string, heart = "#f6c945"): string {
  const petals = steps(5).map((index) => {
    const angle = index * 1.2566;
    return ellipse(
      x + Math.cos(angle) * r * 0.6,
      y + Math.sin(angle) * r * 0.6,
      r * 0.5,
      r * 0.5,
      petal,
    );
  });
  return petals.join("") + circle(x, y, r * 0.32, heart);
}
