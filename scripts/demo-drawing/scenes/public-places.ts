import { darker } from "../colour.ts";
import { heading, screen } from "../hall.ts";
import { desk, monitorBack, room } from "../interior.ts";
import { bokeh, glow, vignette, wash } from "../light.ts";
import { circle, ellipse, line, polygon, rect, steps } from "../marks.ts";
import { anyLook, bust, person } from "../people.ts";
import { leafClump } from "../plants.ts";
import { landscape } from "../scene.ts";

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
      ellipse(x, y + size * 0.04, size * 0.57, size * 0.13, darker(shirt, 0.45)),
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

export const publicPlacesScenes = [serviceCounter, villageLesson, classroom];
