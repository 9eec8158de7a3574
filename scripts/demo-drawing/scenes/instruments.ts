import { darker } from "../colour.ts";
import { bubbles, flask, jar, roundFlask } from "../labware.ts";
import { beam, bokeh, glow, vignette } from "../light.ts";
import { circle, curve, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { longLeaf } from "../plants.ts";
import { landscape } from "../scene.ts";

const flasksColour = landscape("lab-flasks-colour", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#f8e7bd"], [0.55, "#e7b67b"], [1, "#7f5236"])));
  glow(d, 1220, 160, 780, "#fff8dc", 0.8);
  bokeh(d, 16, [0, 60, 1600, 560], ["#ffffff", "#fff1c2", "#b9d9a8"], [30, 100]);
  d.add(rect(0, 850, 1600, 220, d.downward([0, "#a8713f"], [1, "#4d2e1b"])));
  d.add(
    flask(d, 260, 920, 520, "#c0327f"),
    roundFlask(d, 580, 910, 470, "#7a3fc0"),
    flask(d, 880, 940, 620, "#2f7fd1"),
    roundFlask(d, 1170, 905, 430, "#2fae7a"),
    flask(d, 1420, 930, 480, "#e0a52c"),
  );
  d.add(bubbles(d, 880, 660, 330, 60, 26), bubbles(d, 580, 740, 420, 40, 16));
  for (const [x, colour] of [
    [260, "#c0327f"],
    [880, "#2f7fd1"],
    [1420, "#e0a52c"],
  ] as const)
    d.add(d.blurred(16, ellipse(x - 70, 985, 190, 20, colour, `opacity="0.5"`)));
  beam(d, 1400, -60, 700, 1000, 420, "#fff6d8", 0.3);
  vignette(d, 0.45);
});

const still = landscape("essential-oil-still", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.across([0, "#2a1a12"], [0.55, "#5f3c22"], [1, "#23150f"])));
  for (const plank of steps(9)) d.add(rect(plank * 180, 0, 5, 820, "#1a0f0a", `opacity="0.6"`));
  glow(d, 1280, 200, 640, "#ffd493", 0.7);
  d.add(rect(0, 840, 1600, 230, d.downward([0, "#7b5433"], [1, "#2a1a10"])));
  const copper = d.across([0, "#6b2f17"], [0.3, "#f2a56c"], [0.55, "#c86f3a"], [1, "#54230f"]);
  d.add(
    shape("M300 860C230 760 230 600 330 530H670C770 600 770 760 700 860Z", copper),
    shape("M360 530C360 430 430 380 470 350V270H530V350C570 380 640 430 640 530Z", copper),
  );
  d.add(
    curve("M500 270C500 170 640 150 760 200S960 420 1010 480", "#b8622f", 42),
    curve("M496 262C500 176 640 158 756 206", "#f2b27c", 9),
  );
  d.add(
    rect(
      940,
      470,
      170,
      390,
      d.across([0, "#5f6d73"], [0.35, "#dfe8ea"], [1, "#5b686d"]),
      `rx="20"`,
    ),
    line(
      [
        [1110, 800],
        [1180, 800],
        [1190, 830],
      ],
      "#b8622f",
      14,
    ),
  );
  for (const [x, tall] of [
    [1220, 150],
    [1310, 180],
    [1400, 150],
    [1490, 170],
  ] as const)
    d.add(jar(d, x, 900, 74, tall, "#b0641c", "#1d1713"));
  d.add(
    rect(290, 850, 430, 60, "#3a3f42"),
    ...steps(9).map((index) =>
      shape(
        `M${310 + index * 44} 910q20 -60 22 -92q24 40 20 92Z`,
        index % 2 === 0 ? "#ff9c3f" : "#ffcf5e",
        `opacity="0.85"`,
      ),
    ),
  );
  const steam = steps(9).map((index) =>
    circle(
      520 + index * 34 + d.random.between(-30, 30),
      250 - index * 24,
      50 + index * 8,
      "#ffffff",
      `opacity="0.16"`,
    ),
  );
  d.add(d.blurred(18, ...steam));
  for (const index of steps(9))
    d.add(
      longLeaf(80 + index * 16, 1010, 260, (index - 4) * 13, darker("#5d8a45", (index % 3) * 0.15)),
    );
  vignette(d, 0.6);
});

const weights = landscape("brass-weights-balance", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.across([0, "#1f2d33"], [0.6, "#4b6266"], [1, "#1d2a30"])));
  bokeh(d, 12, [0, 40, 1600, 520], ["#e9d9a6", "#9fc0c4"], [40, 100]);
  d.add(rect(0, 800, 1600, 270, d.downward([0, "#6f4b2f"], [1, "#2a1a10"])));
  const brass = d.across([0, "#6a4613"], [0.3, "#ffe9a3"], [0.5, "#d6a63f"], [1, "#573a10"]);
  d.add(
    rect(1068, 260, 24, 560, brass),
    ellipse(1080, 830, 190, 36, "#8a6420"),
    ellipse(1080, 818, 180, 32, brass),
  );
  d.add(
    polygon(
      [
        [740, 286],
        [1080, 252],
        [1420, 318],
        [1420, 334],
        [1080, 274],
        [740, 302],
      ],
      brass,
    ),
    circle(1080, 258, 26, brass),
  );
  for (const [x, top, pan] of [
    [748, 296, 600],
    [1412, 326, 640],
  ] as const) {
    d.add(
      line(
        [
          [x, top],
          [x - 120, pan],
        ],
        "#d9c48a",
        4,
      ),
      line(
        [
          [x, top],
          [x + 120, pan],
        ],
        "#d9c48a",
        4,
      ),
      shape(`M${x - 140} ${pan}Q${x} ${pan + 80} ${x + 140} ${pan}Z`, brass),
      ellipse(x, pan, 140, 18, "#f3dc98"),
    );
  }
  d.add(
    rect(60, 820, 640, 150, d.downward([0, "#8d5c34"], [1, "#4a2d18"]), `rx="10"`),
    rect(76, 800, 608, 40, "#2f5a4a", `rx="6"`),
  );
  for (const [index, size] of [150, 128, 108, 88, 70, 54].entries()) {
    const x = 140 + index * 104 - index * index * 3;
    d.add(
      rect(x - size * 0.36, 826 - size, size * 0.72, size, brass, `rx="8"`),
      ellipse(x, 826 - size, size * 0.36, size * 0.09, "#fff1bf"),
      rect(x - size * 0.1, 826 - size * 1.26, size * 0.2, size * 0.26, brass),
      circle(x, 826 - size * 1.3, size * 0.16, brass),
    );
  }
  d.add(rect(1372, 560, 80, 76, brass, `rx="8"`), circle(1412, 540, 18, brass));
  beam(d, 260, -60, 420, 960, 420, "#fff0c8", 0.25);
  vignette(d, 0.5);
});

export const instrumentsScenes = [flasksColour, still, weights];
