import { darker } from "../colour.ts";
import { embroidery, heap, squareCode } from "../goods.ts";
import { glovedHand, jar } from "../labware.ts";
import { beam, bokeh, glow, vignette } from "../light.ts";
import { curve, ellipse, line, rect, shape, steps } from "../marks.ts";
import { bust } from "../people.ts";
import { longLeaf } from "../plants.ts";
import { landscape, portrait } from "../scene.ts";

const honeyJars = landscape("market-honey-jars", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#f6e2a8"], [0.5, "#d99a3f"], [1, "#5e3512"])));
  bokeh(d, 20, [0, 0, 1600, 600], ["#fff6cf", "#ffd873", "#b9d08a"], [40, 120]);
  glow(d, 1150, 180, 760, "#fff3b8", 0.9);
  d.add(rect(0, 860, 1600, 207, d.downward([0, "#a06a35"], [1, "#3d220f"])));
  const back = steps(7).map((index) =>
    jar(d, 130 + index * 225, 850, 170, 300, "#d98f1f", "#e9dcc0"),
  );
  d.add(d.blurred(6, ...back));
  for (const [index, x] of [170, 490, 810, 1130, 1450].entries()) {
    d.add(
      jar(
        d,
        x,
        965,
        250,
        430,
        ["#e8a21f", "#c9781a", "#f0b93a", "#b8620f", "#e09424"][index] ?? "#e8a21f",
        "#f2e7cf",
      ),
    );
    d.add(
      rect(x - 84, 730, 168, 130, "#fff6dd", `rx="10"`),
      squareCode(d, x - 64, 758, 74),
      rect(x + 26, 760, 44, 10, "#b9781f"),
      rect(x + 26, 784, 34, 8, "#c9a868"),
      rect(x + 26, 806, 40, 8, "#c9a868"),
    );
  }
  beam(d, 1200, -60, 760, 1020, 360, "#fff6c8", 0.35);
  vignette(d, 0.45);
});

const qrScan = landscape("market-qr-scan", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#d7c79f"], [0.6, "#a5824f"], [1, "#4a321b"])));
  bokeh(d, 18, [0, 0, 1600, 560], ["#fff0c2", "#c8473f", "#4f8f5c", "#3f7fae"], [50, 130]);
  d.add(rect(0, 820, 1600, 247, d.downward([0, "#8f6237"], [1, "#3b2412"])));
  d.add(
    shape(
      "M180 930L210 330Q440 290 670 330L700 930Q440 970 180 930Z",
      d.across([0, "#1f4a34"], [0.4, "#4f9163"], [1, "#173a29"]),
    ),
    rect(206, 330, 468, 46, "#c9a24a"),
    rect(290, 470, 300, 360, "#f6efdc", `rx="14"`),
    squareCode(d, 350, 520, 180),
  );
  d.add(longLeaf(440, 800, 80, -30, "#4f9163", 0.3), longLeaf(440, 800, 80, 30, "#3f7d50", 0.3));
  d.add(
    `<g transform="rotate(8 1050 560)">${rect(860, 260, 380, 720, "#15181d", `rx="46"`)}${rect(880, 290, 340, 660, d.downward([0, "#1f3b4a"], [1, "#10202a"]), `rx="26"`)}${squareCode(d, 960, 430, 180)}${curve("M930 470V400H1000M1170 470V400H1100M930 590V660H1000M1170 590V660H1100", "#57e39b", 10)}${rect(940, 760, 220, 26, "#57e39b", `rx="13"`)}${rect(970, 810, 160, 16, "#7fb4c4", `rx="8"`)}</g>`,
  );
  d.add(glovedHand(d, 1170, 640, 330, "#d7a583", "#2b2f63"));
  glow(d, 1050, 520, 360, "#57e39b", 0.18);
  vignette(d, 0.45);
});

const plumBoxes = landscape("plum-qr-boxes", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#dbe6d2"], [0.6, "#9fb489"], [1, "#4b5a3a"])));
  const leaves = steps(26).map((index) =>
    longLeaf(
      index * 66,
      d.random.between(-20, 220),
      d.random.between(110, 190),
      150 + d.random.between(-60, 60),
      d.random.pick(["#6d9a54", "#4f7d43", "#8cb56a"]),
      0.3,
    ),
  );
  d.add(d.blurred(10, ...leaves));
  glow(d, 1240, 60, 700, "#fffbe0", 0.8);
  d.add(d.blurred(2, bust(d, 820, 640, 380, { shirt: "#3f6f9c", hat: "cone", long: true })));
  d.add(rect(0, 900, 1600, 167, d.downward([0, "#8d7350"], [1, "#3e2f1e"])));
  for (const [x, y, width, blur] of [
    [150, 560, 420, 3],
    [1060, 540, 440, 3],
    [-60, 930, 520, 0],
    [500, 950, 580, 0],
    [1110, 940, 540, 0],
  ] as const) {
    const height = width * 0.5;
    const box = [
      heap(d, x + width / 2, y - height + 8, width * 0.92, width * 0.15, [
        "#7c2144",
        "#9c2f4f",
        "#5e1a3f",
        "#b5475a",
      ]),
      rect(x, y - height, width, height, d.downward([0, "#dcae72"], [1, "#9c6f3c"]), `rx="6"`),
      rect(x, y - height, width, height * 0.12, "#ecc794"),
      ellipse(x + width * 0.24, y - height * 0.5, width * 0.09, width * 0.035, "#5f4020"),
      squareCode(d, x + width * 0.58, y - height * 0.72, width * 0.24),
    ];
    d.add(blur > 0 ? d.blurred(blur, ...box) : box.join(""));
  }
  vignette(d, 0.4);
});

const brocade = portrait("market-brocade", (d) => {
  d.add(rect(0, 0, 1200, 1600, d.across([0, "#33211a"], [0.5, "#6b4631"], [1, "#2b1b15"])));
  glow(d, 640, 240, 800, "#ffcf94", 0.5);
  d.add(rect(40, 130, 1120, 26, "#c99a5a", `rx="13"`));
  for (const [x, width, ground] of [
    [90, 230, "#1f2a57"],
    [350, 220, "#7a1f35"],
    [600, 240, "#173f45"],
    [870, 240, "#33214f"],
  ] as const) {
    const bands = steps(5).map((index) =>
      embroidery(
        d,
        x,
        150 + index * 166,
        width,
        166,
        index % 2 === 0 ? ground : darker(ground, 0.3),
      ),
    );
    d.add(
      x === 350 || x === 600 ? bands.join("") : d.blurred(3, ...bands),
      rect(
        x,
        150,
        width,
        830,
        d.across([0, "#000000", 0.4], [0.4, "#ffffff", 0.08], [1, "#000000", 0.4]),
      ),
    );
    d.add(
      ...steps(12).map((index) =>
        line(
          [
            [x + 10 + index * (width / 12), 978],
            [x + 6 + index * (width / 12), 1030],
          ],
          "#e8b93c",
          5,
        ),
      ),
    );
  }
  d.add(rect(0, 1440, 1200, 160, d.downward([0, "#8a5c36"], [1, "#3a2414"])));
  for (const index of steps(6)) {
    const y = 1384 - index * 62;
    const inset = 120 + index * 22;
    const cloth =
      ["#7a1f35", "#1f2a57", "#c98f2f", "#173f45", "#8a3a2c", "#33214f"][index] ?? "#7a1f35";
    d.add(
      rect(
        inset,
        y,
        1200 - inset * 2,
        60,
        d.downward([0, cloth], [1, darker(cloth, 0.35)]),
        `rx="26"`,
      ),
    );
  }
  vignette(d, 0.5);
});

export const marketGoodsScenes = [honeyJars, brocade, qrScan, plumBoxes];
