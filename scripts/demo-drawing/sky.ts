import type { Drawing, Stop } from "./drawing.ts";
import { glow } from "./light.ts";
import { circle, ellipse, line, rect, steps } from "./marks.ts";

/** Skies by the hour: stops from the zenith to the horizon. */
export const SKIES = {
  dawn: [
    [0, "#33527f"],
    [0.45, "#9a9bb4"],
    [0.75, "#f0bd93"],
    [1, "#fde3b4"],
  ],
  morning: [
    [0, "#5c9bd0"],
    [0.55, "#a9d2ea"],
    [1, "#f4efd9"],
  ],
  noon: [
    [0, "#2f7fc4"],
    [0.6, "#8fc6ea"],
    [1, "#dff0f4"],
  ],
  overcast: [
    [0, "#8496a3"],
    [0.6, "#b7c3c8"],
    [1, "#dfe3df"],
  ],
  storm: [
    [0, "#2b3947"],
    [0.55, "#5d7180"],
    [1, "#c5b99d"],
  ],
  evening: [
    [0, "#2c3566"],
    [0.4, "#8a5a86"],
    [0.72, "#ea8f5f"],
    [1, "#ffd58a"],
  ],
  dusk: [
    [0, "#101d3e"],
    [0.5, "#31497a"],
    [0.82, "#a5728a"],
    [1, "#eaa873"],
  ],
  night: [
    [0, "#050b1d"],
    [0.6, "#12264a"],
    [1, "#2f4d76"],
  ],
} as const satisfies Record<string, readonly Stop[]>;

export function sky(d: Drawing, hour: keyof typeof SKIES, horizon = d.height): void {
  d.add(rect(0, 0, d.width, horizon + 2, d.downward(...SKIES[hour])));
  const last = SKIES[hour].at(-1);
  if (last) d.add(rect(0, horizon, d.width, d.height - horizon, last[1]));
}

/** The sun with its haze. */
export function sun(d: Drawing, x: number, y: number, r: number, colour = "#fff3cf"): void {
  glow(d, x, y, r * 8, colour, 0.55);
  glow(d, x, y, r * 3, colour, 0.7);
  d.add(circle(x, y, r, colour));
}

/** Long soft clouds in a band of the sky. */
export function clouds(
  d: Drawing,
  count: number,
  top: number,
  bottom: number,
  colour: string,
  opacity = 0.5,
): void {
  const puffs = steps(count).flatMap(() => {
    const [x, y] = [d.random.between(-100, d.width + 100), d.random.between(top, bottom)];
    const size = d.random.between(50, 150);
    return steps(5).map((index) =>
      ellipse(
        x + (index - 2) * size * 0.8,
        y + d.random.between(-0.18, 0.18) * size,
        size * d.random.between(0.7, 1.2),
        size * d.random.between(0.16, 0.34),
        colour,
        `opacity="${opacity}"`,
      ),
    );
  });
  d.add(d.blurred(16, ...puffs));
}

/** A bank of mist whose upper edge is soft. */
export function mist(d: Drawing, y: number, height: number, colour: string, opacity = 0.75): void {
  const paint = d.outward([0, colour, opacity], [0.5, colour, opacity * 0.6], [1, colour, 0]);
  for (const index of steps(6)) {
    const x = (index + d.random.between(-0.4, 0.4)) * (d.width / 5);
    d.add(ellipse(x, y + d.random.between(-0.2, 0.2) * height, d.width * 0.3, height, paint));
  }
}

export function stars(d: Drawing, count: number, bottom: number): void {
  for (const index of steps(count)) {
    const bright = index % 9 === 0;
    d.add(
      circle(
        d.random.between(0, d.width),
        d.random.between(0, bottom),
        bright ? d.random.between(2.2, 3.4) : d.random.between(1, 1.9),
        bright ? "#fff2d2" : "#dbe8ff",
        `opacity="${d.random.between(0.35, 0.95).toFixed(2)}"`,
      ),
    );
  }
}

export function rain(d: Drawing, count: number, colour = "#dfe9ee"): void {
  for (let drop = 0; drop < count; drop += 1) {
    const [x, y] = [d.random.between(0, d.width), d.random.between(0, d.height)];
    const length = d.random.between(14, 40);
    d.add(
      line(
        [
          [x, y],
          [x - length * 0.25, y + length],
        ],
        colour,
        1.4,
        `opacity="0.22"`,
      ),
    );
  }
}
