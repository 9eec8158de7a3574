import { darker, lighter, mix } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { circle, ellipse, line, placed, polygon, rect, shape } from "./marks.ts";
import type { Point } from "./marks.ts";

/** Arms from shoulder to elbow to hand, for a body 100 units high with its feet at 0. */
const POSES = {
  rest: [
    [
      [-13, -78],
      [-16, -63],
      [-14, -48],
    ],
    [
      [13, -78],
      [16, -63],
      [14, -48],
    ],
  ],
  speak: [
    [
      [-13, -78],
      [-18, -66],
      [-10, -60],
    ],
    [
      [13, -78],
      [23, -72],
      [28, -84],
    ],
  ],
  raise: [
    [
      [-13, -78],
      [-16, -63],
      [-13, -48],
    ],
    [
      [13, -78],
      [20, -90],
      [17, -107],
    ],
  ],
  hold: [
    [
      [-13, -78],
      [-17, -64],
      [-5, -60],
    ],
    [
      [13, -78],
      [17, -64],
      [5, -60],
    ],
  ],
  reach: [
    [
      [-13, -78],
      [-16, -64],
      [-12, -50],
    ],
    [
      [13, -78],
      [22, -70],
      [36, -72],
    ],
  ],
  lift: [
    [
      [-13, -78],
      [-22, -84],
      [-15, -100],
    ],
    [
      [13, -78],
      [22, -84],
      [15, -100],
    ],
  ],
} as const satisfies Record<string, readonly [readonly Point[], readonly Point[]]>;

export type Look = {
  readonly shirt: string;
  readonly trousers?: string;
  readonly skin?: string;
  readonly hair?: string;
  /** Long hair, for half of the people. */
  readonly long?: boolean;
  readonly skirt?: boolean;
  /** The long flap of an áo dài, in the colour of the shirt. */
  readonly tunic?: boolean;
  readonly hat?: "cone" | "cap" | "helmet" | "veil";
  /** Seen from behind: hair, and no face. */
  readonly back?: boolean;
};

const SHIRTS = [
  "#e9edf1",
  "#cfdbe8",
  "#f4efe6",
  "#7f98b5",
  "#2f4058",
  "#9c4a46",
  "#5b7d6a",
  "#caa76a",
] as const;
const HAIRS = ["#17161a", "#211c1c", "#2a2422", "#4a4644"] as const;
const SKINS = ["#d9a987", "#c99672", "#e3b695"] as const;

export function anyLook(d: Drawing, shirts: readonly [string, ...string[]] = SHIRTS): Look {
  return {
    shirt: d.random.pick(shirts),
    trousers: d.random.pick(["#20252e", "#2d3440", "#3b3a3f"]),
    skin: d.random.pick(SKINS),
    hair: d.random.pick(HAIRS),
    long: d.random.next() < 0.45,
  };
}

/** A person standing with the feet at (x, y). `facing` 1 looks right, -1 left. */
export function person(
  d: Drawing,
  x: number,
  y: number,
  height: number,
  look: Look,
  pose: keyof typeof POSES = "rest",
  facing = 1,
): string {
  const { shirt, trousers = "#262b34", skin = SKINS[0] } = look;
  const dark = darker(shirt, 0.28);
  const arms = POSES[pose].map(
    (joints, side) =>
      line(joints, side === 0 ? dark : darker(shirt, 0.12), 6.4) +
      circle(...hand(joints), 2.9, skin),
  );
  const legs = look.skirt
    ? polygon(
        [
          [-9, -50],
          [9, -50],
          [15, -14],
          [-15, -14],
        ],
        trousers,
      ) +
      line(
        [
          [-4, -14],
          [-4, -1],
        ],
        skin,
        4,
      ) +
      line(
        [
          [4, -14],
          [4, -1],
        ],
        skin,
        4,
      )
    : line(
        [
          [-4.6, -48],
          [-5.6, -3],
        ],
        trousers,
        8.4,
      ) +
      line(
        [
          [4.6, -48],
          [5.6, -3],
        ],
        darker(trousers, 0.25),
        8.4,
      );
  const flap = look.tunic
    ? polygon(
        [
          [-12, -50],
          [12, -50],
          [11, -10],
          [-11, -10],
        ],
        d.across([0, dark], [0.6, shirt], [1, dark]),
      )
    : "";
  const shoes = ellipse(-6.2, -1.2, 5, 2.2, "#15161a") + ellipse(6.2, -1.2, 5, 2.2, "#15161a");
  const torso = shape(
    "M-4 -87C-9 -85 -15 -84 -15.5 -77L-12 -47C-6 -45 6 -45 12 -47L15.5 -77C15 -84 9 -85 4 -87Z",
    d.across([0, dark], [0.45, shirt], [1, darker(shirt, 0.16)]),
  );
  const shadow = ellipse(0, 0, 20, 3.6, "#000000", `opacity="0.28"`);
  return placed(
    [shadow, legs, shoes, flap, arms[0] ?? "", torso, arms[1] ?? "", head(0, -94, 7.4, look)],
    x,
    y,
    height / 100,
    facing,
  );
}

function hand(joints: readonly Point[]): Point {
  return joints.at(-1) ?? [0, 0];
}

/** A head with its middle at (x, y). */
function head(x: number, y: number, r: number, look: Look): string {
  const { skin = SKINS[0], hair = HAIRS[0], hat, back, long } = look;
  const behind = long ? ellipse(x, y + r * 0.2, r * 1.13, r * 1.2, hair) : "";
  const neck = rect(x - r * 0.42, y + r * 0.5, r * 0.84, r * 0.9, darker(skin, 0.2));
  if (back) {
    return (
      neck +
      circle(x, y, r, hair) +
      (long ? ellipse(x, y + r * 0.5, r * 0.92, r * 1.1, lighter(hair, 0.06)) : "") +
      hatOn(x, y, r, hat)
    );
  }
  const ears = long
    ? ""
    : ellipse(x - r * 0.92, y + r * 0.2, r * 0.16, r * 0.26, darker(skin, 0.12)) +
      ellipse(x + r * 0.92, y + r * 0.2, r * 0.16, r * 0.26, darker(skin, 0.2));
  const face =
    ears +
    ellipse(x, y + r * 0.08, r * 0.92, r * 1.02, skin) +
    ellipse(x + r * 0.1, y + r * 0.02, r * 0.74, r * 0.9, lighter(skin, 0.1), `opacity="0.55"`);
  const cap = shape(
    `M${x - r} ${y + r * 0.25}C${x - r * 1.1} ${y - r * 1.35} ${x + r * 1.1} ${y - r * 1.35} ${x + r} ${y + r * 0.2}C${x + r * 0.8} ${y - r * 0.5} ${x + r * 0.1} ${y - r * 0.45} ${x - r * 0.5} ${y - r * 0.42}C${x - r * 0.8} ${y - r * 0.3} ${x - r * 0.85} ${y} ${x - r} ${y + r * 0.25}Z`,
    hair,
  );
  return behind + neck + face + cap + hatOn(x, y, r, hat);
}

function hatOn(x: number, y: number, r: number, hat: Look["hat"]): string {
  if (hat === "cone") {
    return (
      polygon(
        [
          [x, y - r * 1.75],
          [x + r * 2.1, y - r * 0.1],
          [x - r * 2.1, y - r * 0.1],
        ],
        "#e2c789",
      ) +
      polygon(
        [
          [x, y - r * 1.75],
          [x + r * 2.1, y - r * 0.1],
          [x + r * 0.4, y - r * 0.1],
        ],
        "#b99a5c",
      )
    );
  }
  if (hat === "helmet" || hat === "cap") {
    const colour = hat === "helmet" ? "#f0b22e" : "#d9e6ee";
    return (
      shape(
        `M${x - r * 1.12} ${y - r * 0.25}C${x - r} ${y - r * 1.6} ${x + r} ${y - r * 1.6} ${x + r * 1.12} ${y - r * 0.25}Z`,
        colour,
      ) + rect(x - r * 1.2, y - r * 0.4, r * 2.6, r * 0.24, darker(colour, 0.2), `rx="1"`)
    );
  }
  if (hat === "veil") {
    return (
      ellipse(x, y - r * 0.75, r * 2, r * 0.5, "#d8c08b") +
      ellipse(x, y - r, r * 0.9, r * 0.7, "#e6d3a4") +
      ellipse(x, y + r * 0.35, r * 1.3, r * 1.3, "#2b2b2b", `opacity="0.28"`)
    );
  }
  return "";
}

/** Head and shoulders, the bottom of the chest at (x, y); `size` is the width of the shoulders. */
export function bust(d: Drawing, x: number, y: number, size: number, look: Look): string {
  const { shirt } = look;
  const lit = look.back ? darker(shirt, 0.12) : shirt;
  const body = shape(
    "M-50 0C-52 -38 -46 -52 -24 -57C-12 -60 -10 -64 0 -64C10 -64 12 -60 24 -57C46 -52 52 -38 50 0Z",
    d.across([0, darker(lit, 0.38)], [0.4, lit], [1, darker(lit, 0.22)]),
  );
  const collar = look.back
    ? ""
    : polygon(
        [
          [-8, -61],
          [8, -61],
          [0, -44],
        ],
        mix(lit, "#ffffff", 0.5),
      );
  return placed([body, collar, head(0, -86, 23, look)], x, y, size / 100);
}
