import { screen } from "../hall.ts";
import { chairBack, charts, desk, monitor, pendant, room } from "../interior.ts";
import { glow, vignette } from "../light.ts";
import { circle, ellipse, line, polygon, rect, steps } from "../marks.ts";
import { bust, person } from "../people.ts";
import { landscape } from "../scene.ts";

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

export const machineRoomsScenes = [dataRoom, serverAisle, pendantRoom];
