import { expect, test } from "vitest";
import { Pace } from "../../src/people/hash-pace.ts";

test("work that comes at once starts one gap apart, and is refused beyond the bound", () => {
  let now = 1000;
  const pace = new Pace({ gap: 200, maxWaiting: 3, clock: () => now });
  expect(Array.from({ length: 6 }, () => pace.reserve())).toEqual([0, 200, 400, 600, null, null]);
  now += 250;
  expect([pace.reserve(), pace.reserve()]).toEqual([550, null]);
});

test("work that comes later than its turn starts at once", () => {
  let now = 1000;
  const pace = new Pace({ gap: 200, maxWaiting: 3, clock: () => now });
  expect(pace.reserve()).toBe(0);
  now += 150;
  expect(pace.reserve()).toBe(50);
  now += 1000;
  expect(pace.reserve()).toBe(0);
});
