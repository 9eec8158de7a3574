import type { Drawing } from "../drawing.ts";
import { audience, curtain, flowers, heading, screen } from "../hall.ts";
import { beam, bokeh, glow, vignette } from "../light.ts";
import { circle, curve, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { landscape } from "../scene.ts";
import { mist, sky, stars } from "../sky.ts";
import { ridges } from "../ridges.ts";

const BRIGHT = ["#e9edf1", "#f0c23c", "#3f8fd0", "#d9597a", "#4f9f6c", "#f2f4f6"] as const;

const innovationAwards = landscape("innovation-awards-stage", (d) => {
  curtain(d, 0, 0, 1600, 820, "#12664f", 13);
  glow(d, 800, 260, 760, "#7fe3b0", 0.4);
  d.add(
    heading(800, 190, 62, "TÔN VINH SÁNG KIẾN"),
    heading(800, 262, 34, "NGÀY 18 THÁNG 5 NĂM 2026", "#eafff4"),
  );
  d.add(...[620, 980].map((x) => bulb(x, 360, 40)), bulb(800, 380, 58));
  d.add(
    rect(0, 820, 1600, 250, d.downward([0, "#a8774a"], [1, "#3f2717"])),
    rect(0, 812, 1600, 14, "#e0b26f"),
  );
  for (const x of [260, 800, 1340]) beam(d, x, -60, x, 980, 230, "#f4ffe6", 0.24);
  for (const index of steps(7)) {
    const x = 220 + index * 194;
    const dress = {
      shirt: d.random.pick(["#d9597a", "#f0c23c", "#3f8fd0"]),
      tunic: true,
      long: true,
      trousers: "#f2f0ea",
    };
    const upland = { shirt: "#23264f", skirt: index === 1, trousers: "#1d2030", long: index === 1 };
    d.add(
      person(
        d,
        x,
        960 + (index % 2) * 12,
        440,
        index % 3 === 0
          ? dress
          : index % 3 === 1
            ? upland
            : { ...anyLook(d, ["#e9edf1", "#28384a"]), long: false },
        "hold",
      ),
    );
    d.add(
      index % 2 === 0
        ? flowers(d, x, 720, 84)
        : rect(x - 56, 640, 112, 80, "#f6e9c4", `stroke="#b8892f" stroke-width="7" rx="4"`),
    );
  }
  d.add(
    d.blurred(
      6,
      ...steps(7).map((index) =>
        bust(d, 60 + index * 250, 1120, 210, { ...anyLook(d), shirt: "#16241f", back: true }),
      ),
    ),
  );
  vignette(d, 0.5);
});

/** A light bulb: the sign of an idea. */
function bulb(x: number, y: number, r: number): string {
  const rays = steps(9).map((index) => {
    const angle = Math.PI * (0.9 + index * 0.15);
    return line(
      [
        [x + Math.cos(angle) * r * 1.35, y + Math.sin(angle) * r * 1.35],
        [x + Math.cos(angle) * r * 1.75, y + Math.sin(angle) * r * 1.75],
      ],
      "#ffe9a0",
      r * 0.11,
    );
  });
  return (
    circle(x, y, r, "#ffe27a") +
    circle(x - r * 0.25, y - r * 0.25, r * 0.4, "#fff8d6") +
    rect(x - r * 0.42, y + r * 0.82, r * 0.84, r * 0.5, "#cfd6da", `rx="${r * 0.12}"`) +
    rays.join("")
  );
}

const startupLaunch = landscape("startup-launch-stage", (d) => {
  d.add(rect(0, 0, 1600, 780, d.downward([0, "#3a1438"], [0.6, "#b8472f"], [1, "#f2a04a"])));
  glow(d, 800, 420, 700, "#ffd27a", 0.8);
  d.add(bulb(800, 250, 120));
  ridges(d, {
    from: 560,
    to: 700,
    count: 3,
    far: "#d9733f",
    near: "#5a2140",
    haze: "#f2a04a",
    relief: 110,
  });
  d.add(
    rect(0, 780, 1600, 290, d.downward([0, "#5f2a2e"], [1, "#180a12"])),
    rect(0, 772, 1600, 12, "#ffcf7a"),
  );
  for (const [x, colour] of [
    [160, "#ffb35c"],
    [520, "#ff7a5c"],
    [1080, "#ff7a5c"],
    [1440, "#ffb35c"],
  ] as const)
    beam(d, x, -60, x < 800 ? x + 160 : x - 160, 940, 170, colour, 0.42);
  for (const [index, x] of [330, 530, 720, 900, 1090, 1280].entries())
    d.add(
      person(
        d,
        x,
        930 + (index % 2) * 14,
        390,
        { shirt: BRIGHT[index] ?? "#e9edf1", trousers: "#26324a", long: index % 2 === 1 },
        (["raise", "rest", "lift", "speak", "rest", "raise"] as const)[index] ?? "rest",
        index < 3 ? -1 : 1,
      ),
    );
  bokeh(d, 40, [60, 80, 1540, 760], ["#ffe08a", "#ff9a6a", "#ffffff"], [4, 11]);
  d.add(
    d.blurred(
      7,
      ...steps(6).map((index) =>
        person(
          d,
          80 + index * 290,
          1400,
          560,
          { ...anyLook(d), shirt: "#1a0c16", back: true },
          index % 2 === 0 ? "lift" : "raise",
        ),
      ),
    ),
  );
  vignette(d, 0.55);
});

const startupFinal = landscape("startup-final-pitch", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#0b1230"], [0.6, "#1d2a66"], [1, "#080c20"])));
  screen(d, 330, 80, 940, 480, "#2b3fa8");
  for (const index of steps(7))
    d.add(
      rect(
        430 + index * 110,
        480 - index * 44 - 30,
        66,
        index * 44 + 60,
        d.downward([0, "#7ff0d0"], [1, "#2f9fb8"]),
        `rx="6"`,
      ),
    );
  d.add(
    curve("M420 430C620 420 860 330 1170 150", "#ffd54a", 13),
    polygon(
      [
        [1190, 132],
        [1180, 190],
        [1136, 148],
      ],
      "#ffd54a",
    ),
  );
  beam(d, 800, -60, 800, 840, 210, "#ffffff", 0.4);
  d.add(
    ellipse(800, 830, 380, 66, "#ffffff", `opacity="0.25"`),
    ellipse(800, 830, 300, 50, "#4f63d9", `opacity="0.6"`),
    ellipse(800, 830, 380, 66, "none", `stroke="#8fa0ff" stroke-width="6"`),
  );
  d.add(
    person(
      d,
      800,
      840,
      460,
      { shirt: "#f2f4f6", trousers: "#2a3350", long: true, skin: "#e3b695" },
      "speak",
    ),
  );
  d.add(
    rect(690, 560, 70, 50, "#c98f4a"),
    polygon(
      [
        [690, 560],
        [760, 560],
        [776, 546],
        [706, 546],
      ],
      "#e3b878",
    ),
  );
  for (const x of [260, 520, 1080, 1340])
    d.add(
      bust(d, x, 1040, 250, {
        ...anyLook(d, ["#28384a", "#e9edf1", "#23264f", "#7c2340"]),
        back: true,
      }),
    );
  d.add(rect(100, 1010, 560, 80, "#10152c"), rect(940, 1010, 560, 80, "#10152c"));
  bokeh(d, 18, [0, 40, 300, 700], ["#6f83ff", "#ff7ab8"], [8, 26]);
  bokeh(d, 18, [1300, 40, 1600, 700], ["#6f83ff", "#7ff0d0"], [8, 26]);
  vignette(d, 0.5);
});

const robotics = landscape("robotics-contest", (d) => {
  d.add(rect(0, 0, 1600, 560, d.downward([0, "#14213d"], [1, "#355a8c"])));
  d.add(rect(0, 560, 1600, 507, d.downward([0, "#3d4a5f"], [1, "#1b2433"])));
  const crowd = steps(22).map((index) =>
    bust(
      d,
      (index % 11) * 160 + (index > 10 ? 80 : 0),
      index > 10 ? 520 : 400,
      170,
      anyLook(d, BRIGHT),
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
        { ...anyLook(d, BRIGHT), back: index % 3 === 0 },
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

export const stageScenes = [innovationAwards, startupLaunch, startupFinal, robotics, fairSquare];
