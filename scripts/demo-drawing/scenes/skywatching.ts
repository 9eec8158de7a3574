import { darker } from "../colour.ts";
import { glow, vignette } from "../light.ts";
import { circle, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { bust, person } from "../people.ts";
import { conifer } from "../plants.ts";
import { ridges } from "../ridges.ts";
import { landscape, portrait } from "../scene.ts";
import { mist, sky, stars } from "../sky.ts";

const planetarium = landscape("planetarium-dome", (d) => {
  d.add(rect(0, 0, 1600, 1067, "#04060f"));
  const dome = "M60 900C60 300 420 20 800 20S1540 300 1540 900Z";
  const nebula = [
    ellipse(560, 420, 420, 130, "#6a4fd0", `opacity="0.55" transform="rotate(-24 560 420)"`),
    ellipse(900, 340, 460, 110, "#3f7fd9", `opacity="0.5" transform="rotate(-24 900 340)"`),
    ellipse(1040, 300, 240, 60, "#e88ac0", `opacity="0.5" transform="rotate(-24 1040 300)"`),
  ];
  d.add(
    shape(dome, d.downward([0, "#0d1a4a"], [0.7, "#25206a"], [1, "#3f2a6f"])),
    d.clipped(shape(dome, "#000000"), d.blurred(34, ...nebula)),
  );
  const lights = steps(240).map((index) =>
    circle(
      d.random.between(80, 1520),
      d.random.between(30, 880),
      index % 12 === 0 ? 3.4 : d.random.between(1.1, 2.2),
      index % 12 === 0 ? "#fff0c2" : "#dfe9ff",
    ),
  );
  const figure = [
    [420, 300],
    [520, 240],
    [610, 310],
    [700, 280],
    [720, 400],
    [620, 430],
    [610, 310],
  ] as const;
  d.add(
    d.clipped(
      shape(dome, "#000000"),
      ...lights,
      line(figure, "#9fd0ff", 2.4, `opacity="0.8"`),
      ...figure.map(([x, y]) => circle(x, y, 5.5, "#ffffff")),
    ),
  );
  for (const index of steps(9))
    d.add(
      shape(
        `M800 20Q${80 + index * 180} 300 ${60 + index * 185} 900`,
        "none",
        `stroke="#8f8fd9" stroke-width="2" opacity="0.22"`,
      ),
    );
  glow(d, 800, 900, 460, "#8f7fff", 0.5);
  d.add(
    rect(0, 890, 1600, 180, d.downward([0, "#1a1538"], [1, "#03040a"])),
    polygon(
      [
        [764, 930],
        [836, 930],
        [820, 850],
        [780, 850],
      ],
      "#12152a",
    ),
    circle(800, 840, 34, "#1a1f3a"),
    circle(800, 832, 12, "#cfe0ff"),
  );
  for (const [index, x] of [150, 310, 470, 620, 990, 1140, 1300, 1460].entries())
    d.add(
      bust(d, x, 1010 + (index % 3) * 24, 170 + (index % 3) * 22, {
        shirt: "#11152b",
        skin: "#2c2f55",
        hair: "#070914",
        back: true,
        long: index % 2 === 0,
      }),
    );
  vignette(d, 0.5);
});

const telescope = portrait("telescope-night", (d) => {
  sky(d, "night", 1300);
  const milkyWay = [
    ellipse(640, 520, 190, 760, "#7f9fd9", `opacity="0.45" transform="rotate(24 640 520)"`),
    ellipse(640, 520, 90, 700, "#f2d9c2", `opacity="0.4" transform="rotate(24 640 520)"`),
    ellipse(700, 500, 34, 560, "#0c1530", `opacity="0.55" transform="rotate(24 700 500)"`),
  ];
  d.add(d.blurred(44, ...milkyWay));
  stars(d, 260, 1150);
  ridges(d, {
    from: 1080,
    to: 1250,
    count: 3,
    far: "#263c60",
    near: "#0d1830",
    haze: "#3a5580",
    relief: 150,
  });
  mist(d, 1260, 60, "#3f5f8f", 0.4);
  d.add(shape("M0 1340Q500 1260 1200 1360V1600H0Z", d.downward([0, "#0d1626"], [1, "#03060c"])));
  const dark = "#0a1120";
  d.add(
    line(
      [
        [620, 1130],
        [520, 1420],
      ],
      dark,
      16,
    ),
    line(
      [
        [620, 1130],
        [720, 1430],
      ],
      dark,
      16,
    ),
    line(
      [
        [620, 1130],
        [630, 1400],
      ],
      dark,
      14,
    ),
  );
  d.add(
    `<g transform="rotate(-52 620 1120)">${rect(500, 1080, 360, 74, d.downward([0, "#56719c"], [0.4, "#1d2a44"], [1, dark]), `rx="10"`)}${rect(850, 1068, 50, 98, "#32466a", `rx="8"`)}${rect(450, 1098, 60, 40, dark, `rx="6"`)}</g>`,
  );
  d.add(
    person(
      d,
      390,
      1440,
      470,
      { shirt: "#16233c", trousers: dark, skin: "#2f3f5f", hair: "#060a12" },
      "reach",
    ),
    person(
      d,
      850,
      1450,
      330,
      { shirt: "#1c2a46", trousers: dark, skin: "#33456a", hair: "#060a12", long: true },
      "raise",
    ),
    person(d, 970, 1460, 310, {
      shirt: "#182440",
      trousers: dark,
      skin: "#33456a",
      hair: "#060a12",
    }),
  );
  d.add(
    line(
      [
        [200, 180],
        [330, 250],
      ],
      "#ffffff",
      4,
      `opacity="0.8"`,
    ),
    conifer(d, 70, 1420, 420, "#060c18"),
    conifer(d, 1140, 1430, 460, darker("#0a1424", 0.3)),
  );
  vignette(d, 0.45);
});

export const skywatchingScenes = [planetarium, telescope];
