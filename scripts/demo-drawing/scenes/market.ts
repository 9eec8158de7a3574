import { awning, basket, heap } from "../goods.ts";
import { glow, vignette, wash } from "../light.ts";
import { circle, ellipse, line, rect, shape, steps } from "../marks.ts";
import { person } from "../people.ts";
import { longLeaf } from "../plants.ts";
import { ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
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

export const marketScenes = [marketWide, baskets, steamPot];
