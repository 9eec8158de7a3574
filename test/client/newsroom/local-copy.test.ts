import { expect, test } from "vitest";
import { isAlive } from "../../../src/client/newsroom/local-copy.ts";
import type { LocalCopy } from "../../../src/client/newsroom/local-copy.ts";

test.each([
  ["a moment ago", -1000, true],
  ["an hour ago", -3_600_000, false],
  ["in an hour, because the clock was set back", 3_600_000, false],
])("a form that was last open %s is open: %s ms, %s", (_when, difference, isOpen) => {
  const copy = { alive: Date.now() + difference } as LocalCopy;
  expect(isAlive(copy)).toBe(isOpen);
});
