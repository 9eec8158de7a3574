import { expect, test } from "vitest";
import { planVariants } from "../../src/photo/variant-plan.ts";

test.each([
  [
    4000,
    3000,
    {
      "480.webp": [480, 360],
      "960.webp": [960, 720],
      "1600.webp": [1600, 1200],
      "960.jpg": [960, 720],
    },
  ],
  [1067, 1600, { "480.webp": [480, 720], "960.webp": [960, 1440], "960.jpg": [960, 1440] }],
  [
    1500,
    1000,
    {
      "480.webp": [480, 320],
      "960.webp": [960, 640],
      "1600.webp": [1500, 1000],
      "960.jpg": [960, 640],
    },
  ],
  [1000, 800, { "480.webp": [480, 384], "960.webp": [960, 768], "960.jpg": [960, 768] }],
  [700, 500, { "480.webp": [480, 343], "960.webp": [700, 500], "960.jpg": [700, 500] }],
  [300, 200, { "480.webp": [300, 200], "960.jpg": [300, 200] }],
  [1, 1, { "480.webp": [1, 1], "960.jpg": [1, 1] }],
  [
    12_000,
    1,
    { "480.webp": [480, 1], "960.webp": [960, 1], "1600.webp": [1600, 1], "960.jpg": [960, 1] },
  ],
])("%i × %i has only useful widths, never enlarged", (width, height, wanted) => {
  const plans = planVariants({ width, height }).filter(({ name }) => name !== "share.jpg");
  const sizes = Object.fromEntries(plans.map((plan) => [plan.name, [plan.width, plan.height]]));
  expect(sizes).toEqual(wanted);
});

test.each([
  [4000, 3000, 1200, 630],
  [1067, 1600, 1067, 560],
  [2000, 300, 571, 300],
  [96, 64, 96, 50],
  [1, 1, 1, 1],
])(
  "the share image of %i × %i is %i × %i: cropped, never enlarged",
  (width, height, wide, high) => {
    const share = planVariants({ width, height }).find(({ name }) => name === "share.jpg");
    expect(share).toMatchObject({ width: wide, height: high, crop: true, type: "image/jpeg" });
  },
);
