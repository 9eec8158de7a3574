import { darker } from "../colour.ts";
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
import {
  charts,
  chairBack,
  desk,
  monitor,
  monitorBack,
  pendant,
  room,
  tablet,
} from "../interior.ts";
import { beam, bokeh, glow, vignette, wash } from "../light.ts";
import { circle, ellipse, line, polygon, rect, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { leafClump } from "../plants.ts";
import { landscape } from "../scene.ts";
import { star } from "../star.ts";

const SHIRTS = ["#eef1f4", "#cfdcea", "#9db4cc", "#2f4058", "#5b7d6a", "#d9c3a0"] as const;

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
    shirts: SHIRTS,
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
    presidium(d, 500, 600, 560, 6, 66, SHIRTS),
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
    shirts: SHIRTS,
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
  const far = steps(4).map((index) => bust(d, 380 + index * 230, 700, 170, anyLook(d, SHIRTS)));
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
    bust(d, x, 1110, 300, { ...anyLook(d, SHIRTS), back: true }),
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
        bust(d, x + 170, y + 188, 150, anyLook(d, SHIRTS)),
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
      .map((index) => bust(d, 170, 800 + index * 20, 230, anyLook(d, SHIRTS)))
      .slice(0, 1),
    bust(d, 1440, 800, 230, anyLook(d, SHIRTS)),
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

const serviceCounter = landscape("public-service-counter", (d) => {
  room(d, 660, "#dbe7ea", "#b7aa92");
  d.add(rect(0, 0, 1600, 90, "#b3242a"), heading(800, 62, 40, "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"));
  screen(d, 50, 150, 260, 170, "#123a5c");
  d.add(heading(180, 262, 92, "001", "#ffd54a"));
  for (const [index, x] of [450, 850, 1250].entries()) {
    d.add(
      rect(x - 90, 130, 180, 54, "#1f5f9a", `rx="8"`),
      heading(x, 169, 34, `QUẦY ${index + 1}`, "#ffffff"),
    );
    d.add(
      bust(d, x, 560, 220, {
        shirt: index === 1 ? "#f2f5f8" : "#cfe0f0",
        skin: "#dcae8a",
        long: index !== 1,
      }),
      monitorBack(x + 120, 570, 150),
    );
  }
  d.add(
    rect(230, 545, 1330, 180, d.downward([0, "#f6f8f8"], [0.2, "#c9dbe2"], [1, "#7fa3b3"])),
    rect(215, 530, 1360, 24, "#8d5f36", `rx="6"`),
  );
  for (const x of [640, 1050])
    d.add(
      rect(x, 380, 12, 155, "#9fb7c2", `opacity="0.7"`),
      rect(x - 50, 380, 112, 120, "#dff0f6", `opacity="0.35"`),
    );
  d.add(
    person(d, 560, 900, 470, { shirt: "#23305a", trousers: "#1d222c", back: true }),
    person(d, 930, 880, 450, {
      shirt: "#7c2340",
      skirt: true,
      trousers: "#2b2f63",
      long: true,
      back: true,
    }),
  );
  d.add(leafClump(d, 120, 720, 260, "#3f8a4f"), rect(70, 700, 100, 90, "#ede6d8"));
  const waiting = [240, 660, 1120, 1480].map((x) =>
    bust(d, x, 1100, 290, {
      ...anyLook(d, ["#2b2f63", "#1f4f63", "#8a3a2c", "#e9edf1"]),
      back: true,
    }),
  );
  d.add(d.blurred(5, ...waiting));
  glow(d, 900, 60, 900, "#ffffff", 0.3);
  vignette(d, 0.35);
});

const villageLesson = landscape("village-phone-lesson", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#1c120c"], [0.6, "#3f2616"], [1, "#120a06"])));
  for (const index of steps(15)) d.add(rect(index * 112, 60, 6, 600, "#140c07", `opacity="0.7"`));
  d.add(
    polygon(
      [
        [-20, 0],
        [1620, 0],
        [1620, 50],
        [800, 130],
        [-20, 50],
      ],
      "#0f0906",
    ),
    rect(1080, 170, 300, 200, "#1f2b28"),
    rect(1100, 190, 260, 160, "#26352f"),
    rect(1170, 220, 90, 90, "none", `stroke="#e9eee6" stroke-width="6"`),
    rect(1186, 236, 28, 28, "#e9eee6"),
    rect(1222, 268, 24, 24, "#e9eee6"),
  );
  glow(d, 800, 800, 760, "#ff9838", 0.75);
  for (const [x, y, size, shirt, long] of [
    [300, 880, 300, "#2b2f63", true],
    [560, 800, 260, "#7c2340", false],
    [1050, 800, 260, "#1f4f63", true],
    [1320, 890, 310, "#3a2a55", false],
  ] as const) {
    d.add(
      ellipse(x, y + size * 0.04, size * 0.66, size * 0.15, darker(shirt, 0.45)),
      bust(d, x, y, size, { shirt, long, skin: "#e0a06a" }),
    );
    const hand = x < 800 ? x + size * 0.28 : x - size * 0.28;
    glow(d, hand, y - size * 0.3, size * 0.7, "#bfe4ff", 0.6);
    d.add(
      rect(hand - size * 0.09, y - size * 0.34, size * 0.18, size * 0.3, "#14181d", `rx="8"`),
      rect(hand - size * 0.075, y - size * 0.31, size * 0.15, size * 0.24, "#d8f0ff"),
    );
  }
  d.add(
    ellipse(800, 960, 240, 50, "#1a0f08"),
    line(
      [
        [680, 960],
        [930, 930],
      ],
      "#4a2b16",
      34,
    ),
    line(
      [
        [920, 966],
        [690, 926],
      ],
      "#5a351b",
      30,
    ),
  );
  for (const index of steps(9))
    d.add(
      `<path d="M${700 + index * 24} 950q-8 -90 14 -${130 + ((index * 37) % 60)}q30 70 16 ${130 + ((index * 37) % 60)}Z" fill="${["#ff7a1f", "#ffb13d", "#ffe08a"][index % 3]}" opacity="0.85"/>`,
    );
  d.add(
    ellipse(800, 800, 62, 50, "#17120f"),
    line(
      [
        [740, 780],
        [800, 640],
        [860, 780],
      ],
      "#17120f",
      6,
    ),
  );
  bokeh(d, 16, [560, 420, 1040, 800], ["#ffb14d", "#ffe08a"], [2, 7]);
  d.add(
    d.blurred(
      6,
      bust(d, 100, 1130, 360, { shirt: "#20150e", back: true }),
      bust(d, 1540, 1140, 380, { shirt: "#20150e", back: true, long: true }),
    ),
  );
  vignette(d, 0.65);
});

const classroom = landscape("classroom-screens", (d) => {
  room(d, 640, "#e5d9b4", "#a37b4e");
  for (const x of [40, 1390]) {
    d.add(
      rect(x, 110, 170, 290, d.downward([0, "#bfe0ee"], [1, "#dff0da"])),
      rect(x + 80, 110, 9, 290, "#f4efe0"),
      rect(x - 10, 100, 190, 14, "#7a5a36"),
    );
    glow(d, x + 85, 250, 330, "#ffffff", 0.4);
  }
  screen(d, 400, 70, 800, 450, "#2f8f8a");
  d.add(
    rect(640, 110, 520, 300, "#f4f8f4", `rx="12"`),
    heading(900, 220, 76, "Hello!", "#1f6f6b"),
    circle(740, 320, 40, "#f6b93c"),
    polygon(
      [
        [850, 360],
        [900, 280],
        [950, 360],
      ],
      "#e2584c",
    ),
    rect(1010, 284, 76, 76, "#4c7fe0"),
  );
  d.add(
    d.clipped(
      rect(400, 70, 800, 450, "#000000"),
      bust(d, 530, 520, 210, { shirt: "#f0d9e4", long: true }),
    ),
  );
  const rows = [
    [700, 5, 170],
    [880, 4, 240],
  ] as const;
  for (const [y, count, size] of rows) {
    for (const index of steps(count)) {
      const x = 800 + (index - (count - 1) / 2) * size * 1.45;
      const look = { ...anyLook(d, ["#f2f4f6", "#d9435a", "#2f6fae", "#f2f4f6"]), back: true };
      d.add(bust(d, x, y + size * 0.12, size * 0.8, look));
      if ((index + count) % 3 === 0)
        d.add(
          line(
            [
              [x + size * 0.3, y - size * 0.1],
              [x + size * 0.4, y - size * 0.78],
            ],
            darker(look.shirt, 0.1),
            size * 0.13,
          ),
          circle(x + size * 0.4, y - size * 0.86, size * 0.08, "#d9a987"),
        );
      d.add(desk(d, x - size * 0.62, y + size * 0.16, size * 1.24, size * 0.34, "#c98f4f"));
    }
  }
  d.add(
    d.blurred(
      6,
      bust(d, 260, 1130, 330, { shirt: "#f2f4f6", back: true, long: true }),
      bust(d, 1330, 1130, 330, { shirt: "#d9435a", back: true }),
    ),
  );
  wash(d, "#fff1c8", 0.12);
  vignette(d, 0.4);
});

const dataRoom = landscape("data-operations-room", (d) => {
  d.add(rect(0, 0, 1600, 1067, d.downward([0, "#0a1626"], [0.6, "#123150"], [1, "#050b14"])));
  for (const [index, hue] of [
    "#1f6f9c",
    "#17507a",
    "#1f7f7a",
    "#15466e",
    "#1a5c86",
    "#17507a",
  ].entries()) {
    const [x, y] = [150 + (index % 3) * 440, 70 + Math.floor(index / 3) * 270];
    screen(d, x, y, 420, 250, hue);
    d.add(charts(d, x, y, 420, 250, "#8fe3ff"));
  }
  d.add(
    rect(590, 70, 420, 250, "#0f3450"),
    polygon(
      [
        [720, 110],
        [830, 92],
        [900, 150],
        [880, 230],
        [800, 290],
        [720, 250],
        [690, 180],
      ],
      "#2f9fc4",
    ),
    polygon(
      [
        [760, 130],
        [840, 120],
        [870, 180],
        [820, 230],
        [750, 210],
      ],
      "#57c8e6",
    ),
  );
  for (const [x, y] of [
    [760, 160],
    [830, 200],
    [800, 250],
    [860, 150],
  ] as const) {
    glow(d, x, y, 40, "#ffc857", 0.9);
    d.add(circle(x, y, 6, "#ffe9a8"));
  }
  d.add(rect(0, 700, 1600, 370, d.downward([0, "#14304a", 0.6], [1, "#03070d"])));
  for (const [x, size] of [
    [300, 250],
    [800, 270],
    [1300, 250],
  ] as const) {
    d.add(
      desk(d, x - 220, 800, 440, 130, "#22364a"),
      monitor(d, x - 110, 792, 180, "#2f8fbf"),
      monitor(d, x + 110, 792, 180, "#2fa58c"),
    );
    d.add(
      bust(d, x, 960, size, { shirt: "#20344c", back: true, long: x === 800 }),
      chairBack(x, 1120, size * 0.86, "#0e1a28"),
    );
  }
  glow(d, 800, 640, 800, "#4fb8ff", 0.25);
  vignette(d, 0.6);
});

const serverAisle = landscape("server-racks-aisle", (d) => {
  d.add(rect(0, 0, 1600, 1067, "#07111d"));
  d.add(
    polygon(
      [
        [640, 380],
        [960, 380],
        [1800, 1067],
        [-200, 1067],
      ],
      d.downward([0, "#5f86a3"], [1, "#0e1c2b"]),
    ),
    polygon(
      [
        [640, 330],
        [960, 330],
        [1800, -60],
        [-200, -60],
      ],
      d.downward([0, "#152a3f"], [1, "#b9e2ff"]),
    ),
  );
  for (const index of steps(5))
    d.add(
      polygon(
        [
          [770 - index * index * 14, 320 - index * 74],
          [830 + index * index * 14, 320 - index * 74],
          [842 + index * index * 16, 296 - index * 74],
          [758 - index * index * 16, 296 - index * 74],
        ],
        "#eefaff",
      ),
    );
  for (const side of [-1, 1]) {
    for (const rack of steps(6)) {
      const near = ((6 - rack) / 6) ** 2;
      const far = ((5 - rack) / 6) ** 2;
      const x = (share: number) => 800 + side * (150 + share * 800);
      const [top, foot] = [
        (share: number) => 330 - share * 420,
        (share: number) => 390 + share * 700,
      ];
      d.add(
        polygon(
          [
            [x(near), top(near)],
            [x(far), top(far)],
            [x(far), foot(far)],
            [x(near), foot(near)],
          ],
          d.across([0, "#0c1826"], [0.5, "#1d3348"], [1, "#0b1521"]),
          `stroke="#2f4b63" stroke-width="3"`,
        ),
      );
      for (const unit of steps(13)) {
        const level = (unit + 1) / 14;
        const at = (share: number, inset: number) =>
          [
            x(near + (far - near) * share),
            top(near + (far - near) * share) +
              (foot(near + (far - near) * share) - top(near + (far - near) * share)) *
                (level + inset),
          ] as const;
        d.add(
          line(
            [at(0.15, 0), at(0.6, 0)],
            unit % 5 === 2 ? "#ffc857" : "#4fe3b0",
            2 + near * 5,
            `opacity="0.85"`,
          ),
          line([at(0.68, 0), at(0.85, 0)], "#4aa8ff", 2 + near * 4, `opacity="0.8"`),
        );
      }
    }
  }
  glow(d, 800, 380, 420, "#8fd0ff", 0.6);
  d.add(
    person(d, 800, 640, 270, { shirt: "#dfe9f2", trousers: "#22303f" }, "hold"),
    rect(772, 470, 56, 36, "#cfe9ff", `rx="3"`),
  );
  vignette(d, 0.5);
});

const pendantRoom = landscape("printer-3d-workshop", (d) => {
  room(d, 800, "#3f3026", "#5a3d27");
  for (const index of steps(15))
    d.add(
      rect(
        90 + (index % 5) * 110,
        150 + Math.floor(index / 5) * 120,
        d.random.between(16, 60),
        d.random.between(50, 90),
        d.random.pick(["#8d959c", "#b98a4e", "#c8473f", "#3f7fae"]),
        `rx="6"`,
      ),
    );
  pendant(d, 420, 230, 70);
  pendant(d, 1260, 200, 80);
  d.add(desk(d, -20, 830, 1640, 250, "#8a5f3a"));
  d.add(
    rect(690, 250, 560, 570, "#14171c", `rx="16"`),
    rect(730, 300, 480, 440, d.downward([0, "#2b3b4a"], [1, "#11171d"])),
  );
  glow(d, 970, 560, 330, "#ff9a4a", 0.7);
  d.add(
    line(
      [
        [730, 400],
        [1210, 400],
      ],
      "#9aa5ae",
      14,
    ),
    rect(920, 370, 100, 70, "#d9dee2", `rx="8"`),
    polygon(
      [
        [950, 440],
        [990, 440],
        [976, 476],
        [964, 476],
      ],
      "#c9a24a",
    ),
    rect(770, 716, 400, 16, "#7c8790"),
  );
  for (const layer of steps(22)) {
    const half = 70 + Math.sin(layer * 0.2) * 44 - layer * 0.6;
    d.add(
      rect(
        970 - half,
        704 - layer * 10,
        half * 2,
        9,
        layer % 2 === 0 ? "#f28a3c" : "#e0752c",
        `rx="4"`,
      ),
    );
  }
  d.add(
    rect(1060, 762, 130, 40, "#1f3b2d", `rx="6"`),
    rect(1074, 772, 70, 8, "#7cf0a5"),
    circle(770, 782, 14, "#c8473f"),
    ellipse(1330, 370, 74, 82, "#f28a3c"),
    ellipse(1330, 370, 28, 32, "#26201b"),
  );
  d.add(
    bust(d, 420, 900, 400, { shirt: "#3f5f86", skin: "#e0a878" }),
    desk(d, -20, 900, 1640, 170, "#8a5f3a"),
  );
  for (const [x, colour] of [
    [180, "#f6c445"],
    [250, "#3f7fae"],
    [560, "#4f8f5c"],
  ] as const)
    d.add(rect(x, 850, 44, 60, colour, `rx="8"`), ellipse(x + 22, 850, 22, 7, "#ffffff"));
  vignette(d, 0.6);
});

export const meetingScenes = [
  lawSeminar,
  yearEnd,
  studyRoom,
  cellTablets,
  serviceCounter,
  villageLesson,
  classroom,
  dataRoom,
  serverAisle,
  pendantRoom,
];
