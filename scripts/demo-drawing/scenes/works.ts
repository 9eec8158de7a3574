import type { Drawing } from "../drawing.ts";
import { beam, glow, vignette, wash } from "../light.ts";
import { circle, curve, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { person } from "../people.ts";
import { conifer, treeline } from "../plants.ts";
import { below, ridgeLine, ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { clouds, mist, rain, sky, stars } from "../sky.ts";
import { flagPole, mast, solarPanel, stiltHouse } from "../structures.ts";

const weatherStation = landscape("weather-station-ridge", (d) => {
  sky(d, "storm");
  clouds(d, 12, 30, 330, "#1f2b38", 0.5);
  clouds(d, 6, 220, 400, "#d9c9a4", 0.25);
  glow(d, 1180, 470, 420, "#ffdf9e", 0.5);
  d.add(
    line(
      [
        [1330, 250],
        [1300, 340],
        [1340, 350],
        [1290, 470],
      ],
      "#fff4d0",
      4,
      `opacity="0.8"`,
    ),
  );
  ridges(d, {
    from: 480,
    to: 680,
    count: 4,
    far: "#6d8190",
    near: "#2f4048",
    haze: "#bdb59d",
    relief: 130,
    rough: 0.9,
  });
  d.add(
    shape(
      "M0 900C300 820 700 800 1000 860S1500 930 1600 900V1067H0Z",
      d.downward([0, "#3d5140"], [1, "#16211d"]),
    ),
  );
  station(d, 640, 880);
  rain(d, 130);
  vignette(d, 0.5);
});

/** A mast with a rain gauge, a panel, cups that turn in the wind and a locked box. */
function station(d: Drawing, x: number, y: number): void {
  d.add(
    line(
      [
        [x, y],
        [x - 90, y + 10],
      ],
      "#6f7780",
      6,
    ),
    line(
      [
        [x, y - 90],
        [x + 90, y + 10],
      ],
      "#6f7780",
      6,
    ),
    line(
      [
        [x, y - 90],
        [x - 90, y + 10],
      ],
      "#6f7780",
      6,
    ),
  );
  d.add(rect(x - 9, y - 640, 18, 650, d.across([0, "#eef2f4"], [1, "#7d868f"])));
  d.add(
    rect(x - 56, y - 300, 112, 130, d.across([0, "#f4f6f6"], [1, "#b5bec4"]), `rx="8"`),
    circle(x + 34, y - 196, 6, "#53d07a"),
  );
  d.add(
    solarPanel(
      d,
      [
        [x + 20, y - 480],
        [x + 190, y - 520],
        [x + 214, y - 390],
        [x + 44, y - 348],
      ],
      4,
      3,
    ),
  );
  d.add(
    line(
      [
        [x - 160, y - 560],
        [x, y - 560],
      ],
      "#aab2b9",
      9,
    ),
    rect(x - 206, y - 640, 84, 120, d.across([0, "#ffffff"], [1, "#9aa5ad"]), `rx="6"`),
  );
  d.add(
    polygon(
      [
        [x - 214, y - 640],
        [x - 114, y - 640],
        [x - 132, y - 612],
        [x - 196, y - 612],
      ],
      "#596570",
    ),
  );
  for (const angle of [-1, 0.15, 1])
    d.add(
      line(
        [
          [x, y - 652],
          [x + angle * 64, y - 664 + Math.abs(angle) * 8],
        ],
        "#31383f",
        5,
      ),
      circle(x + angle * 66, y - 664 + Math.abs(angle) * 8, 17, "#31383f"),
    );
  d.add(
    line(
      [
        [x, y - 700],
        [x, y - 640],
      ],
      "#31383f",
      5,
    ),
  );
  glow(d, x + 34, y - 196, 40, "#53d07a", 0.7);
}

const towerDusk = landscape("telecom-tower-dusk", (d) => {
  sky(d, "dusk", 760);
  stars(d, 90, 420);
  ridges(d, {
    from: 560,
    to: 760,
    count: 4,
    far: "#8b7c9c",
    near: "#27344d",
    haze: "#c99a94",
    relief: 150,
  });
  d.add(shape("M700 1067C900 780 1020 690 1130 690S1400 800 1600 860V1067Z", "#131c2c"));
  d.add(
    treeline(
      d,
      [
        [860, 880],
        [920, 820],
        [1290, 750],
        [1360, 790],
        [1430, 810],
        [1520, 840],
      ],
      [60, 110],
      "#0d1522",
    ),
  );
  glow(d, 1130, 210, 200, "#ff6a54", 0.35);
  d.add(mast(1130, 700, 520, "#2a3446"));
  d.add(shape("M0 900C300 820 600 880 900 1067H0Z", "#0f1826"));
  for (const [x, y, size] of [
    [120, 960, 110],
    [310, 925, 84],
    [450, 985, 120],
    [620, 975, 90],
  ] as const) {
    glow(d, x, y - size * 0.4, size, "#ffb94f", 0.55);
    d.add(stiltHouse(x, y, size, true));
  }
  mist(d, 850, 60, "#6c6f8f", 0.4);
  vignette(d, 0.5);
});

const solarSchool = landscape("solar-school-roof", (d) => {
  sky(d, "noon", 560);
  clouds(d, 7, 50, 300, "#ffffff", 0.55);
  ridges(d, {
    from: 370,
    to: 520,
    count: 4,
    far: "#9cc0d8",
    near: "#4f7f6b",
    haze: "#dcebe6",
    relief: 140,
  });
  d.add(rect(0, 610, 1600, 460, d.downward([0, "#c9b48a"], [1, "#8d7650"])));
  d.add(
    rect(260, 520, 1000, 240, d.downward([0, "#f1d48a"], [1, "#d3a956"])),
    rect(260, 742, 1000, 26, "#7b5a36"),
  );
  for (const index of steps(5)) {
    const x = 310 + index * 190;
    d.add(
      rect(x, 570, 96, 92, "#2e5f7d"),
      rect(x, 570, 96, 92, d.across([0, "#9fd0e6", 0.7], [1, "#2e5f7d", 0])),
      rect(x + 45, 570, 6, 92, "#f6efdf"),
    );
    if (index < 4) d.add(rect(x + 118, 580, 50, 166, "#54763f"));
  }
  d.add(
    polygon(
      [
        [190, 530],
        [1330, 530],
        [1210, 350],
        [310, 350],
      ],
      "#8d4333",
    ),
  );
  for (const index of steps(4)) {
    const x = 316 + index * 222;
    d.add(
      solarPanel(
        d,
        [
          [x + 30, 368],
          [x + 218, 368],
          [x + 222 + index * 2, 508],
          [x - 6 + index * 8, 508],
        ],
        4,
        4,
      ),
    );
  }
  d.add(
    polygon(
      [
        [540, 368],
        [640, 368],
        [500, 508],
        [360, 508],
      ],
      "#ffffff",
      `opacity="0.22"`,
    ),
  );
  d.add(flagPole(1420, 900, 560));
  for (const [x, y, size, shirt] of [
    [420, 900, 170, "#f2f4f6"],
    [560, 930, 180, "#d94f55"],
    [690, 890, 160, "#f2f4f6"],
    [1120, 920, 180, "#3f6fae"],
  ] as const) {
    d.add(
      person(
        d,
        x,
        y,
        size,
        { shirt, trousers: "#263a5c", long: x % 20 === 0 },
        x === 690 ? "raise" : "rest",
      ),
    );
  }
  const near = [-40, 60, 1560, 1660].map((x) => conifer(d, x, 1100, 420, "#2f5a3c"));
  d.add(d.blurred(6, ...near));
  vignette(d, 0.35);
});

const hydro = landscape("small-hydro-dam", (d) => {
  sky(d, "morning", 420);
  ridges(d, {
    from: 260,
    to: 420,
    count: 3,
    far: "#9dbccb",
    near: "#55807c",
    haze: "#e6efe6",
    relief: 130,
  });
  d.add(
    shape("M0 300C220 380 330 560 380 1067H0Z", d.across([0, "#1f4034"], [1, "#3f6b4b"])),
    shape("M1600 260C1380 380 1290 560 1230 1067H1600Z", d.across([0, "#3f6b4b"], [1, "#1c3a30"])),
  );
  d.add(
    treeline(
      d,
      [
        [30, 350],
        [110, 390],
        [190, 440],
        [250, 520],
        [310, 640],
        [1350, 520],
        [1410, 430],
        [1480, 380],
        [1560, 340],
      ],
      [110, 190],
      "#2b5540",
    ),
  );
  d.add(rect(330, 500, 950, 90, d.downward([0, "#8fb9c6"], [1, "#4f8fa3"])));
  d.add(rect(320, 560, 970, 250, d.downward([0, "#cfd2cd"], [1, "#7d837f"])));
  for (const index of steps(5)) {
    const x = 380 + index * 172;
    d.add(rect(x, 560, 132, 260, d.downward([0, "#d9eef2"], [0.4, "#ffffff"], [1, "#cfe6ec"])));
    const threads = steps(7).map((thread) =>
      rect(x + 8 + thread * 18, 575, 5, 240, "#9cc7d3", `opacity="0.55"`),
    );
    d.add(
      d.blurred(2, ...threads),
      rect(x - 22, 500, 26, 320, d.across([0, "#e1e3de"], [1, "#8b918c"])),
    );
  }
  d.add(rect(300, 486, 1010, 26, "#b9beb9"), rect(1066, 500, 26, 320, "#a7ada8"));
  d.add(
    shape(
      "M300 820C600 800 1000 800 1300 820L1420 1067H220Z",
      d.downward([0, "#e8f4f5"], [0.3, "#7fb5bf"], [1, "#2d6d7c"]),
    ),
  );
  d.add(d.blurred(12, ellipse(760, 822, 460, 34, "#ffffff", `opacity="0.85"`)));
  d.add(
    rect(1180, 690, 300, 190, d.across([0, "#f0e6cf"], [1, "#c2b08a"])),
    polygon(
      [
        [1150, 700],
        [1510, 700],
        [1450, 610],
        [1220, 610],
      ],
      "#b4472f",
    ),
  );
  for (const index of steps(3)) d.add(rect(1216 + index * 88, 740, 54, 66, "#35566b"));
  d.add(person(d, 1120, 900, 130, { shirt: "#e8862f", trousers: "#2d3f5c", hat: "helmet" }));
  wash(d, "#fff2c8", 0.15);
  vignette(d, 0.4);
});

const bridge = landscape("bridge-after-flood", (d) => {
  sky(d, "overcast", 480);
  clouds(d, 8, 40, 300, "#79868f", 0.4);
  ridges(d, {
    from: 380,
    to: 520,
    count: 3,
    far: "#a9b8bc",
    near: "#54706a",
    haze: "#d5d9d3",
    relief: 120,
  });
  d.add(rect(0, 610, 1600, 460, d.downward([0, "#b08a5d"], [1, "#70502f"])));
  for (const index of steps(26)) {
    const y = 640 + index * 16;
    const x = d.random.between(-100, 1400);
    d.add(curve(`M${x} ${y}q90 -14 180 0t180 0`, "#d9b98c", 3 + index * 0.12, `opacity="0.4"`));
  }
  for (const x of [460, 1000])
    d.add(
      polygon(
        [
          [x, 520],
          [x + 110, 520],
          [x + 96, 820],
          [x + 14, 820],
        ],
        d.across([0, "#b3b3ac"], [1, "#6d6e69"]),
      ),
      ellipse(x + 55, 826, 120, 20, "#e6cfa8", `opacity="0.6"`),
    );
  d.add(
    rect(-10, 440, 1620, 84, d.downward([0, "#d7d6cf"], [0.5, "#a9a9a2"], [1, "#777871"])),
    rect(-10, 430, 1620, 12, "#eceae2"),
  );
  for (const index of steps(33)) d.add(rect(index * 50, 372, 8, 62, "#c65b3f"));
  d.add(rect(-10, 368, 1620, 9, "#d96b4b"), rect(-10, 400, 1620, 6, "#d96b4b"));
  d.add(
    shape("M900 1067C1050 900 1300 850 1600 840V1067Z", d.downward([0, "#7a7350"], [1, "#3b3524"])),
  );
  d.add(
    line(
      [
        [700, 860],
        [860, 800],
        [980, 830],
      ],
      "#5a4128",
      20,
    ),
    line(
      [
        [800, 824],
        [830, 760],
      ],
      "#5a4128",
      10,
    ),
  );
  for (const [x, y, facing] of [
    [1230, 985, 1],
    [1450, 1010, -1],
  ] as const) {
    d.add(
      person(
        d,
        x,
        y,
        330,
        { shirt: "#e8742c", trousers: "#2c3a50", hat: "helmet" },
        "reach",
        facing,
      ),
    );
    d.add(rect(x - 38, y - 238, 76, 12, "#e9f3a0"), rect(x - 36, y - 200, 72, 12, "#e9f3a0"));
  }
  d.add(
    line(
      [
        [1340, 1010],
        [1340, 760],
      ],
      "#f0c23c",
      8,
    ),
    rect(1318, 712, 46, 52, "#f0c23c", `rx="6"`),
    circle(1341, 738, 14, "#26323d"),
  );
  vignette(d, 0.45);
});

const raceways = landscape("fish-raceways", (d) => {
  sky(d, "morning", 300);
  d.add(
    shape(
      "M0 120L240 60L420 190L640 90L900 210L1180 70L1600 180V620H0Z",
      d.downward([0, "#7d9496"], [1, "#49615f"]),
    ),
  );
  d.add(rect(0, 470, 1600, 600, d.downward([0, "#b9bdb5"], [1, "#767b74"])));
  d.add(
    polygon(
      [
        [-20, 130],
        [1620, 90],
        [1620, 150],
        [-20, 200],
      ],
      "#3d5666",
    ),
    polygon(
      [
        [-20, 0],
        [1620, -60],
        [1620, 92],
        [-20, 132],
      ],
      d.downward([0, "#5d7f93"], [1, "#8fb0bf"]),
    ),
  );
  for (const x of [90, 800, 1510])
    d.add(rect(x - 12, 140, 24, 480, d.across([0, "#d7dde0"], [1, "#7d878c"])));
  for (const [x, y, r] of [
    [330, 560, 190],
    [800, 540, 190],
    [1270, 560, 190],
    [190, 860, 330],
    [850, 850, 330],
    [1500, 870, 330],
  ] as const) {
    d.add(
      ellipse(x, y + r * 0.16, r, r * 0.42, "#4d544f", `opacity="0.5"`),
      ellipse(x, y, r, r * 0.42, "#e4e8e4"),
      ellipse(
        x,
        y + r * 0.03,
        r * 0.92,
        r * 0.36,
        d.outward([0, "#7fd0cf"], [0.6, "#3c9ba3"], [1, "#1d6372"]),
      ),
    );
    for (const turn of steps(3))
      d.add(
        ellipse(
          x,
          y + r * 0.03,
          r * (0.25 + turn * 0.22),
          r * (0.09 + turn * 0.085),
          "none",
          `stroke="#cdeeea" stroke-width="3" opacity="0.45"`,
        ),
      );
    for (const fish of steps(7)) {
      const angle = fish * 0.9 + r;
      const [fx, fy] = [x + Math.cos(angle) * r * 0.62, y + Math.sin(angle) * r * 0.24];
      d.add(
        ellipse(
          fx,
          fy,
          r * 0.1,
          r * 0.025,
          "#123f4c",
          `transform="rotate(${((angle * 57) % 180) - 90} ${fx} ${fy})" opacity="0.75"`,
        ),
      );
    }
  }
  d.add(
    person(d, 560, 760, 260, { shirt: "#3f6fae", trousers: "#2b3340", hat: "cap" }, "reach", -1),
  );
  beam(d, 1100, -40, 900, 900, 320, "#fff6d8", 0.2);
  vignette(d, 0.4);
});

const dryer = landscape("solar-dryer-dome", (d) => {
  sky(d, "evening", 520);
  ridges(d, {
    from: 380,
    to: 540,
    count: 3,
    far: "#a4829a",
    near: "#3e5560",
    haze: "#f1b98a",
    relief: 130,
  });
  const edge = ridgeLine(d, { y: 620, relief: 40, rough: 0.2 });
  d.add(
    treeline(d, edge, [70, 120], "#2d4a3f", "leafy"),
    below(d, edge, d.downward([0, "#5a6a42"], [1, "#2a2f1e"])),
  );
  glow(d, 800, 650, 640, "#ffc877", 0.5);
  d.add(
    shape(
      "M230 900V600C230 380 560 300 800 300S1370 380 1370 600V900Z",
      d.downward([0, "#fff0cf", 0.75], [1, "#f3b76b", 0.7]),
    ),
  );
  for (const row of steps(4)) {
    const y = 560 + row * 88;
    d.add(
      rect(300, y, 1000, 10, "#7a5a3a"),
      rect(300, y - 44, 1000, 44, d.downward([0, "#b5483a"], [1, "#6e1f22"]), `rx="16"`),
    );
    const pods = steps(34).map((pod) =>
      ellipse(
        316 + pod * 29,
        y - 40 + (pod % 2) * 6,
        17,
        20,
        d.random.pick(["#a8352f", "#c75442", "#8c2829"]),
      ),
    );
    d.add(...pods);
  }
  for (const index of steps(7)) {
    const x = 230 + index * 190;
    d.add(
      curve(
        `M${x} 900V${index % 6 === 0 ? 600 : 400 - Math.sin((index * Math.PI) / 6) * 80}`,
        "#e9edf0",
        9,
      ),
    );
  }
  d.add(curve("M230 900V600C230 380 560 300 800 300S1370 380 1370 600V900", "#f4f7f8", 14));
  d.add(shape("M330 560C380 430 520 370 640 350L540 560Z", "#ffffff", `opacity="0.3"`));
  d.add(
    person(
      d,
      1460,
      1000,
      360,
      { shirt: "#2d4f86", skirt: true, trousers: "#7c2338", long: true },
      "hold",
      -1,
    ),
    ellipse(1455, 800, 64, 26, "#a97b45"),
    ellipse(1455, 792, 54, 18, "#a8352f"),
  );
  vignette(d, 0.5);
});

export const worksScenes = [weatherStation, towerDusk, solarSchool, hydro, bridge, raceways, dryer];
