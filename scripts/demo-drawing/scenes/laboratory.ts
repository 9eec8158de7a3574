import { flask, glovedHand, jar, microscope, tubeRack } from "../labware.ts";
import { bokeh, glow, vignette, wash } from "../light.ts";
import { circle, curve, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { bust } from "../people.ts";
import { seedling } from "../plants.ts";
import { landscape, portrait } from "../scene.ts";

const ricePanicles = landscape("rice-panicles-lab", (d) => {
  d.add(rect(0, 0, 1600, 640, d.downward([0, "#a9c4c9"], [1, "#e9efe6"])));
  bokeh(d, 16, [100, 60, 1500, 520], ["#ffffff", "#dfeee4", "#f6e6bb"], [40, 90]);
  d.add(rect(0, 620, 1600, 447, d.downward([0, "#e7ddc8"], [1, "#b59e7b"])));
  d.add(
    shape("M180 800L250 700H640L720 800Z", "#dfe5e8"),
    rect(180, 800, 540, 120, d.downward([0, "#f5f7f8"], [1, "#aab4ba"]), `rx="14"`),
  );
  d.add(
    rect(350, 830, 200, 62, "#22332d", `rx="8"`),
    ...steps(4).map((index) => rect(376 + index * 40, 842, 26, 38, "#7cf0a5", `rx="4"`)),
  );
  d.add(ellipse(450, 712, 230, 44, "#c9d1d5"), ellipse(450, 704, 214, 38, "#f4f6f7"));
  d.add(
    polygon(
      [
        [920, 820],
        [1420, 760],
        [1480, 960],
        [970, 1020],
      ],
      "#c99f62",
    ),
    polygon(
      [
        [920, 820],
        [1420, 760],
        [1220, 880],
      ],
      "#ddb87f",
    ),
  );
  for (const [x, y, lean] of [
    [430, 700, -1],
    [520, 690, 1],
    [1080, 820, 1],
    [1240, 800, 1],
  ] as const) {
    const stalk = [
      [x, y],
      [x + lean * 120, y - 190],
      [x + lean * 300, y - 210],
      [x + lean * 390, y - 120],
    ] as const;
    d.add(
      curve(
        `M${x} ${y}C${x + lean * 60} ${y - 200} ${x + lean * 260} ${y - 320} ${stalk[3][0]} ${stalk[3][1]}`,
        "#8c7a34",
        7,
      ),
    );
    for (const grain of steps(44)) {
      const along = 0.35 + (grain / 44) * 0.65;
      const gx = x + lean * (390 * along ** 1.15) + d.random.between(-26, 26);
      const gy = y - 280 * Math.sin(along * 2.45) + d.random.between(-6, 46);
      d.add(
        ellipse(
          gx,
          gy,
          8,
          16,
          d.random.pick(["#c9962f", "#b07f22", "#e0b34c"]),
          `transform="rotate(${lean * 40 + d.random.between(-30, 30)} ${gx} ${gy})"`,
        ),
      );
    }
  }
  glow(d, 1400, 80, 700, "#fff3cf", 0.5);
  vignette(d, 0.35);
});

const cultureShelves = landscape("tissue-culture-shelves", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.across([0, "#2b0f33"], [0.5, "#5c2266"], [1, "#260d2e"])));
  for (const shelf of steps(3)) {
    const y = 300 + shelf * 360;
    glow(d, 800, y - 260, 900, "#ff6fd0", 0.35);
    d.add(
      rect(60, y - 292, 1480, 16, "#ffd3f3"),
      d.blurred(16, rect(60, y - 296, 1480, 30, "#ff8fdc")),
    );
    const pots = steps(9).flatMap((pot) => {
      const x = 152 + pot * 162;
      const plants = [-30, 6, 34].map((at) =>
        seedling(
          x + at,
          y - 50,
          d.random.between(80, 112),
          d.random.pick(["#5f8f57", "#7aa85f", "#4c7a58"]),
        ),
      );
      return [
        jar(d, x, y, 126, 220, "#d7b6cf", "#e9dfe8"),
        rect(x - 57, y - 52, 114, 48, "#8d5a86", `rx="12" opacity="0.8"`),
        ...plants,
      ];
    });
    d.add(shelf === 1 ? pots.join("") : d.blurred(3.5, ...pots));
    d.add(rect(40, y, 1520, 20, d.downward([0, "#e6cfe3"], [1, "#7d5478"])));
  }
  for (const x of [36, 1548]) d.add(rect(x, 0, 16, 1067, "#bfa3bc"));
  wash(d, "#ff5fc4", 0.1, 0.16);
  vignette(d, 0.55, "#12041a");
});

const orchidTweezers = landscape("orchid-tweezers", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#bfe3e8"], [0.6, "#6fa9b5"], [1, "#2f5f6e"])));
  bokeh(d, 14, [0, 0, 1600, 500], ["#ffffff", "#d6f3f4"], [40, 110]);
  d.add(rect(0, 860, 1600, 210, d.downward([0, "#e3eaec"], [1, "#8fa3ab"])));
  glow(d, 620, 420, 520, "#ffffff", 0.5);
  d.add(
    rect(400, 470, 400, 440, "#f3e3c4", `rx="46" opacity="0.35"`),
    rect(408, 760, 384, 146, d.downward([0, "#f1dfb6"], [1, "#c9a568"]), `rx="40"`),
  );
  for (const [x, size] of [
    [500, 190],
    [600, 240],
    [700, 180],
  ] as const)
    d.add(seedling(x, 776, size, "#3f7a4d"), seedling(x + 14, 776, size * 0.7, "#5a9460"));
  d.add(
    rect(
      400,
      470,
      400,
      440,
      d.across(
        [0, "#ffffff", 0.6],
        [0.15, "#ffffff", 0.08],
        [0.85, "#ffffff", 0.06],
        [1, "#ffffff", 0.45],
      ),
      `rx="46"`,
    ),
    ellipse(600, 478, 196, 40, "none", `stroke="#ffffff" stroke-width="9" opacity="0.85"`),
  );
  d.add(glovedHand(d, 970, 330, 300, "#6fb5dd", "#f2f6f8"));
  d.add(
    line(
      [
        [1020, 372],
        [700, 560],
      ],
      "#e9eef1",
      9,
    ),
    line(
      [
        [1000, 330],
        [700, 556],
      ],
      "#b9c4cb",
      9,
    ),
  );
  d.add(seedling(690, 600, 120, "#6aa557"));
  for (const [x, r] of [
    [200, 150],
    [1320, 170],
  ] as const)
    d.add(d.blurred(9, jar(d, x, 960, r, r * 1.9, "#8db889", "#e6ecef")));
  vignette(d, 0.4);
});

const pipette = landscape("pipette-tubes", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.across([0, "#12324a"], [0.6, "#2d6d8a"], [1, "#14364c"])));
  bokeh(d, 18, [0, 0, 1600, 620], ["#8fe0f0", "#f6d98f", "#ffffff"], [24, 70]);
  d.add(rect(0, 880, 1600, 190, d.downward([0, "#9fc6d2"], [1, "#3a6272"])));
  d.add(
    tubeRack(d, 190, 930, 1160, [
      "#ef5a6f",
      "#f59a3c",
      "#f7d254",
      "#6cc86a",
      "#3fb3c9",
      "#4c7fe0",
      "#8a5fd6",
      "#d55fb0",
    ]),
  );
  d.add(glovedHand(d, 850, 150, 310, "#8f7fe0", "#f2f6f8"));
  d.add(
    polygon(
      [
        [826, 40],
        [900, 20],
        [836, 300],
        [806, 300],
      ],
      "#e6ecf2",
    ),
    polygon(
      [
        [806, 300],
        [836, 300],
        [826, 470],
        [818, 470],
      ],
      "#f7fbff",
      `opacity="0.8"`,
    ),
    polygon(
      [
        [812, 380],
        [832, 380],
        [826, 470],
        [818, 470],
      ],
      "#3fb3c9",
    ),
  );
  d.add(shape("M822 486C812 506 812 520 822 524C832 520 832 506 822 486Z", "#6fd6e6"));
  vignette(d, 0.5);
});

const microscopeWindow = portrait("microscope-window", (d) => {
  d.add(rect(0, 0, 1200, 1600, "#1c2630"));
  d.add(rect(120, 90, 960, 1000, d.downward([0, "#cfe4ea"], [0.6, "#f7eac6"], [1, "#e9bd84"])));
  const trees = steps(5).map((index) =>
    circle(200 + index * 210, 1000 - (index % 2) * 60, 190, "#8ea77d"),
  );
  d.add(d.clipped(rect(120, 90, 960, 1000, "#000000"), d.blurred(16, ...trees)));
  glow(d, 760, 420, 620, "#fff4cf", 0.7);
  for (const x of [100, 590, 1070]) d.add(rect(x, 70, 24, 1040, "#26323d"));
  for (const y of [70, 560, 1086]) d.add(rect(100, y, 994, 22, "#26323d"));
  d.add(rect(0, 1290, 1200, 310, d.downward([0, "#4a5763"], [1, "#161d24"])));
  d.add(microscope(780, 1300, 470, "#1b222b", -1));
  d.add(
    `<g transform="rotate(16 430 1300)">${bust(d, 410, 1330, 620, { shirt: "#39495a", skin: "#6d5a50", hair: "#10141a" })}</g>`,
  );
  d.add(
    shape("M330 1000C420 1120 560 1180 700 1230L676 1290C520 1260 360 1200 280 1100Z", "#2c3a49"),
  );
  d.add(rect(900, 1190, 200, 14, "#d8e7ee", `opacity="0.6"`), flask(d, 1040, 1310, 190, "#c98f4a"));
  vignette(d, 0.5);
});

export const laboratoryScenes = [
  ricePanicles,
  cultureShelves,
  orchidTweezers,
  pipette,
  microscopeWindow,
];
