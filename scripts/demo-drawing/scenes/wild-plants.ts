import { darker, lighter } from "../colour.ts";
import { beam, bokeh, glow, vignette } from "../light.ts";
import { circle, curve, ellipse, line, px, rect, shape, steps } from "../marks.ts";
import { blossom, leafClump, longLeaf } from "../plants.ts";
import { landscape, portrait } from "../scene.ts";
import { mist } from "../sky.ts";

const cardamomForest = landscape("cardamom-forest", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#d8e6b8"], [0.45, "#7fa27c"], [1, "#16291f"])));
  glow(d, 980, 120, 760, "#fffbd6", 0.8);
  for (const [count, width, colour, blur] of [
    [11, 40, "#8fae90", 7],
    [8, 70, "#4f7158", 3],
    [4, 120, "#26382b", 1],
  ] as const) {
    const trunks = steps(count).map((index) => {
      const x = (index + d.random.between(0.1, 0.9)) * (1600 / count);
      return shape(
        `M${px(x - width / 2)} -10Q${px(x - width * 0.3)} 500 ${px(x - width * 0.8)} 1067H${px(x + width * 0.8)}Q${px(x + width * 0.3)} 500 ${px(x + width / 2)} -10Z`,
        d.across([0, darker(colour, 0.25)], [0.6, lighter(colour, 0.12)], [1, darker(colour, 0.3)]),
      );
    });
    d.add(d.blurred(blur, ...trunks));
    mist(d, 600, 130, "#eef4d8", 0.3);
  }
  for (const x of [520, 860, 1240]) beam(d, x + 160, -80, x - 60, 960, 110, "#fffcd8", 0.5);
  d.add(rect(0, 700, 1600, 370, d.downward([0, "#3f6b42", 0], [0.4, "#2b5233"], [1, "#0e1f15"])));
  for (const [row, size, colour] of [
    [660, 150, "#7fa35f"],
    [800, 240, "#4f8548"],
    [960, 330, "#2f6637"],
  ] as const) {
    for (const index of steps(9))
      d.add(
        leafClump(
          d,
          index * 200 + d.random.between(-60, 60),
          row + d.random.between(-16, 16),
          size,
          colour,
        ),
      );
  }
  for (const [x, y] of [
    [420, 940],
    [452, 958],
    [700, 1000],
    [730, 990],
    [1110, 960],
    [1140, 976],
  ] as const)
    d.add(circle(x, y, 19, "#a52f2c"), circle(x - 5, y - 6, 6, "#e07a66"));
  const front = [60, 1560].map((x) => leafClump(d, x, 1180, 520, "#12301f"));
  d.add(d.blurred(9, ...front));
  vignette(d, 0.5);
});

const soilSensor = portrait("soil-sensor-cardamom", (d) => {
  d.add(rect(0, 0, 1200, 1600, d.downward([0, "#a9c98a"], [0.5, "#4f7a4d"], [1, "#1b2c1d"])));
  bokeh(d, 22, [0, 0, 1200, 760], ["#f2ffd0", "#d4ee9f", "#ffffff"], [40, 120]);
  const back = steps(5).map((index) => leafClump(d, 60 + index * 280, 1180, 760, "#5f9150"));
  d.add(d.blurred(10, ...back));
  d.add(
    shape(
      "M0 1160Q300 1090 620 1140T1200 1120V1600H0Z",
      d.downward([0, "#5c4128"], [1, "#22170e"]),
    ),
  );
  for (let crumb = 0; crumb < 70; crumb += 1)
    d.add(
      ellipse(
        d.random.between(0, 1200),
        d.random.between(1180, 1590),
        d.random.between(8, 34),
        d.random.between(5, 14),
        d.random.pick(["#6f5234", "#3b2a1a", "#84643f"]),
        `opacity="0.6"`,
      ),
    );
  d.add(leafClump(d, 860, 1190, 900, "#3f7d3f"));
  d.add(
    rect(424, 760, 30, 520, d.across([0, "#f4f6f7"], [0.5, "#ffffff"], [1, "#8e9aa2"])),
    rect(340, 560, 200, 240, d.across([0, "#f8fafa"], [1, "#b7c2c8"]), `rx="26"`),
  );
  d.add(
    rect(366, 592, 148, 84, d.downward([0, "#3f6ea5"], [1, "#17325e"]), `rx="8"`),
    circle(440, 734, 17, "#4fd07c"),
    line(
      [
        [440, 560],
        [440, 440],
      ],
      "#2b3238",
      10,
    ),
  );
  glow(d, 440, 734, 90, "#4fd07c", 0.8);
  for (const turn of steps(3))
    d.add(
      curve(
        `M${470 + turn * 34} ${470 - turn * 22}a${60 + turn * 40} ${60 + turn * 40} 0 0 1 0 ${64 + turn * 50}`,
        "#f3ffe6",
        7,
        `opacity="${0.8 - turn * 0.22}"`,
      ),
    );
  for (const [x, y] of [
    [700, 1200],
    [760, 1230],
    [650, 1250],
    [720, 1280],
    [790, 1290],
  ] as const)
    d.add(blossom(x, y, 46, "#f6d24a", "#e0752c"));
  vignette(d, 0.45);
});

const herbarium = landscape("herbarium-sheets", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.across([0, "#6d4a2e"], [0.5, "#9a6f45"], [1, "#5b3c24"])));
  for (const plank of steps(5)) d.add(rect(0, plank * 240, 1600, 4, "#3d2816", `opacity="0.6"`));
  const sheet = (
    x: number,
    y: number,
    turn: number,
    leaf: string,
    blades: number,
    flower: string | null,
  ) => {
    const fronds = steps(blades).flatMap((index) => {
      const [at, length] = [640 - index * (480 / blades), 150 - index * (60 / blades)];
      return [
        longLeaf(230, at, length, -58, leaf, 0.2),
        longLeaf(230, at - 14, length, 56, darker(leaf, 0.12), 0.2),
      ];
    });
    const heads = flower
      ? [
          blossom(230, 120, 44, flower, "#a9843c"),
          blossom(180, 170, 30, flower, "#a9843c"),
          blossom(286, 165, 30, flower, "#a9843c"),
        ]
      : [longLeaf(230, 170, 120, 0, leaf, 0.2)];
    return `<g transform="translate(${x} ${y}) rotate(${turn})">${rect(10, 14, 460, 720, "#2a1a0e", `opacity="0.35"`)}${rect(0, 0, 460, 720, "#f2e8cf")}${curve("M230 690C226 500 236 300 230 130", darker(leaf, 0.35), 7)}${fronds.join("")}${heads.join("")}${rect(270, 630, 165, 72, "#e3d1a4")}${steps(
      3,
    )
      .map((index) => rect(284, 644 + index * 18, 130 - index * 26, 5, "#8c7a58"))
      .join("")}${rect(206, 560, 50, 12, "#fbf6e6", `opacity="0.9"`)}</g>`;
  };
  d.add(
    sheet(70, 150, -6, "#6b7a45", 7, null),
    sheet(1060, 120, 7, "#7d6f3f", 6, "#b98a9c"),
    sheet(560, 170, 1, "#55703f", 8, "#a678a8"),
  );
  d.add(
    circle(1090, 800, 150, "#dfeef2", `opacity="0.3"`),
    circle(1090, 800, 150, "none", `stroke="#2c2f34" stroke-width="26"`),
    line(
      [
        [1200, 908],
        [1370, 1060],
      ],
      "#4a2b17",
      46,
    ),
    ellipse(1040, 742, 50, 24, "#ffffff", `opacity="0.4" transform="rotate(-40 1040 742)"`),
  );
  glow(d, 520, 60, 800, "#fff0c6", 0.55);
  vignette(d, 0.5);
});

export const wildPlantsScenes = [cardamomForest, soilSensor, herbarium];
