import type { Drawing } from "../drawing.ts";
import { glow, vignette } from "../light.ts";
import { circle, line, polygon, rect, shape } from "../marks.ts";
import { treeline } from "../plants.ts";
import { ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { clouds, mist, rain, sky, stars } from "../sky.ts";
import { mast, solarPanel, stiltHouse } from "../structures.ts";

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

export const fieldStationsScenes = [weatherStation, towerDusk];
