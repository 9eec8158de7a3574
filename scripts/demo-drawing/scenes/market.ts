import { awning, basket, embroidery, heap, squareCode } from "../goods.ts";
import { darker } from "../colour.ts";
import { glovedHand, jar } from "../labware.ts";
import { beam, bokeh, glow, vignette, wash } from "../light.ts";
import { circle, curve, ellipse, line, rect, shape, steps } from "../marks.ts";
import { bust, person } from "../people.ts";
import { longLeaf } from "../plants.ts";
import { ridges } from "../ridges.ts";
import { landscape, portrait } from "../scene.ts";
import { mist, sky } from "../sky.ts";

const SHAWLS = ["#2b2f63", "#7c2340", "#1f4f63", "#3a2a55", "#8a3a2c"] as const;

const marketWide = landscape("market-day-wide", (d) => {
  sky(d, "dawn", 480);
  glow(d, 1180, 330, 420, "#fff0c8", 0.7);
  ridges(d, {
    from: 300,
    to: 460,
    count: 4,
    far: "#a8a5ba",
    near: "#566674",
    haze: "#f1d8bb",
    relief: 140,
    rough: 0.8,
  });
  mist(d, 500, 90, "#f7e9d6", 0.8);
  d.add(rect(0, 560, 1600, 507, d.downward([0, "#b49672"], [1, "#4e3a28"])));
  const stalls: readonly (readonly [number, number, number, string])[] = [
    [40, 520, 260, "#c8473f"],
    [330, 510, 240, "#3f7fae"],
    [640, 505, 250, "#d99a35"],
    [960, 512, 240, "#4f8f5c"],
    [1270, 522, 280, "#8a4f92"],
  ];
  for (const [x, y, width, colour] of stalls)
    d.add(
      rect(x + 20, y + 90, width - 40, 60, "#6b4c30"),
      heap(d, x + width / 2, y + 88, width * 0.6, 22, ["#d98c3a", "#7aa84c", "#b9433a"]),
      awning(d, x, y, width, colour),
    );
  for (const index of steps(17)) {
    const x = 40 + index * 96 + d.random.between(-26, 26);
    d.add(
      person(
        d,
        x,
        730 + (index % 3) * 26,
        170,
        {
          shirt: d.random.pick(SHAWLS),
          skirt: index % 2 === 0,
          trousers: d.random.pick(SHAWLS),
          long: index % 2 === 0,
          back: index % 4 === 1,
        },
        index % 5 === 0 ? "reach" : "rest",
        index % 2 === 0 ? 1 : -1,
      ),
    );
  }
  for (const [x, y, size] of [
    [240, 980, 380],
    [620, 1010, 400],
    [1130, 1000, 390],
    [1420, 970, 360],
  ] as const) {
    d.add(
      person(d, x, y, size, {
        shirt: d.random.pick(SHAWLS),
        skirt: true,
        trousers: d.random.pick(SHAWLS),
        long: true,
        back: true,
      }),
      basket(d, x, y - size * 0.44, size * 0.3, size * 0.34),
    );
  }
  mist(d, 600, 60, "#f3e2cb", 0.4);
  wash(d, "#ffcf94", 0.14);
  vignette(d, 0.45);
});

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

const baskets = landscape("market-baskets", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#cdbd9c"], [0.5, "#8f7a5a"], [1, "#3c2c1c"])));
  const passers = steps(7).map((index) =>
    person(d, 120 + index * 240, 760, 520, {
      shirt: SHAWLS[index % 5] ?? "#2b2f63",
      skirt: true,
      trousers: "#23304d",
      back: true,
    }),
  );
  d.add(d.blurred(16, ...passers));
  d.add(rect(0, 720, 1600, 347, d.downward([0, "#7d6243"], [1, "#2f2115"])));
  d.add(
    line(
      [
        [1240, 60],
        [1240, 300],
      ],
      "#7d838a",
      8,
    ),
    circle(1240, 360, 92, "#e9edef"),
    circle(1240, 360, 92, "none", `stroke="#6b7178" stroke-width="12"`),
    line(
      [
        [1240, 360],
        [1276, 312],
      ],
      "#c33a33",
      7,
    ),
  );
  d.add(
    ...steps(12).map((index) =>
      line(
        [
          [1240 + Math.cos(index * 0.524) * 66, 360 + Math.sin(index * 0.524) * 66],
          [1240 + Math.cos(index * 0.524) * 78, 360 + Math.sin(index * 0.524) * 78],
        ],
        "#39404a",
        4,
      ),
    ),
  );
  d.add(
    line(
      [
        [1240, 452],
        [1150, 620],
      ],
      "#8d9298",
      4,
    ),
    line(
      [
        [1240, 452],
        [1330, 620],
      ],
      "#8d9298",
      4,
    ),
    shape("M1120 620Q1240 700 1360 620Z", "#b7bec4"),
    heap(d, 1240, 622, 180, 44, ["#5f7a3a", "#7d9648"]),
  );
  for (const [x, width, height, filling] of [
    [260, 340, 420, "tea"],
    [690, 380, 460, "shoots"],
    [1060, 300, 300, "chilli"],
  ] as const) {
    d.add(basket(d, x, 1010, width, height));
    if (filling === "tea")
      d.add(heap(d, x, 1010 - height, width * 0.8, 34, ["#3d4a2a", "#55613a", "#2c361f"]));
    if (filling === "chilli")
      d.add(heap(d, x, 1010 - height, width * 0.8, 38, ["#c2342c", "#a8261f", "#d9553a"]));
    if (filling === "shoots")
      d.add(
        ...steps(9).map((index) =>
          longLeaf(
            x - 130 + index * 32,
            1010 - height + 20,
            230,
            (index - 4) * 9,
            index % 2 === 0 ? "#d9c27a" : "#b79a52",
            0.22,
          ),
        ),
      );
  }
  glow(d, 300, 60, 800, "#fff1cf", 0.5);
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

const steamPot = landscape("market-steam-pot", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#56617a"], [0.5, "#8b6d5b"], [1, "#2b1c15"])));
  const crowd = steps(8).map((index) =>
    person(d, 60 + index * 220, 800, 560, {
      shirt: SHAWLS[index % 5] ?? "#2b2f63",
      long: index % 2 === 0,
    }),
  );
  d.add(d.blurred(12, ...crowd));
  glow(d, 800, 900, 620, "#ff9a3f", 0.7);
  for (const [x, facing] of [
    [330, 1],
    [1270, -1],
  ] as const)
    d.add(
      person(
        d,
        x,
        1080,
        700,
        { shirt: x < 800 ? "#7c2340" : "#1f4f63", long: x < 800 },
        "reach",
        facing,
      ),
    );
  for (const index of steps(9))
    d.add(
      shape(
        `M${600 + index * 46} 1060q10 -90 24 -${120 + (index % 3) * 34}q26 60 22 ${120 + (index % 3) * 34}Z`,
        index % 2 === 0 ? "#ff8a2c" : "#ffd05c",
        `opacity="0.9"`,
      ),
    );
  d.add(
    shape(
      "M500 720Q520 1000 800 1000T1100 720Z",
      d.across([0, "#0f1114"], [0.35, "#4b4f55"], [1, "#0c0d10"]),
    ),
    ellipse(800, 720, 310, 66, "#2b2e33"),
    ellipse(800, 722, 280, 52, d.outward([0, "#c9803f"], [1, "#6e3a1c"])),
  );
  d.add(
    ...steps(14).map(() =>
      circle(
        800 + d.random.between(-220, 220),
        722 + d.random.between(-30, 30),
        d.random.between(7, 20),
        d.random.pick(["#e8b06a", "#8c4a26", "#6f8f3f"]),
        `opacity="0.9"`,
      ),
    ),
  );
  d.add(
    line(
      [
        [890, 730],
        [1010, 540],
      ],
      "#b98a4e",
      16,
    ),
  );
  const steam = steps(20).map((index) =>
    circle(
      800 + Math.sin(index * 0.8) * (60 + index * 9),
      690 - index * 36,
      60 + index * 7,
      "#ffffff",
      `opacity="0.13"`,
    ),
  );
  d.add(d.blurred(26, ...steam));
  vignette(d, 0.55);
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
  d.add(d.blurred(2, bust(d, 820, 640, 380, { shirt: "#3f6f9c", hat: "cone", long: true })));
  vignette(d, 0.4);
});

export const marketScenes = [marketWide, honeyJars, brocade, baskets, qrScan, steamPot, plumBoxes];
