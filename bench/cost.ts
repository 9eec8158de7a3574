import { writeFile } from "node:fs/promises";
import { writeCost } from "./cost-page.ts";
import { readFigures } from "./figures.ts";

/* `npm run cost` computes docs/cost.md from bench/figures.json, which `npm run bench` writes, and from bench/prices.ts. */
await writeFile("docs/cost.md", writeCost(await readFigures()));
