import { darker, lighter, mix } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { curve, line, px, shape, steps } from "./marks.ts";
import type { Point } from "./marks.ts";

/** Terraces stepping down towards the viewer, each a strip of water or crop with an earth bank. */
export function terraces(
  d: Drawing,
  plan: {
    readonly top: number;
    readonly count: number;
    readonly strips: readonly [string, ...string[]];
    readonly bank: string;
    /** The colour of the light that the strips mirror, and how much of it. */
    readonly sheen: readonly [colour: string, share: number];
  },
): void {
  const { top, count, strips, bank, sheen } = plan;
  const bend = d.random.between(0, 6.3);
  for (const index of steps(count)) {
    const share = (index / count) ** 1.55;
    const y = top + (d.height + 120 - top) * share;
    const edge = terraceEdge(d, y, 26 + share * 120, bend + index * 0.34);
    const data = edge.map(([x, at]) => `${px(x)} ${px(at)}`).join("L");
    const colour = strips[index % strips.length] ?? strips[0];
    const near = darker(colour, share * 0.25);
    const paint = d.across(
      [0, near],
      [0.35 + 0.3 * Math.sin(index * 1.7) ** 2, mix(near, sheen[0], sheen[1])],
      [1, darker(near, 0.12)],
    );
    d.add(shape(`M-10 ${d.height + 10}L${data}L${d.width + 10} ${d.height + 10}Z`, bank));
    const drop = 3 + share * 16;
    d.add(
      `<g transform="translate(0 ${px(drop)})">${shape(`M-10 ${d.height + 10}L${data}L${d.width + 10} ${d.height + 10}Z`, paint)}</g>`,
    );
    d.add(line(edge, lighter(bank, 0.35), 1 + share * 3, `opacity="0.55"`));
  }
}

function terraceEdge(d: Drawing, y: number, swing: number, phase: number): Point[] {
  return steps(61).map((index): Point => {
    const along = index / 60;
    const wave = Math.sin(along * 5 + phase) * 0.55 + Math.sin(along * 11 + phase * 1.9) * 0.25;
    return [along * (d.width + 40) - 20, y + wave * swing];
  });
}

/** A rounded hill striped with rows of tea that follow its shape. */
export function teaHill(
  d: Drawing,
  x: number,
  y: number,
  radius: number,
  colour: string,
  rows = 17,
): void {
  const hill = `M${px(x - radius * 1.5)} ${px(y + radius * 0.55)}C${px(x - radius * 0.75)} ${px(y - radius * 0.75)} ${px(x + radius * 0.75)} ${px(y - radius * 0.75)} ${px(x + radius * 1.5)} ${px(y + radius * 0.55)}L${px(x + radius * 1.5)} ${px(d.height + 20)}L${px(x - radius * 1.5)} ${px(d.height + 20)}Z`;
  d.add(
    shape(
      hill,
      d.across([0, darker(colour, 0.45)], [0.4, lighter(colour, 0.1)], [1, darker(colour, 0.3)]),
    ),
  );
  const sway = d.random.between(-0.1, 0.1);
  const stripes = steps(rows).flatMap((row) => {
    const down = (row / rows) ** 1.3 * radius * 1.5;
    const data = `M${px(x - radius * 1.6)} ${px(y + radius * 0.7 + down)}C${px(x - radius * 0.75)} ${px(y - radius * (0.7 + sway) + down)} ${px(x + radius * 0.75)} ${px(y - radius * (0.7 - sway) + down)} ${px(x + radius * 1.6)} ${px(y + radius * 0.7 + down)}`;
    const width = 4 + (row / rows) * radius * 0.055;
    return [
      curve(data, darker(colour, 0.5), width * 1.5),
      `<g transform="translate(0 ${px(-width * 0.35)})">${curve(data, mix(colour, "#e8ee8e", 0.28), width * 0.75)}</g>`,
    ];
  });
  d.add(d.clipped(shape(hill, "#000000"), ...stripes));
}

/** Straight rows running to a vanishing point. */
export function cropRows(
  d: Drawing,
  horizon: number,
  vanishing: number,
  count: number,
  soil: string,
  leaf: string,
): void {
  const half = count / 2;
  for (const index of steps(count + 1)) {
    const offset = (index - half) / half;
    const [near, far] = [d.width / 2 + offset * d.width * 1.7, vanishing + offset * d.width * 0.14];
    const [wide, thin] = [(d.width / count) * 1.05, (d.width / count) * 0.07];
    const bed = (inset: number) =>
      `M${px(far - thin * inset)} ${px(horizon)}L${px(far + thin * inset)} ${px(horizon)}L${px(near + wide * inset)} ${px(d.height)}L${px(near - wide * inset)} ${px(d.height)}Z`;
    d.add(shape(bed(1), darker(soil, 0.15)));
    d.add(shape(bed(0.72), d.downward([0, mix(leaf, soil, 0.35)], [1, leaf])));
    d.add(shape(bed(0.3), d.downward([0, leaf], [1, lighter(leaf, 0.22)]), `opacity="0.8"`));
  }
}
