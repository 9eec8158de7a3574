import { mix } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { shape, px, steps } from "./marks.ts";
import type { Point } from "./marks.ts";
import { mist } from "./sky.ts";

type RidgeShape = {
  /** Where the ridge stands on average, in pixels from the top. */
  readonly y: number;
  /** How far it rises and falls. */
  readonly relief: number;
  /** Small teeth on the line: 0 is a smooth hill, 1 a rocky crest. */
  readonly rough: number;
};

/** The upper edge of a mountain: three waves and their teeth, never the same twice. */
export function ridgeLine(d: Drawing, { y, relief, rough }: RidgeShape): Point[] {
  const waves = [1.3, 2.7, 6.1].map((pace) => ({
    pace: pace * d.random.between(0.8, 1.25),
    phase: d.random.between(0, 6.3),
  }));
  const parts = 90;
  return steps(parts + 1).map((index): Point => {
    const along = index / parts;
    const swell = waves.reduce(
      (sum, { pace, phase }, order) => sum + Math.sin(along * pace * 6.3 + phase) / (order + 1.4),
      0,
    );
    const tooth = d.random.between(-1, 1) * rough * 0.16;
    return [along * d.width, y - (swell * 0.6 + tooth) * relief];
  });
}

/** Everything below the line, down to the bottom of the picture. */
export function below(d: Drawing, edge: readonly Point[], fill: string): string {
  const top = edge.map(([x, y]) => `${px(x)} ${px(y)}`).join("L");
  return shape(`M0 ${d.height}L${top}L${d.width} ${d.height}Z`, fill);
}

/** Mountains behind mountains: each nearer one darker, its foot lost in haze. */
export function ridges(
  d: Drawing,
  plan: {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly far: string;
    readonly near: string;
    readonly haze: string;
    readonly relief?: number;
    readonly rough?: number;
  },
): void {
  const { from, to, count, far, near, haze, relief = 110, rough = 0.5 } = plan;
  for (const index of steps(count)) {
    const share = count === 1 ? 1 : index / (count - 1);
    const colour = mix(far, near, share);
    const edge = ridgeLine(d, {
      y: from + (to - from) * share,
      relief: relief * (0.75 + share * 0.5),
      rough: rough * (1 - share * 0.6),
    });
    const foot = mix(colour, haze, 0.75 - share * 0.4);
    d.add(below(d, edge, d.downward([0, colour], [0.5, foot], [1, foot])));
    if (index < count - 1) mist(d, from + (to - from) * (share + 0.8 / count) + 40, 70, haze, 0.3);
  }
}
