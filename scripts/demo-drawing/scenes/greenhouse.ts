import { darker, lighter, mix } from "../colour.ts";
import type { Drawing } from "../drawing.ts";
import { beam, bokeh, glow, vignette, wash } from "../light.ts";
import { circle, curve, ellipse, line, polygon, px, rect, shape, steps } from "../marks.ts";
import { longLeaf, seedling } from "../plants.ts";
import { ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { sky, stars } from "../sky.ts";

const greenhouseDawn = landscape("greenhouse-dawn", (d) => {
  sky(d, "dawn");
  glow(d, 800, 440, 620, "#fff2cc", 0.95);
  ridges(d, {
    from: 400,
    to: 470,
    count: 2,
    far: "#b9a8a4",
    near: "#8f8a86",
    haze: "#fbe0b4",
    relief: 60,
  });
  d.add(
    polygon(
      [
        [700, 480],
        [900, 480],
        [2000, 1067],
        [-400, 1067],
      ],
      d.downward([0, "#e9cfa0"], [1, "#6b5136"]),
    ),
  );
  hoops(d, "#f7f2e6", 0.85);
  for (const side of [-1, 1]) {
    d.add(
      polygon(
        [
          [800 + side * 40, 490],
          [800 + side * 140, 490],
          [800 + side * 1500, 1080],
          [800 + side * 330, 1080],
        ],
        d.downward([0, "#a9a75f"], [1, "#3f5a2c"]),
      ),
    );
    for (const index of steps(17)) {
      const near = (index / 16) ** 1.9;
      for (const lane of [0.25, 0.55, 0.85]) {
        const x = 800 + side * (60 + lane * 60 + near * (420 + lane * 700));
        d.add(seedling(x, 500 + near * 540, 20 + near * 190, mix("#b7b45d", "#3f7d38", near)));
      }
    }
  }
  beam(d, 620, -60, 700, 1000, 240, "#fff4d0", 0.35);
  beam(d, 1050, -60, 960, 1000, 240, "#fff4d0", 0.3);
  wash(d, "#ffd08a", 0.18);
  vignette(d, 0.45);
});

/** The hoops and panes of a glasshouse, running away to (800, 470). */
function hoops(d: Drawing, frame: string, opacity: number): void {
  for (const index of steps(8)) {
    const near = (1 - index / 8) ** 2;
    const [half, top, foot] = [130 + near * 900, 400 - near * 470, 520 + near * 420];
    d.add(
      curve(
        `M${px(800 - half)} ${px(foot)}V${px(top + half * 0.5)}Q${px(800 - half * 0.9)} ${px(top)} 800 ${px(top)}Q${px(800 + half * 0.9)} ${px(top)} ${px(800 + half)} ${px(top + half * 0.5)}V${px(foot)}`,
        frame,
        4 + near * 14,
        `opacity="${opacity}"`,
      ),
    );
  }
}

const greenhouseNight = landscape("greenhouse-night", (d) => {
  sky(d, "night", 700);
  stars(d, 220, 520);
  ridges(d, {
    from: 480,
    to: 640,
    count: 3,
    far: "#24395c",
    near: "#0f1b31",
    haze: "#2f4a72",
    relief: 130,
  });
  d.add(rect(0, 720, 1600, 350, d.downward([0, "#16233a"], [1, "#070d18"])));
  glow(d, 800, 700, 760, "#ff5fb8", 0.5);
  for (const [x, w, h] of [
    [420, 520, 250],
    [1180, 520, 250],
    [800, 700, 330],
  ] as const) {
    const y = h > 300 ? 900 : 800;
    const outline = `M${x - w / 2} ${y}V${y - h * 0.5}Q${x - w / 2} ${y - h} ${x} ${y - h}Q${x + w / 2} ${y - h} ${x + w / 2} ${y - h * 0.5}V${y}Z`;
    d.add(shape(outline, d.downward([0, "#ffb3e0"], [0.5, "#e04aa6"], [1, "#7d1f6b"])));
    const beds = steps(7).map((index) =>
      seedling(x - w * 0.42 + index * w * 0.14, y, h * 0.34, "#5a2a5e"),
    );
    d.add(...beds, rect(x - w / 2, y - h * 0.58, w, 8, "#ffe6f6"));
    for (const rib of steps(6)) {
      const at = x - w / 2 + (rib * w) / 5;
      d.add(
        line(
          [
            [at, y],
            [at, y - h * (0.5 + 0.44 * Math.sin((rib * Math.PI) / 5))],
          ],
          "#fbd9ee",
          4,
          `opacity="0.7"`,
        ),
      );
    }
    d.add(curve(outline, "#ffe6f6", 7));
    d.add(d.blurred(14, ellipse(x, y + 30, w * 0.5, 22, "#ff6fc4", `opacity="0.5"`)));
  }
  vignette(d, 0.5);
});

const seedlingTrays = landscape("seedling-trays", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#dff0cf"], [0.4, "#9cc47e"], [1, "#3f6b35"])));
  bokeh(d, 18, [0, 0, 1600, 420], ["#ffffff", "#f6ffd6", "#c9ef9f"], [40, 110]);
  for (const row of steps(5)) {
    const share = row / 4;
    const [y, size] = [420 + share ** 1.3 * 620, 90 + share * 200];
    const cells = Math.ceil(1700 / (size * 0.86));
    const marks = [
      rect(
        -10,
        y - size * 0.1,
        1620,
        size * 1.5,
        d.downward([0, "#4a4a38"], [0.25, "#2b3127"], [1, "#1b211c"]),
      ),
    ];
    for (const cell of steps(cells)) {
      const x = cell * size * 0.86 + (row % 2) * size * 0.4;
      marks.push(
        ellipse(x, y - size * 0.02, size * 0.36, size * 0.1, "#4d3826"),
        seedling(
          x,
          y,
          size * d.random.between(0.85, 1.1),
          d.random.pick(["#58a63f", "#6fba4a", "#4c9538"]),
        ),
      );
      if (row === 2)
        marks.push(circle(x + size * 0.22, y - size * 0.82, 6, "#ffffff", `opacity="0.9"`));
    }
    d.add(row === 2 || row === 3 ? marks.join("") : d.blurred(row === 4 ? 8 : 5, ...marks));
  }
  glow(d, 1300, 60, 700, "#fffbe0", 0.7);
  vignette(d, 0.4);
});

const hydroponics = landscape("hydroponic-channels", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#e6f3f2"], [0.5, "#c3dfd6"], [1, "#7fa593"])));
  for (const pane of steps(6))
    d.add(
      line(
        [
          [pane * 320 - 40, 0],
          [pane * 320 - 40, 640],
        ],
        "#ffffff",
        10,
        `opacity="0.7"`,
      ),
    );
  glow(d, 300, 60, 700, "#ffffff", 0.8);
  for (const tier of steps(3)) {
    const y = 340 + tier * 310;
    const size = 150 + tier * 40;
    const heads: string[] = [];
    for (const index of steps(11)) {
      const x = -30 + index * (150 + tier * 20) + (tier % 2) * 50;
      const leaf = d.random.pick(["#5fae4a", "#7cc257", "#4c9a56", "#8c4f78"]);
      const leaves = steps(7).map((blade) =>
        longLeaf(
          x,
          y,
          size * d.random.between(0.75, 1),
          (blade - 3) * 26,
          blade % 2 === 0 ? darker(leaf, 0.15) : lighter(leaf, 0.1),
          0.34,
        ),
      );
      heads.push(leaves.join(""));
    }
    d.add(tier === 1 ? heads.join("") : d.blurred(4, ...heads));
    d.add(
      rect(-10, y - 12, 1620, 62, d.downward([0, "#ffffff"], [0.5, "#dfe7ea"], [1, "#9fb0b6"])),
      rect(-10, y + 50, 1620, 16, "#000000", `opacity="0.12"`),
    );
  }
  d.add(rect(1480, 0, 26, 1067, d.across([0, "#ffffff"], [1, "#93a5ac"])));
  vignette(d, 0.4);
});

export const greenhouseScenes = [greenhouseDawn, greenhouseNight, seedlingTrays, hydroponics];
