import { curtain, flowers, heading, screen } from "../hall.ts";
import { beam, bokeh, glow, vignette } from "../light.ts";
import { circle, curve, ellipse, line, polygon, rect, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { BRIGHT_SHIRTS } from "../wardrobe.ts";

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
        { shirt: BRIGHT_SHIRTS[index] ?? "#e9edf1", trousers: "#26324a", long: index % 2 === 1 },
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

export const awardStagesScenes = [innovationAwards, startupLaunch, startupFinal];
