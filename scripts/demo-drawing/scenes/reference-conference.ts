import {
  audience,
  ceiling,
  clothTable,
  curtain,
  flowers,
  heading,
  lectern,
  presidium,
  valance,
} from "../hall.ts";
import type { Drawing } from "../drawing.ts";
import { beam, glow, vignette, wash } from "../light.ts";
import { line, polygon, rect, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { landscape } from "../scene.ts";
import { star } from "../star.ts";

const RED = "#b3201f";
const SUITS = ["#1f2a3d", "#2b2f38", "#3a4152", "#e9edf1", "#28384a"] as const;

/** The stage of the review: red cloth, a gold star and the heading of the day. */
function stage(d: Drawing, top: number, floor: number, left: number, right: number): void {
  const width = right - left;
  curtain(d, left, top, width, floor - top, RED, 22);
  valance(d, left, top, width, 62, "#c92a24");
  const [middle, unit] = [(left + right) / 2, width / 100];
  glow(d, middle, top + (floor - top) * 0.42, width * 0.42, "#ff8a5c", 0.3);
  d.add(star(middle, top + unit * 10.5, unit * 3.1, "#ffd54a"));
  d.add(heading(middle, top + unit * 19.5, unit * 4.4, "HỘI NGHỊ TỔNG KẾT"));
  d.add(
    heading(middle, top + unit * 24.6, unit * 2.5, "CÔNG TÁC XÂY DỰNG ĐẢNG NĂM 2020", "#ffeec2"),
  );
}

function flags(d: Drawing, x: number, y: number, count: number, height: number): void {
  for (const index of steps(count)) {
    const at = x + index * height * 0.34;
    d.add(
      line(
        [
          [at, y],
          [at, y - height],
        ],
        "#d8b566",
        height * 0.014,
      ),
    );
    d.add(
      polygon(
        [
          [at, y - height],
          [at + height * 0.3, y - height * 0.9],
          [at + height * 0.22, y - height * 0.42],
          [at, y - height * 0.3],
        ],
        d.across([0, "#8f1719"], [0.4, "#d5292a"], [1, "#9c1a1c"]),
      ),
    );
    d.add(star(at + height * 0.13, y - height * 0.68, height * 0.05, "#ffd54a"));
  }
}

const hallWide = landscape("ref-hall-wide", (d) => {
  d.add(rect(0, 0, 1600, 1067, "#6f4a34"));
  ceiling(d, 250, "#d9c3a2");
  d.add(
    polygon(
      [
        [0, 0],
        [250, 235],
        [250, 690],
        [0, 900],
      ],
      d.across([0, "#5e3c28"], [1, "#a27a55"]),
    ),
  );
  d.add(
    polygon(
      [
        [1600, 0],
        [1350, 235],
        [1350, 690],
        [1600, 900],
      ],
      d.across([0, "#a27a55"], [1, "#5e3c28"]),
    ),
  );
  stage(d, 235, 640, 250, 1350);
  flags(d, 300, 640, 2, 250);
  flags(d, 1150, 640, 2, 250);
  d.add(rect(230, 640, 1140, 60, d.downward([0, "#a56c3f"], [1, "#5a3520"])));
  d.add(presidium(d, 430, 612, 470, 5, 62, SUITS), clothTable(d, 420, 600, 490, 74, "#2f6f86"));
  d.add(flowers(d, 660, 604, 34));
  d.add(person(d, 1050, 660, 150, { shirt: "#1f2a3d" }, "rest"), lectern(d, 1050, 668, 104));
  d.add(flowers(d, 1050, 566, 24), flowers(d, 330, 700, 60), flowers(d, 1270, 700, 60));
  d.add(rect(0, 700, 1600, 367, d.downward([0, "#6b3a2c"], [1, "#2a1613"])));
  beam(d, 520, 120, 640, 640, 150, "#fff1cf", 0.28);
  beam(d, 1080, 120, 1050, 640, 120, "#fff1cf", 0.32);
  audience(d, {
    top: 760,
    bottom: 1080,
    rows: 5,
    size: [56, 190],
    shirts: SUITS,
    dim: 0.45,
    chairs: "#7c2b25",
    aisle: 90,
  });
  vignette(d, 0.55);
});

const lecternSpeech = landscape("ref-lectern-speech", (d) => {
  curtain(d, 0, 0, 1600, 1067, RED, 20);
  glow(d, 760, 420, 700, "#ff9a66", 0.4);
  d.add(
    d.blurred(
      3,
      star(330, 190, 92, "#ffd54a"),
      heading(1180, 210, 84, "HỘI NGHỊ"),
      heading(1180, 320, 84, "TỔNG KẾT"),
    ),
  );
  beam(d, 900, -40, 760, 1000, 330, "#fff3d6", 0.3);
  d.add(bust(d, 760, 760, 430, { shirt: "#1d2738", skin: "#d6a581", hair: "#201d1e" }));
  d.add(
    polygon(
      [
        [743, 500],
        [777, 500],
        [784, 650],
        [760, 690],
        [736, 650],
      ],
      "#a8201f",
    ),
  );
  d.add(lectern(d, 760, 1290, 610));
  d.add(
    flowers(d, 650, 745, 150),
    flowers(d, 830, 745, 120, ["#ffffff", "#ffe9b0", "#f6c445", "#ffd9e0"]),
  );
  d.add(d.blurred(9, flowers(d, 130, 1080, 300), flowers(d, 1440, 1090, 280)));
  vignette(d, 0.55);
});

const onStage = landscape("ref-presidium", (d) => {
  stage(d, 0, 800, 0, 1600);
  d.add(rect(0, 800, 1600, 267, d.downward([0, "#8d5834"], [1, "#3c2216"])));
  d.add(presidium(d, 230, 700, 1140, 5, 190, SUITS));
  d.add(clothTable(d, 200, 690, 1200, 250, "#2f6f86"));
  d.add(flowers(d, 800, 694, 120), flowers(d, 380, 690, 66), flowers(d, 1220, 690, 66));
  for (const index of steps(5)) {
    const x = 344 + index * 228;
    d.add(
      rect(x - 50, 664, 100, 26, "#f3ead6", `rx="3"`),
      rect(x + 64, 640, 17, 46, "#bfe0ee", `rx="5" opacity="0.8"`),
    );
  }
  beam(d, 480, -60, 560, 900, 300, "#fff3d6", 0.22);
  beam(d, 1120, -60, 1040, 900, 300, "#fff3d6", 0.22);
  vignette(d, 0.5);
});

const delegates = landscape("ref-delegates", (d) => {
  d.add(rect(0, 0, 1600, 1067, "#7a5a43"));
  const far = [
    rect(380, 60, 840, 330, RED),
    heading(800, 220, 66, "HỘI NGHỊ TỔNG KẾT"),
    rect(380, 390, 840, 30, "#c99a6a"),
    clothTable(d, 560, 350, 340, 46, "#2f6f86"),
  ];
  d.add(d.blurred(6, ...far));
  for (const x of [160, 1440]) glow(d, x, 140, 240, "#ffe3b0", 0.7);
  audience(d, {
    top: 480,
    bottom: 1040,
    rows: 4,
    size: [96, 300],
    shirts: SUITS,
    dim: 0.4,
    chairs: "#8a3029",
  });
  wash(d, "#ffd7a0", 0.12);
  vignette(d, 0.6);
});

const discussion = landscape("ref-discussion", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.across([0, "#8e6a4a"], [1, "#c39d72"])));
  for (const x of steps(7)) d.add(rect(x * 250 - 30, 0, 12, 700, "#6e4c33", `opacity="0.5"`));
  glow(d, 1250, 180, 520, "#fff0cf", 0.7);
  audience(d, {
    top: 560,
    bottom: 720,
    rows: 2,
    size: [120, 170],
    shirts: SUITS,
    dim: 0.2,
    chairs: "#7c2b25",
  });
  d.add(
    person(
      d,
      860,
      1240,
      860,
      { shirt: "#dfe6ee", trousers: "#252b36", long: true, skin: "#ddb08d" },
      "hold",
    ),
  );
  d.add(
    line(
      [
        [905, 722],
        [892, 640],
      ],
      "#1b1d22",
      16,
    ),
    rect(876, 606, 34, 44, "#2d3138", `rx="14"`),
  );
  const near = steps(4).map((index) =>
    bust(d, 120 + index * 460, 1130, 330, { ...anyLook(d, SUITS), back: true }),
  );
  d.add(d.blurred(7, ...near));
  vignette(d, 0.5);
});

const award = landscape("ref-award", (d) => {
  stage(d, 0, 860, 0, 1600);
  d.add(rect(0, 860, 1600, 207, d.downward([0, "#9a6139"], [1, "#4a2b1b"])));
  for (const x of [300, 800, 1300]) beam(d, x, -60, x, 960, 240, "#fff3d6", 0.24);
  for (const index of steps(6)) {
    const x = 250 + index * 220;
    const dress = {
      shirt: d.random.pick(["#d9597a", "#3d74b5", "#e0a03c"]),
      tunic: true,
      long: true,
      trousers: "#ece7e2",
    };
    const look = index % 2 === 0 ? dress : { ...anyLook(d, SUITS), long: false };
    d.add(person(d, x, 985 + (index % 2) * 14, 500, look, "hold"));
    d.add(
      rect(
        x - 62,
        618 + (index % 2) * 14,
        124,
        88,
        "#f4e6bf",
        `rx="4" stroke="#b8892f" stroke-width="7"`,
      ),
    );
    if (index % 2 === 0) d.add(flowers(d, x + 84, 724, 84));
  }
  vignette(d, 0.5);
});

export const referenceScenes = [hallWide, lecternSpeech, onStage, delegates, discussion, award];
