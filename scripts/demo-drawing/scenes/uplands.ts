import { cropRows, teaHill, terraces } from "../fields.ts";
import { glow, vignette, wash } from "../light.ts";
import { circle, ellipse, polygon, rect, shape, steps } from "../marks.ts";
import { person } from "../people.ts";
import { foliage, leafyTree, treeline } from "../plants.ts";
import { below, ridgeLine, ridges } from "../ridges.ts";
import { landscape, panorama } from "../scene.ts";
import { clouds, mist, sky, sun } from "../sky.ts";
import { quadcopter, road, stiltHouse } from "../structures.ts";

const terracesMorning = landscape("terraces-morning-mist", (d) => {
  sky(d, "dawn", 560);
  sun(d, 1130, 330, 34);
  clouds(d, 6, 60, 260, "#ffe9d0", 0.28);
  ridges(d, { from: 380, to: 540, count: 4, far: "#9a97ad", near: "#3f5a62", haze: "#f4d3ae" });
  mist(d, 590, 90, "#fff0dc", 0.8);
  terraces(d, {
    top: 600,
    count: 13,
    strips: ["#b4b6b8", "#d9b99a", "#7f9aa6", "#e8cba6"],
    bank: "#3c4a34",
    sheen: ["#fff0d2", 0.75],
  });
  const edge = ridgeLine(d, { y: 1020, relief: 60, rough: 0.2 });
  d.add(below(d, edge, "#1f2a22"), treeline(d, edge.slice(0, 20), [60, 130], "#1b2a22", "leafy"));
  d.add(stiltHouse(1240, 1000, 150, true));
  wash(d, "#ffcf94", 0.12);
  vignette(d);
});

const teaHills = landscape("tea-hills-rows", (d) => {
  sky(d, "morning", 520);
  sun(d, 250, 210, 26);
  ridges(d, { from: 380, to: 490, count: 3, far: "#9fc0cf", near: "#5c8d86", haze: "#e4eedd" });
  teaHill(d, 260, 600, 420, "#6aa24c", 11);
  mist(d, 640, 60, "#fdf7df", 0.5);
  teaHill(d, 1330, 700, 560, "#55943f", 11);
  mist(d, 800, 60, "#fdf7df", 0.35);
  teaHill(d, 640, 930, 760, "#438438", 10);
  for (const [x, y, size] of [
    [560, 720, 150],
    [760, 690, 138],
    [1010, 760, 158],
  ] as const) {
    d.add(
      person(
        d,
        x,
        y,
        size,
        { shirt: x === 760 ? "#8c3b6b" : "#2f4f7d", hat: "cone" },
        "reach",
        x > 900 ? -1 : 1,
      ),
    );
    d.add(ellipse(x - 22, y - 64, 20, 26, "#a97b45"));
  }
  wash(d, "#ffe6a8", 0.16);
  vignette(d, 0.4);
});

const droneRows = panorama("drone-crop-rows", (d) => {
  sky(d, "evening", 330);
  sun(d, 1560, 250, 30, "#fff0c0");
  ridges(d, {
    from: 240,
    to: 315,
    count: 3,
    far: "#b4838c",
    near: "#4f5a6e",
    haze: "#f4b177",
    relief: 80,
  });
  d.add(rect(0, 325, 2000, 480, "#5a4333"));
  cropRows(d, 325, 1080, 10, "#6b4a33", "#5a9a48");
  wash(d, "#ff9f5c", 0.1);
  d.add(
    d.blurred(8, ellipse(1010, 620, 130, 16, "#1a1410", `opacity="0.5"`)),
    quadcopter(1000, 400, 230),
  );
  vignette(d, 0.5);
});

const ancientTea = landscape("ancient-tea-trees", (d) => {
  sky(d, "overcast");
  ridges(d, { from: 420, to: 640, count: 3, far: "#c3cfcb", near: "#93aba2", haze: "#e8ece6" });
  const back = steps(5).map((index) => leafyTree(d, 120 + index * 360, 860, 520, "#8aa79a"));
  d.add(d.blurred(5, ...back));
  mist(d, 760, 170, "#eef1ea", 0.8);
  d.add(
    shape("M0 940C400 880 1100 900 1600 930V1067H0Z", d.downward([0, "#6d7f55"], [1, "#2f3d2a"])),
  );
  for (const [x, height, leaf] of [
    [330, 860, "#4f7a4b"],
    [1230, 940, "#456f45"],
  ] as const) {
    const bark = d.across([0, "#b9b6a6"], [0.5, "#8f8d7e"], [1, "#5f5e54"]);
    d.add(
      shape(
        `M${x - 46} 1000Q${x - 10} 900 ${x - 24} 760L${x - 150} 470L${x - 118} 460L${x} 690L${x + 110} 440L${x + 142} 452L${x + 30} 760Q${x + 18} 900 ${x + 56} 1000Z`,
        bark,
      ),
    );
    d.add(
      foliage(d, x - 150, 420, height * 0.17, leaf),
      foliage(d, x + 150, 390, height * 0.18, leaf),
      foliage(d, x, 300, height * 0.2, leaf),
    );
  }
  d.add(
    person(d, 1130, 672, 220, { shirt: "#2c4a7a", hat: "cone" }, "reach", -1),
    ellipse(1160, 580, 26, 34, "#a97b45"),
  );
  d.add(
    person(
      d,
      700,
      1000,
      270,
      { shirt: "#8c2f4f", skirt: true, trousers: "#23304d", long: true },
      "raise",
    ),
    ellipse(672, 850, 36, 46, "#a97b45"),
  );
  mist(d, 930, 70, "#f3f4ec", 0.55);
  vignette(d, 0.4, "#1c2a24");
});

const droneForest = landscape("drone-over-forest", (d) => {
  sky(d, "evening", 480);
  sun(d, 360, 400, 36, "#ffe3a6");
  ridges(d, {
    from: 430,
    to: 700,
    count: 4,
    far: "#a77f95",
    near: "#2b4a52",
    haze: "#e9a77c",
    relief: 140,
  });
  const edge = ridgeLine(d, { y: 830, relief: 90, rough: 0.3 });
  d.add(treeline(d, edge, [70, 150], "#1f3b3a"), below(d, edge, "#1b3433"));
  const near = ridgeLine(d, { y: 1000, relief: 60, rough: 0.3 });
  d.add(treeline(d, near, [120, 220], "#102524"), below(d, near, "#0e2120"));
  glow(d, 980, 350, 300, "#ffd9a0", 0.35);
  d.add(quadcopter(980, 340, 460));
  vignette(d, 0.5);
});

const passRoad = landscape("mountain-pass-road", (d) => {
  sky(d, "dusk", 420);
  ridges(d, {
    from: 330,
    to: 560,
    count: 4,
    far: "#7d7f9c",
    near: "#2f4353",
    haze: "#b9a3a8",
    relief: 150,
    rough: 0.9,
  });
  mist(d, 600, 110, "#d9cdd0", 0.7);
  d.add(
    shape(
      "M0 760C300 600 600 660 900 640C1200 610 1400 700 1600 640V1067H0Z",
      d.downward([0, "#2c3f3f"], [1, "#121d20"]),
    ),
  );
  const bends = [
    [980, 640, 26],
    [760, 690, 46],
    [1120, 770, 84],
    [620, 890, 170],
    [1000, 1090, 420],
  ] as const;
  d.add(
    road(bends, "#59606a"),
    road(
      bends.map(([x, y, w]) => [x, y, w * 0.05] as const),
      "#e7d9a6",
    ),
  );
  for (const [x, y, w] of bends) {
    for (const side of [-0.62, 0.62]) {
      const [at, r] = [x + w * side, 4 + w * 0.035];
      d.add(rect(at - r * 0.3, y - r * 6, r * 0.6, r * 6, "#20262c"));
      glow(d, at, y - r * 6, r * 11, "#ffb74d", 0.8);
      d.add(circle(at, y - r * 6, r, "#ffe0a0"));
    }
  }
  mist(d, 720, 80, "#cfc6cb", 0.55);
  mist(d, 900, 70, "#b9b3bb", 0.35);
  vignette(d, 0.55);
});

const beehives = landscape("beehives-hillside", (d) => {
  sky(d, "noon", 460);
  clouds(d, 6, 60, 260, "#ffffff", 0.55);
  ridges(d, {
    from: 340,
    to: 470,
    count: 3,
    far: "#8fb1cc",
    near: "#5d8478",
    haze: "#d5e4e0",
    relief: 130,
    rough: 0.9,
  });
  d.add(
    shape(
      "M0 560C400 470 900 540 1600 480V1067H0Z",
      d.downward([0, "#8d86b4"], [0.5, "#7a6aa3"], [1, "#54507a"]),
    ),
  );
  const bloom = steps(260).map(() => {
    const depth = d.random.next() ** 0.7;
    return circle(
      d.random.between(0, 1600),
      560 + depth * 500,
      3 + depth * 9,
      d.random.pick(["#b9a2e3", "#9d82d2", "#d8c7f2", "#6f8f5a"]),
      `opacity="0.75"`,
    );
  });
  d.add(d.blurred(1.6, ...bloom));
  for (const [x, y, size] of [
    [240, 640, 90],
    [470, 690, 110],
    [1340, 660, 100],
    [330, 850, 160],
    [1250, 880, 170],
  ] as const) {
    const wood = d.random.pick(["#d9a352", "#c98d4a", "#7fa9c9"]);
    d.add(ellipse(x, y + size * 0.5, size * 0.75, size * 0.1, "#2b2846", `opacity="0.45"`));
    d.add(
      rect(
        x - size * 0.6,
        y - size * 0.4,
        size * 1.2,
        size * 0.85,
        d.across([0, wood], [1, "#7d5a2f"]),
      ),
      rect(x - size * 0.68, y - size * 0.52, size * 1.36, size * 0.16, "#e9e2d2"),
    );
    d.add(rect(x - size * 0.25, y + size * 0.28, size * 0.5, size * 0.08, "#2a1d10"));
  }
  d.add(person(d, 800, 960, 470, { shirt: "#e9e6da", trousers: "#cfc9b8", hat: "veil" }, "hold"));
  d.add(
    rect(735, 640, 132, 92, "#8a5a26"),
    rect(745, 650, 112, 72, "#f0b43c"),
    polygon(
      [
        [745, 650],
        [857, 650],
        [857, 682],
        [745, 700],
      ],
      "#f9d98a",
    ),
  );
  vignette(d, 0.4);
});

export const uplandScenes = [
  terracesMorning,
  teaHills,
  droneRows,
  ancientTea,
  droneForest,
  passRoad,
  beehives,
];
