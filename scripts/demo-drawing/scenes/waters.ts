import { beam, vignette } from "../light.ts";
import { circle, curve, ellipse, line, polygon, rect, shape, steps } from "../marks.ts";
import { person } from "../people.ts";
import { ridges } from "../ridges.ts";
import { landscape } from "../scene.ts";
import { clouds, sky } from "../sky.ts";

const bridge = landscape("bridge-after-flood", (d) => {
  sky(d, "overcast", 480);
  clouds(d, 8, 40, 300, "#79868f", 0.4);
  ridges(d, {
    from: 380,
    to: 520,
    count: 3,
    far: "#a9b8bc",
    near: "#54706a",
    haze: "#d5d9d3",
    relief: 120,
  });
  d.add(rect(0, 610, 1600, 460, d.downward([0, "#b08a5d"], [1, "#70502f"])));
  for (const index of steps(26)) {
    const y = 640 + index * 16;
    const x = d.random.between(-100, 1400);
    d.add(curve(`M${x} ${y}q90 -14 180 0t180 0`, "#d9b98c", 3 + index * 0.12, `opacity="0.4"`));
  }
  for (const x of [460, 1000])
    d.add(
      polygon(
        [
          [x, 520],
          [x + 110, 520],
          [x + 96, 820],
          [x + 14, 820],
        ],
        d.across([0, "#b3b3ac"], [1, "#6d6e69"]),
      ),
      ellipse(x + 55, 826, 120, 20, "#e6cfa8", `opacity="0.6"`),
    );
  d.add(
    rect(-10, 440, 1620, 84, d.downward([0, "#d7d6cf"], [0.5, "#a9a9a2"], [1, "#777871"])),
    rect(-10, 430, 1620, 12, "#eceae2"),
  );
  for (const index of steps(33)) d.add(rect(index * 50, 372, 8, 62, "#c65b3f"));
  d.add(rect(-10, 368, 1620, 9, "#d96b4b"), rect(-10, 400, 1620, 6, "#d96b4b"));
  d.add(
    shape("M900 1067C1050 900 1300 850 1600 840V1067Z", d.downward([0, "#7a7350"], [1, "#3b3524"])),
  );
  d.add(
    line(
      [
        [700, 860],
        [860, 800],
        [980, 830],
      ],
      "#5a4128",
      20,
    ),
    line(
      [
        [800, 824],
        [830, 760],
      ],
      "#5a4128",
      10,
    ),
  );
  for (const [x, y, facing] of [
    [1230, 985, 1],
    [1450, 1010, -1],
  ] as const) {
    d.add(
      person(
        d,
        x,
        y,
        330,
        { shirt: "#e8742c", trousers: "#2c3a50", hat: "helmet" },
        "reach",
        facing,
      ),
    );
    d.add(rect(x - 38, y - 238, 76, 12, "#e9f3a0"), rect(x - 36, y - 200, 72, 12, "#e9f3a0"));
  }
  d.add(
    line(
      [
        [1340, 1010],
        [1340, 760],
      ],
      "#f0c23c",
      8,
    ),
    rect(1318, 712, 46, 52, "#f0c23c", `rx="6"`),
    circle(1341, 738, 14, "#26323d"),
  );
  vignette(d, 0.45);
});

const raceways = landscape("fish-raceways", (d) => {
  sky(d, "morning", 300);
  d.add(
    shape(
      "M0 120L240 60L420 190L640 90L900 210L1180 70L1600 180V620H0Z",
      d.downward([0, "#7d9496"], [1, "#49615f"]),
    ),
  );
  d.add(rect(0, 470, 1600, 600, d.downward([0, "#b9bdb5"], [1, "#767b74"])));
  d.add(
    polygon(
      [
        [-20, 130],
        [1620, 90],
        [1620, 150],
        [-20, 200],
      ],
      "#3d5666",
    ),
    polygon(
      [
        [-20, 0],
        [1620, -60],
        [1620, 92],
        [-20, 132],
      ],
      d.downward([0, "#5d7f93"], [1, "#8fb0bf"]),
    ),
  );
  for (const x of [90, 800, 1510])
    d.add(rect(x - 12, 140, 24, 480, d.across([0, "#d7dde0"], [1, "#7d878c"])));
  for (const [x, y, r] of [
    [330, 560, 190],
    [800, 540, 190],
    [1270, 560, 190],
    [190, 860, 330],
    [850, 850, 330],
    [1500, 870, 330],
  ] as const) {
    d.add(
      ellipse(x, y + r * 0.16, r, r * 0.42, "#4d544f", `opacity="0.5"`),
      ellipse(x, y, r, r * 0.42, "#e4e8e4"),
      ellipse(
        x,
        y + r * 0.03,
        r * 0.92,
        r * 0.36,
        d.outward([0, "#7fd0cf"], [0.6, "#3c9ba3"], [1, "#1d6372"]),
      ),
    );
    for (const turn of steps(3))
      d.add(
        ellipse(
          x,
          y + r * 0.03,
          r * (0.25 + turn * 0.22),
          r * (0.09 + turn * 0.085),
          "none",
          `stroke="#cdeeea" stroke-width="3" opacity="0.45"`,
        ),
      );
    for (const fish of steps(7)) {
      const angle = fish * 0.9 + r;
      const [fx, fy] = [x + Math.cos(angle) * r * 0.62, y + Math.sin(angle) * r * 0.24];
      d.add(
        ellipse(
          fx,
          fy,
          r * 0.1,
          r * 0.025,
          "#123f4c",
          `transform="rotate(${((angle * 57) % 180) - 90} ${fx} ${fy})" opacity="0.75"`,
        ),
      );
    }
  }
  d.add(
    person(d, 560, 760, 260, { shirt: "#3f6fae", trousers: "#2b3340", hat: "cap" }, "reach", -1),
  );
  beam(d, 1100, -40, 900, 900, 320, "#fff6d8", 0.2);
  vignette(d, 0.4);
});

export const watersScenes = [bridge, raceways];
