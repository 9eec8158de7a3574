import { glow, vignette, wash } from "../light.ts";
import { curve, ellipse, polygon, rect, shape, steps } from "../marks.ts";
import { person } from "../people.ts";
import { conifer, treeline } from "../plants.ts";
import { below, ridgeLine, ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { clouds, sky } from "../sky.ts";
import { flagPole, solarPanel } from "../structures.ts";

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

export const energyScenes = [solarSchool, hydro, dryer];
