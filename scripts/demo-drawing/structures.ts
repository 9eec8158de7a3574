import { darker, lighter } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { circle, ellipse, line, placed, polygon, px, rect, shape, steps } from "./marks.ts";
import { star } from "./star.ts";

/** A house on stilts with a steep thatched roof; its posts stand at (x, y). */
export function stiltHouse(x: number, y: number, size: number, lit = false): string {
  const window = lit ? "#ffcf70" : "#2a211b";
  return placed(
    [
      ...steps(5).map((post) => rect(-46 + post * 22, -34, 4, 34, "#3a2a1e")),
      rect(-50, -66, 100, 34, "#7a5636"),
      ...steps(9).map((board) => rect(-50 + board * 11.5, -66, 1.2, 34, "#54391f")),
      rect(-34, -58, 14, 16, window),
      rect(18, -58, 14, 16, window),
      rect(-7, -60, 14, 28, darker("#5a3d24", 0.3)),
      polygon(
        [
          [-62, -62],
          [62, -62],
          [40, -112],
          [-40, -112],
        ],
        "#6d5a3c",
      ),
      polygon(
        [
          [0, -112],
          [40, -112],
          [62, -62],
          [6, -62],
        ],
        "#544429",
      ),
    ],
    x,
    y,
    size / 100,
  );
}

/** A small aircraft with four rotors. */
export function quadcopter(x: number, y: number, size: number, tilt = -6): string {
  const rotors = [-46, -24, 24, 46].map((at, index) => {
    const up = index % 3 === 0 ? -12 : -17;
    return (
      ellipse(at, up - 5, 20, 2.6, "#d8dee6", `opacity="0.55"`) +
      rect(at - 2, up - 4, 4, 7, "#2a2e36") +
      line(
        [
          [0, 0],
          [at, up + 3],
        ],
        "#30343d",
        4,
      )
    );
  });
  const body =
    shape("M-17 -6C-14 -13 14 -13 17 -6L13 7C8 11 -8 11 -13 7Z", "#e7ebf0") +
    shape("M-17 -6C-14 -1 14 -1 17 -6L13 7C8 11 -8 11 -13 7Z", "#aab3bf");
  const camera =
    circle(0, 12, 6, "#22262d") + circle(1.5, 12, 2.8, "#5d89b8") + circle(15, -2, 1.8, "#ff5a4a");
  const legs =
    line(
      [
        [-12, 8],
        [-19, 19],
      ],
      "#30343d",
      2.4,
    ) +
    line(
      [
        [12, 8],
        [19, 19],
      ],
      "#30343d",
      2.4,
    );
  return `<g transform="translate(${px(x)} ${px(y)}) rotate(${tilt}) scale(${size / 100})">${legs}${rotors.join("")}${body}${camera}</g>`;
}

/** A solar panel as a leaning quadrilateral, `columns` × `rows` cells. */
export function solarPanel(
  d: Drawing,
  corners: readonly [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ],
  columns: number,
  rows: number,
): string {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const face = polygon(
    corners,
    d.downward([0, "#6fa3d4"], [0.35, "#24508c"], [1, "#122f5c"]),
    `stroke="#cfd8e2" stroke-width="4"`,
  );
  const between = (a: readonly [number, number], b: readonly [number, number], share: number) =>
    [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share] as const;
  const upright = steps(columns - 1).map((index) => {
    const share = (index + 1) / columns;
    return line(
      [between(topLeft, topRight, share), between(bottomLeft, bottomRight, share)],
      "#a9c4e0",
      2,
      `opacity="0.55"`,
    );
  });
  const level = steps(rows - 1).map((index) => {
    const share = (index + 1) / rows;
    return line(
      [between(topLeft, bottomLeft, share), between(topRight, bottomRight, share)],
      "#a9c4e0",
      2,
      `opacity="0.55"`,
    );
  });
  return face + upright.join("") + level.join("");
}

/** A lattice mast with dishes and a red lamp; its foot at (x, y). */
export function mast(x: number, y: number, height: number, steel = "#39414f"): string {
  const half = height * 0.07;
  const bays = 11;
  const at = (bay: number) => {
    const share = bay / bays;
    return { w: half * (1 - share * 0.78), y: y - height * share };
  };
  const lattice = steps(bays).flatMap((bay) => {
    const [low, high] = [at(bay), at(bay + 1)];
    return [
      line(
        [
          [x - low.w, low.y],
          [x + high.w, high.y],
        ],
        steel,
        3,
      ),
      line(
        [
          [x + low.w, low.y],
          [x - high.w, high.y],
        ],
        steel,
        3,
      ),
      line(
        [
          [x - low.w, low.y],
          [x - high.w, high.y],
        ],
        steel,
        5,
      ),
      line(
        [
          [x + low.w, low.y],
          [x + high.w, high.y],
        ],
        steel,
        5,
      ),
    ];
  });
  const dish = (dx: number, dy: number, r: number) =>
    ellipse(x + dx, y - dy, r * 0.62, r, lighter(steel, 0.55)) +
    ellipse(x + dx + r * 0.12, y - dy, r * 0.46, r * 0.82, lighter(steel, 0.3));
  const aerials = [-1, 1].map((side) =>
    rect(
      x + side * half * 0.62 - 5,
      y - height * 1.01,
      10,
      height * 0.13,
      lighter(steel, 0.6),
      `rx="3"`,
    ),
  );
  return (
    lattice.join("") +
    aerials.join("") +
    line(
      [
        [x, y - height],
        [x, y - height * 1.12],
      ],
      steel,
      4,
    ) +
    dish(-half * 1.1, height * 0.76, height * 0.055) +
    dish(half * 1.15, height * 0.66, height * 0.065) +
    circle(x, y - height * 1.13, 6, "#ff5745")
  );
}

/** A flag on its pole; the foot at (x, y). */
export function flagPole(x: number, y: number, height: number): string {
  const w = height * 0.26;
  const top = y - height;
  return (
    line(
      [
        [x, y],
        [x, top],
      ],
      "#d7dce2",
      6,
    ) +
    shape(
      `M${px(x)} ${px(top + 6)}q${px(w * 0.5)} ${px(-w * 0.18)} ${px(w)} 0v${px(w * 0.64)}q${px(-w * 0.5)} ${px(w * 0.18)} ${px(-w)} 0Z`,
      "#d3262a",
    ) +
    star(x + w * 0.5, top + 6 + w * 0.31, w * 0.19, "#ffd54a")
  );
}

/** A winding road: a ribbon that narrows with distance, with its kerb line. */
export function road(
  bends: readonly (readonly [x: number, y: number, width: number])[],
  tar: string,
): string {
  const left = bends.map(([x, y, width]) => [x - width / 2, y] as const);
  const right = bends.map(([x, y, width]) => [x + width / 2, y] as const).toReversed();
  const smooth = (points: readonly (readonly [number, number])[]) =>
    points
      .map(([x, y], index) => {
        const before = points[index - 1];
        if (!before) return `${px(x)} ${px(y)}`;
        const middle = (before[1] + y) / 2;
        return `C${px(before[0])} ${px(middle)} ${px(x)} ${px(middle)} ${px(x)} ${px(y)}`;
      })
      .join("");
  return shape(`M${smooth(left)}L${smooth(right)}Z`, tar);
}
