import {
  audience,
  ceiling,
  clothTable,
  curtain,
  flowers,
  heading,
  lectern,
  presidium,
  screen,
} from "../hall.ts";
import { charts, room, tablet } from "../interior.ts";
import { beam, glow, vignette } from "../light.ts";
import { ellipse, polygon, rect, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { leafClump } from "../plants.ts";
import { landscape } from "../scene.ts";
import { star } from "../star.ts";
import { OFFICE_SHIRTS } from "../wardrobe.ts";

const lawSeminar = landscape("law-seminar-hall", (d) => {
  d.add(rect(0, 0, 1600, 700, d.across([0, "#6f4a2d"], [0.5, "#b98b5c"], [1, "#6f4a2d"])));
  for (const index of steps(21)) d.add(rect(index * 80, 0, 5, 700, "#553620", `opacity="0.5"`));
  screen(d, 470, 110, 660, 380, "#2b62a0");
  d.add(
    heading(800, 240, 46, "PHỔ BIẾN LUẬT", "#ffffff"),
    heading(800, 300, 27, "KHOA HỌC, CÔNG NGHỆ", "#dcebfa"),
    heading(800, 342, 27, "VÀ ĐỔI MỚI SÁNG TẠO", "#dcebfa"),
    rect(640, 390, 320, 7, "#ffc857"),
  );
  d.add(rect(0, 640, 1600, 430, d.downward([0, "#8a5f3d"], [1, "#2c1c11"])));
  d.add(
    person(d, 290, 690, 330, { shirt: "#22324a", trousers: "#1d232d" }, "reach"),
    lectern(d, 400, 700, 190, "#6b3f22"),
  );
  d.add(leafClump(d, 1380, 660, 190, "#3f7a4a"), rect(1340, 640, 80, 70, "#d9d3c7"));
  beam(d, 360, -50, 320, 700, 150, "#fff3d6", 0.3);
  audience(d, {
    top: 790,
    bottom: 1075,
    rows: 4,
    size: [100, 250],
    shirts: OFFICE_SHIRTS,
    dim: 0.4,
    chairs: "#33475c",
  });
  vignette(d, 0.5);
});

const yearEnd = landscape("year-end-conference", (d) => {
  ceiling(d, 200, "#dfe6ea");
  d.add(rect(0, 200, 1600, 500, d.across([0, "#8fa7b5"], [0.5, "#dbe6ea"], [1, "#8fa7b5"])));
  curtain(d, 440, 200, 720, 430, "#1f4f9a", 22);
  d.add(
    heading(800, 330, 40, "HỘI NGHỊ TỔNG KẾT"),
    heading(800, 384, 30, "CÔNG TÁC NĂM 2025", "#ffffff"),
    star(800, 262, 30, "#ffd54a"),
  );
  for (const x of [90, 1190]) {
    screen(d, x, 280, 320, 200, "#2f7f9f");
    d.add(charts(d, x, 280, 320, 200, "#bfeaf5"));
  }
  d.add(
    rect(0, 620, 1600, 447, d.downward([0, "#7d94a3"], [1, "#233240"])),
    rect(380, 620, 840, 50, "#9a6d45"),
  );
  d.add(
    presidium(d, 500, 600, 560, 6, 66, OFFICE_SHIRTS),
    clothTable(d, 480, 588, 600, 66, "#c23b3b"),
    flowers(d, 780, 592, 44),
    flowers(d, 420, 676, 58),
    flowers(d, 1190, 676, 58),
  );
  d.add(person(d, 1140, 634, 140, { shirt: "#2a3850" }), lectern(d, 1140, 640, 94));
  audience(d, {
    top: 750,
    bottom: 1080,
    rows: 4,
    size: [90, 230],
    shirts: OFFICE_SHIRTS,
    dim: 0.45,
    chairs: "#1f5a86",
    aisle: 80,
  });
  vignette(d, 0.45);
});

const studyRoom = landscape("party-study-room", (d) => {
  room(d, 640, "#cfc2a6", "#7d5a3c");
  // The board of the article it goes with: 48 tasks, 33 done, 11 under way, 4 late.
  const late = new Set([7, 18, 29, 44]);
  const underWay = new Set([2, 5, 11, 15, 16, 22, 27, 33, 36, 40, 47]);
  const note = (index: number) =>
    late.has(index) ? "#e2584c" : underWay.has(index) ? "#f2cf4f" : "#6fb56a";
  d.add(
    rect(330, 70, 940, 400, "#8d6a44"),
    rect(346, 86, 908, 368, "#f5efe0"),
    heading(800, 132, 30, "BẢNG TIẾN ĐỘ", "#8c2420"),
  );
  for (const index of steps(48)) {
    const [column, row] = [index % 12, Math.floor(index / 12)];
    d.add(
      rect(
        372 + column * 73,
        156 + row * 72,
        58,
        56,
        note(index),
        `transform="rotate(${d.random.between(-4, 4).toFixed(1)} ${400 + column * 73} ${184 + row * 72})"`,
      ),
    );
  }
  d.add(
    star(180, 180, 62, "#e0b23c"),
    person(d, 1350, 820, 560, { shirt: "#dfe7ef", trousers: "#27303d" }, "reach", -1),
  );
  const far = steps(4).map((index) =>
    bust(d, 380 + index * 230, 700, 170, anyLook(d, OFFICE_SHIRTS)),
  );
  d.add(
    ...far,
    ellipse(760, 830, 690, 160, "#4a2b18"),
    ellipse(760, 808, 690, 156, d.downward([0, "#b8814f"], [1, "#6b4025"])),
  );
  for (const x of [400, 620, 860, 1090])
    d.add(
      polygon(
        [
          [x - 50, 770],
          [x + 36, 764],
          [x + 60, 806],
          [x - 40, 812],
        ],
        "#f6f2e6",
      ),
      ellipse(x + 84, 780, 17, 9, "#dfeaf0"),
    );
  d.add(flowers(d, 740, 800, 70));
  const near = [150, 520, 900, 1260].map((x) =>
    bust(d, x, 1110, 300, { ...anyLook(d, OFFICE_SHIRTS), back: true }),
  );
  d.add(d.blurred(5, ...near));
  glow(d, 300, 40, 700, "#fff6dc", 0.5);
  vignette(d, 0.45);
});

const cellTablets = landscape("party-cell-tablets", (d) => {
  room(d, 620, "#a9b6b0", "#6e5138");
  d.add(
    rect(0, 0, 260, 620, d.across([0, "#8f1719"], [0.5, "#c9302c"], [1, "#8f1719"])),
    star(130, 190, 56, "#ffd54a"),
  );
  screen(d, 500, 90, 700, 390, "#3f6f86");
  for (const [x, y, hue] of [
    [506, 96, "#5d7f6b"],
    [853, 96, "#7f6a5d"],
    [506, 288, "#5f6f8f"],
    [853, 288, "#80745a"],
  ] as const) {
    d.add(
      rect(x, y, 341, 186, d.downward([0, hue], [1, "#26323a"])),
      d.clipped(
        rect(x, y, 341, 186, "#000000"),
        bust(d, x + 170, y + 188, 150, anyLook(d, OFFICE_SHIRTS)),
      ),
    );
  }
  d.add(
    polygon(
      [
        [240, 720],
        [1380, 720],
        [1720, 1067],
        [-120, 1067],
      ],
      d.downward([0, "#c79a66"], [1, "#6b4527"]),
    ),
  );
  d.add(
    ...steps(3)
      .map((index) => bust(d, 170, 800 + index * 20, 230, anyLook(d, OFFICE_SHIRTS)))
      .slice(0, 1),
    bust(d, 1440, 800, 230, anyLook(d, OFFICE_SHIRTS)),
  );
  for (const [x, y, turn] of [
    [430, 800, 6],
    [760, 770, -3],
    [1090, 790, 4],
    [600, 940, -8],
    [1060, 950, 9],
  ] as const)
    d.add(
      ellipse(x, y + 60, 100, 14, "#3a2413", `opacity="0.3"`),
      tablet(x, y, y > 900 ? 250 : 170, turn),
    );
  d.add(
    flowers(d, 800, 880, 64),
    d.blurred(
      4,
      bust(d, 360, 1130, 330, { shirt: "#eef1f4", back: true }),
      bust(d, 1250, 1130, 330, { shirt: "#5b7d6a", back: true, long: true }),
    ),
  );
  vignette(d, 0.45);
});

export const conferencesScenes = [lawSeminar, yearEnd, studyRoom, cellTablets];
