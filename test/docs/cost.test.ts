import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeCost } from "../../bench/cost-page.ts";
import { readFigures } from "../../bench/figures.ts";

test("docs/cost.md is what `npm run cost` computes from the measured figures", async () => {
  expect(readFileSync("docs/cost.md", "utf8")).toBe(writeCost(await readFigures()));
});
