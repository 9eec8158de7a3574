import type { Drawing } from "../drawing.ts";
import { beam, glow, vignette } from "../light.ts";
import { circle, curve, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { mist, sky, stars } from "../sky.ts";
import { BRIGHT_SHIRTS } from "../wardrobe.ts";

const robotics = landscape("robotics-contest", (d) => {
  d.add(rect(0, 0, 1600, 560, d.downward([0, "#14213d"], [1, "#355a8c"])));
  d.add(rect(0, 560, 1600, 507, d.downward([0, "#3d4a5f"], [1, "#1b2433"])));
  const crowd = steps(22).map((index) =>
    bust(
      d,
      (index % 11) * 160 + (index > 10 ? 80 : 0),
      index > 10 ? 520 : 400,
      170,
      anyLook(d, BRIGHT_SHIRTS),
    ),
  );
  d.add(d.blurred(4, ...crowd));
  for (const [x, shirt] of [
    [260, "#f0c23c"],
    [1340, "#3f8fd0"],
  ] as const)
    d.add(
      person(
        d,
        x,
        900,
        560,
        { shirt, trousers: "#22304a", long: x < 800 },
        "lift",
        x < 800 ? 1 : -1,
      ),
    );
  d.add(
    polygon(
      [
        [330, 560],
        [1270, 560],
        [1560, 1040],
        [40, 1040],
      ],
      d.downward([0, "#eaf3ee"], [1, "#b9d6c9"]),
    ),
    polygon(
      [
        [40, 1040],
        [1560, 1040],
        [1560, 1067],
        [40, 1067],
      ],
      "#6b4a2d",
    ),
  );
  d.add(
    shape(
      "M560 560C480 700 820 760 700 1040H900C1000 780 640 700 720 560Z",
      d.downward([0, "#7fd0e8"], [1, "#2f8fc4"]),
    ),
  );
  for (const [x, y, colour] of [
    [520, 700, "#4f9f6c"],
    [980, 660, "#4f9f6c"],
    [1080, 800, "#4f9f6c"],
    [420, 860, "#4f9f6c"],
  ] as const)
    d.add(rect(x - 4, y - 26, 8, 26, "#6b4a2d"), circle(x, y - 44, 28, colour));
  for (const [x, y, colour] of [
    [640, 640, "#e2584c"],
    [860, 900, "#f0c23c"],
    [1180, 930, "#e2584c"],
    [560, 960, "#3f6fae"],
  ] as const)
    d.add(rect(x, y, 38, 38, colour, `rx="5"`));
  d.add(robot(d, 480, 800, 210, "#c99a4f"), robot(d, 1120, 770, 200, "#dfe5ea"));
  d.add(circle(806, 792, 26, "#ff8a3c"));
  for (const x of [500, 1100]) beam(d, x, -60, x < 800 ? 620 : 980, 900, 280, "#fff6dc", 0.3);
  vignette(d, 0.45);
});

/** A small wheeled robot with an arm. */
function robot(d: Drawing, x: number, y: number, size: number, frame: string): string {
  const unit = size / 100;
  const wheel = (dx: number) =>
    circle(x + dx * unit, y - 12 * unit, 15 * unit, "#20252c") +
    circle(x + dx * unit, y - 12 * unit, 6 * unit, "#9aa5ae");
  return [
    ellipse(x, y + 2 * unit, 62 * unit, 8 * unit, "#000000", `opacity="0.3"`),
    rect(
      x - 48 * unit,
      y - 52 * unit,
      96 * unit,
      36 * unit,
      d.downward([0, frame], [1, "#6b4d26"]),
      `rx="${8 * unit}"`,
    ),
    rect(x - 26 * unit, y - 84 * unit, 44 * unit, 34 * unit, "#2b3a4a", `rx="${7 * unit}"`),
    circle(x - 12 * unit, y - 68 * unit, 7 * unit, "#7cf0d0"),
    circle(x + 6 * unit, y - 68 * unit, 7 * unit, "#7cf0d0"),
    line(
      [
        [x + 30 * unit, y - 50 * unit],
        [x + 62 * unit, y - 82 * unit],
        [x + 86 * unit, y - 52 * unit],
      ],
      frame,
      9 * unit,
    ),
    line(
      [
        [x + 86 * unit, y - 52 * unit],
        [x + 80 * unit, y - 38 * unit],
      ],
      "#20252c",
      5 * unit,
    ),
    line(
      [
        [x + 86 * unit, y - 52 * unit],
        [x + 98 * unit, y - 40 * unit],
      ],
      "#20252c",
      5 * unit,
    ),
    line(
      [
        [x - 4 * unit, y - 84 * unit],
        [x - 4 * unit, y - 104 * unit],
      ],
      "#20252c",
      3 * unit,
    ),
    circle(x - 4 * unit, y - 106 * unit, 5 * unit, "#ff5745"),
    wheel(-30),
    wheel(30),
  ].join("");
}

const fairSquare = landscape("digital-fair-square", (d) => {
  sky(d, "dusk", 560);
  stars(d, 60, 240);
  ridges(d, {
    from: 420,
    to: 520,
    count: 2,
    far: "#5d5f86",
    near: "#2a3656",
    haze: "#b98391",
    relief: 90,
  });
  d.add(rect(0, 590, 1600, 480, d.downward([0, "#54506a"], [1, "#15182a"])));
  for (const [index, x] of [20, 330, 640, 950, 1260].entries()) {
    const hue = ["#2f9fd0", "#d9597a", "#f0a53c", "#3fae8a", "#7f6fd9"][index] ?? "#2f9fd0";
    glow(d, x + 150, 560, 260, hue, 0.5);
    d.add(
      rect(x, 420, 300, 220, d.downward([0, "#fff4dc"], [1, hue])),
      rect(x - 8, 380, 316, 56, hue, `rx="8"`),
      rect(x + 40, 398, 230, 18, "#ffffff", `rx="9" opacity="0.85"`),
      rect(x + 40, 470, 90, 70, "#16263a", `rx="6"`),
      rect(x + 160, 460, 100, 90, "#e9f6fb", `rx="6"`),
      rect(x, 590, 300, 56, "#f4f1ea"),
    );
  }
  for (const strand of steps(2)) {
    d.add(
      curve(
        `M-20 ${120 + strand * 90}Q800 ${340 + strand * 60} 1620 ${110 + strand * 90}`,
        "#2a2f4a",
        3,
      ),
    );
    for (const flag of steps(22)) {
      const share = (flag + 0.5) / 22;
      const [x, y] = [share * 1600, 120 + strand * 90 + Math.sin(share * Math.PI) * 108];
      d.add(
        polygon(
          [
            [x - 20, y],
            [x + 20, y],
            [x, y + 46],
          ],
          ["#e2584c", "#f0c23c", "#3f8fd0", "#4fae7a"][flag % 4] ?? "#e2584c",
        ),
      );
    }
  }
  for (const index of steps(20))
    d.add(
      person(
        d,
        40 + index * 82 + d.random.between(-20, 20),
        760 + (index % 4) * 34,
        190 + (index % 4) * 16,
        { ...anyLook(d, BRIGHT_SHIRTS), back: index % 3 === 0 },
        (["rest", "reach", "rest", "hold"] as const)[index % 4] ?? "rest",
        index % 2 === 0 ? 1 : -1,
      ),
    );
  for (const [x, colour] of [
    [170, "#2f9fd0"],
    [790, "#f0a53c"],
    [1410, "#7f6fd9"],
  ] as const)
    d.add(d.blurred(22, ellipse(x, 950, 220, 40, colour, `opacity="0.4"`)));
  d.add(
    d.blurred(
      6,
      ...[260, 820, 1330].map((x) =>
        person(d, x, 1340, 620, { ...anyLook(d), shirt: "#1b1f33", back: true, long: x > 800 }),
      ),
    ),
  );
  mist(d, 640, 40, "#c9b3c9", 0.2);
  vignette(d, 0.5);
});

export const contestsScenes = [robotics, fairSquare];
