import { flask, microscope } from "../labware.ts";
import { vignette } from "../light.ts";
import { circle, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { clouds, sky } from "../sky.ts";
import { flagPole } from "../structures.ts";

const PUPILS = ["#f2f4f6", "#d9435a", "#2f6fae", "#f0c23c", "#4f9f6c", "#7c2340"] as const;

const labVan = landscape("mobile-lab-van", (d) => {
  sky(d, "morning", 560);
  clouds(d, 6, 40, 240, "#ffffff", 0.6);
  ridges(d, {
    from: 320,
    to: 520,
    count: 4,
    far: "#9dbdd2",
    near: "#4a7a70",
    haze: "#e3eee6",
    relief: 160,
    rough: 0.9,
  });
  d.add(rect(0, 600, 1600, 470, d.downward([0, "#dcc79a"], [1, "#97784c"])));
  d.add(
    rect(1180, 430, 460, 190, "#f0cf86"),
    polygon(
      [
        [1150, 440],
        [1640, 440],
        [1640, 340],
        [1210, 340],
      ],
      "#a3472f",
    ),
    ...steps(3).map((index) => rect(1220 + index * 140, 490, 80, 80, "#35667f")),
  );
  d.add(flagPole(1120, 640, 380));
  d.add(ellipse(690, 838, 560, 36, "#3a2c18", `opacity="0.4"`));
  d.add(
    shape(
      "M190 800V420Q190 370 240 370H1010Q1060 370 1090 430L1160 580Q1180 600 1180 640V800Z",
      d.downward([0, "#4fb0d9"], [0.5, "#2a86b8"], [1, "#175a85"]),
    ),
    rect(190, 640, 990, 26, "#f6f2e4"),
    polygon(
      [
        [1010, 410],
        [1050, 410],
        [1124, 570],
        [1010, 570],
      ],
      "#cfeaf5",
    ),
  );
  d.add(
    rect(400, 410, 480, 370, "#12344a"),
    rect(410, 420, 460, 350, d.downward([0, "#fff3cf"], [1, "#d9b878"])),
    polygon(
      [
        [390, 410],
        [890, 410],
        [960, 330],
        [330, 330],
      ],
      "#e9f3f6",
    ),
    polygon(
      [
        [390, 410],
        [890, 410],
        [890, 424],
        [390, 424],
      ],
      "#b9cdd6",
    ),
  );
  for (const shelf of [520, 620]) d.add(rect(420, shelf, 440, 8, "#8d6a44"));
  d.add(
    flask(d, 480, 520, 80, "#d9435a"),
    flask(d, 560, 520, 70, "#3f8fd0"),
    microscope(680, 520, 84, "#2b343d"),
    flask(d, 800, 520, 78, "#4fae7a"),
    microscope(540, 620, 84, "#2b343d"),
    flask(d, 690, 620, 80, "#f0a53c"),
  );
  for (const x of [340, 1020])
    d.add(
      circle(x, 800, 76, "#1d2126"),
      circle(x, 800, 36, "#b9c2c9"),
      circle(x, 800, 12, "#5b656d"),
    );
  d.add(rect(440, 800, 400, 20, "#c3ced4"), rect(470, 830, 340, 20, "#a9b6bd"));
  d.add(person(d, 740, 975, 360, { shirt: "#f2f5f7", trousers: "#2b3340" }, "reach"));
  d.add(
    rect(520, 880, 560, 20, "#e9ddc2"),
    rect(530, 898, 540, 90, "#d9cbab"),
    line(
      [
        [560, 900],
        [550, 1010],
      ],
      "#7d6a48",
      12,
    ),
    line(
      [
        [1040, 900],
        [1050, 1010],
      ],
      "#7d6a48",
      12,
    ),
    microscope(610, 880, 130, "#2b343d"),
    flask(d, 900, 880, 110, "#7a4fd0"),
    flask(d, 1010, 880, 100, "#3fae8a"),
  );
  for (const [index, x] of [210, 350, 470, 1110, 1230, 1370, 1490].entries())
    d.add(
      person(
        d,
        x,
        960 + (index % 3) * 26,
        215 + (index % 3) * 16,
        { ...anyLook(d, PUPILS), long: index % 2 === 0, back: index % 3 === 1 },
        index % 4 === 2 ? "raise" : "rest",
        x < 700 ? 1 : -1,
      ),
    );
  d.add(
    d.blurred(
      7,
      bust(d, 130, 1130, 260, { ...anyLook(d, PUPILS), back: true }),
      bust(d, 1180, 1150, 280, { ...anyLook(d, PUPILS), back: true, long: true }),
    ),
  );
  vignette(d, 0.35);
});

export const mobileLaboratoryScenes = [labVan];
