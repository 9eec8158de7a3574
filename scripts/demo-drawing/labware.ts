import { darker, lighter } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { circle, ellipse, line, placed, px, rect, shape, steps } from "./marks.ts";

/** A conical flask, its foot at (x, y), filled to about half. */
export function flask(d: Drawing, x: number, y: number, height: number, liquid: string): string {
  const glass = d.across(
    [0, "#ffffff", 0.5],
    [0.25, "#dff0f7", 0.16],
    [0.8, "#dff0f7", 0.12],
    [1, "#ffffff", 0.4],
  );
  const fill = d.across(
    [0, darker(liquid, 0.25)],
    [0.4, lighter(liquid, 0.18)],
    [1, darker(liquid, 0.2)],
  );
  return placed(
    [
      ellipse(0, 2, 42, 6, liquid, `opacity="0.35"`),
      shape("M-24 -42L-38 -6Q-39 0 -32 0H32Q39 0 38 -6L24 -42Z", fill, `opacity="0.92"`),
      ellipse(0, -42, 24, 4.5, lighter(liquid, 0.35)),
      shape(
        "M-8 -96V-70L-38 -6Q-39 0 -32 0H32Q39 0 38 -6L8 -70V-96Z",
        glass,
        `stroke="#f4fbff" stroke-width="1.3" stroke-opacity="0.8"`,
      ),
      ellipse(0, -96, 10, 2.6, "none", `stroke="#ffffff" stroke-width="2"`),
      shape("M-20 -38L-30 -10L-25 -10L-15 -40Z", "#ffffff", `opacity="0.45"`),
    ],
    x,
    y,
    height / 100,
  );
}

/** A round-bottomed flask on its ring. */
export function roundFlask(
  d: Drawing,
  x: number,
  y: number,
  height: number,
  liquid: string,
): string {
  const fill = d.outward([0, lighter(liquid, 0.3)], [0.7, liquid], [1, darker(liquid, 0.3)]);
  return placed(
    [
      ellipse(0, 0, 26, 4, "#39424d"),
      shape("M-33 -30A34 34 0 0 0 33 -30Z", fill),
      ellipse(0, -30, 33, 5, lighter(liquid, 0.35)),
      shape(
        "M-7 -98V-64A34 34 0 1 0 7 -64V-98Z",
        d.across([0, "#ffffff", 0.45], [0.3, "#e6f4fa", 0.1], [1, "#ffffff", 0.35]),
        `stroke="#f4fbff" stroke-width="1.3" stroke-opacity="0.8"`,
      ),
      shape("M-25 -42Q-22 -54 -12 -58L-10 -53Q-18 -48 -20 -40Z", "#ffffff", `opacity="0.6"`),
    ],
    x,
    y,
    height / 100,
  );
}

/** A stoppered jar or culture vessel standing at (x, y). */
export function jar(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  height: number,
  filling: string,
  lid = "#c9a35a",
): string {
  const w = width / 2;
  const fill = d.across(
    [0, darker(filling, 0.35)],
    [0.35, lighter(filling, 0.25)],
    [1, darker(filling, 0.3)],
  );
  return [
    rect(x - w, y - height * 0.82, width, height * 0.82, fill, `rx="${px(width * 0.14)}"`),
    rect(
      x - w,
      y - height * 0.88,
      width,
      height * 0.88,
      d.across(
        [0, "#ffffff", 0.4],
        [0.2, "#ffffff", 0.05],
        [0.85, "#ffffff", 0.05],
        [1, "#ffffff", 0.3],
      ),
      `rx="${px(width * 0.14)}"`,
    ),
    rect(x - w * 0.86, y - height, width * 0.86, height * 0.14, lid, `rx="${px(width * 0.06)}"`),
    rect(
      x - w * 0.7,
      y - height * 0.72,
      width * 0.08,
      height * 0.5,
      "#ffffff",
      `rx="3" opacity="0.55"`,
    ),
  ].join("");
}

/** Test tubes in a rack, `width` wide, standing at (x, y). */
export function tubeRack(
  d: Drawing,
  x: number,
  y: number,
  width: number,
  liquids: readonly string[],
): string {
  const gap = width / liquids.length;
  const tall = gap * 2.4;
  const tubes = liquids.map((liquid, index) => {
    const at = x + gap * (index + 0.5);
    const w = gap * 0.52;
    return [
      rect(
        at - w / 2,
        y - tall * 0.62,
        w,
        tall * 0.6,
        d.across([0, darker(liquid, 0.3)], [0.4, lighter(liquid, 0.25)], [1, darker(liquid, 0.2)]),
        `rx="${px(w / 2)}"`,
      ),
      rect(
        at - w / 2,
        y - tall,
        w,
        tall * 0.98,
        d.across([0, "#ffffff", 0.5], [0.3, "#ffffff", 0.1], [1, "#ffffff", 0.35]),
        `rx="${px(w / 2)}"`,
      ),
    ].join("");
  });
  const bar = (level: number) =>
    rect(
      x - gap * 0.2,
      y - tall * level,
      width + gap * 0.4,
      gap * 0.26,
      d.downward([0, "#f4f7f9"], [1, "#a9b5bf"]),
      `rx="6"`,
    );
  return tubes.join("") + bar(0.5) + bar(0.06);
}

/** A microscope in silhouette or steel, its foot at (x, y). */
export function microscope(x: number, y: number, height: number, body: string, facing = 1): string {
  const light = lighter(body, 0.4);
  return placed(
    [
      rect(-34, -10, 68, 10, body, `rx="4"`),
      shape("M20 -8C40 -30 38 -62 12 -74L8 -62C24 -54 26 -32 12 -10Z", body),
      rect(-30, -34, 48, 6, light, `rx="2"`),
      rect(-14, -38, 20, 3, "#cfe9f5"),
      `<g transform="rotate(-18 6 -66)">${rect(-8, -98, 15, 26, body, `rx="3"`)}${rect(-11, -74, 21, 26, light, `rx="4"`)}${rect(-6, -50, 10, 13, body)}${rect(-6, -106, 11, 10, darker(body, 0.3), `rx="2"`)}</g>`,
      circle(24, -44, 7, light),
      circle(24, -44, 3.5, body),
    ],
    x,
    y,
    height / 100,
    facing,
  );
}

/** A gloved hand with its forearm coming from the lower right; the finger tips at (x, y). */
export function glovedHand(
  d: Drawing,
  x: number,
  y: number,
  size: number,
  glove: string,
  sleeve: string,
): string {
  const shade = d.across([0, lighter(glove, 0.15)], [1, darker(glove, 0.3)]);
  return placed(
    [
      line(
        [
          [74, 66],
          [330, 340],
        ],
        sleeve,
        58,
      ),
      line(
        [
          [52, 44],
          [78, 70],
        ],
        darker(glove, 0.12),
        44,
      ),
      shape(
        "M4 0C14 -8 24 -4 34 8L62 30C72 42 66 60 52 62C34 62 22 50 18 36C8 26 -2 12 4 0Z",
        shade,
      ),
      line(
        [
          [24, 26],
          [6, 14],
          [0, 4],
        ],
        lighter(glove, 0.1),
        13,
      ),
      line(
        [
          [34, 12],
          [16, -4],
          [6, -6],
        ],
        glove,
        13,
      ),
      line(
        [
          [44, 16],
          [30, -8],
          [20, -14],
        ],
        darker(glove, 0.1),
        13,
      ),
      line(
        [
          [56, 26],
          [46, -2],
          [38, -10],
        ],
        darker(glove, 0.2),
        12,
      ),
    ],
    x,
    y,
    size / 100,
  );
}

/** Bubbles rising between two heights. */
export function bubbles(
  d: Drawing,
  x: number,
  low: number,
  high: number,
  spread: number,
  count: number,
): string {
  return steps(count)
    .map(() =>
      circle(
        x + d.random.between(-spread, spread),
        d.random.between(high, low),
        d.random.between(2, 7),
        "#ffffff",
        `opacity="${d.random.between(0.3, 0.7).toFixed(2)}"`,
      ),
    )
    .join("");
}
